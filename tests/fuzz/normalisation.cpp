// What people type and paste, made regular and read: every reader of shared/text, and cells of every type.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/document/cell.h"
#include "shared/number/decimal.h"
#include "shared/text/normalize.h"
#include "shared/text/read.h"
#include "shared/text/utf8.h"
#include "tests/fuzz/property.h"
#include "tests/fuzz/target.h"
#include "tests/support/reports.h"

namespace {

using namespace tianbao;
using fuzz::promise;
using text::Reading;
using text::ReadingState;

struct Reader {
  const char* name;
  Reading (*read)(std::string_view typed);
};

constexpr std::array<Reader, 12> readers = {{{"a text", text::read_text},
                                             {"a long text", text::read_long_text},
                                             {"a number", text::read_number},
                                             {"a date", text::read_date},
                                             {"an address of a page", text::read_url},
                                             {"a 标识码", text::read_site_code},
                                             {"an ICP备案号", text::read_icp_number},
                                             {"a 公安备案号", text::read_police_number},
                                             {"a phone", text::read_phone},
                                             {"an e-mail address", text::read_email},
                                             {"a list of texts", text::read_text_list},
                                             {"a list of addresses", text::read_url_list}}};

void examine_cleaning(std::string_view typed) {
  for (std::string (*const cleaner)(std::string_view) : {text::clean, text::clean_prose, text::label_key}) {
    const std::string cleaned = cleaner(typed);
    promise(text::is_valid_utf8(cleaned), "UTF-8 stays UTF-8");
    promise(cleaner(cleaned) == cleaned, "cleaning what is clean changes nothing");
  }
  promise(text::clean(text::clean_prose(typed)) == text::clean(typed), "prose is cleaned less");
  text::says_none(text::clean(typed));
  text::says_pending(text::clean(typed));
}

void examine_reader(const Reader& reader, std::string_view typed) {
  const Reading reading = reader.read(typed);
  promise(text::is_valid_utf8(reading.value + reading.remark + reading.proposal), "what is read is UTF-8");
  promise(reading.value.empty() == (reading.state != ReadingState::value),
          "a value is there where one was read");
  promise(reading.proposal.empty() || reading.state == ReadingState::unread,
          "a proposal is for what was not read");
  if (reading.state == ReadingState::value) {
    const Reading again = reader.read(reading.value);
    const bool same =
        again.state == ReadingState::value && again.value == reading.value && again.remark.empty();
    promise(same, std::string(reader.name) + " is read as itself");
  }
  if (!reading.proposal.empty()) {
    promise(reader.read(reading.proposal).state == ReadingState::value,
            std::string(reader.name) + " proposed is one");
  }
}

void examine_cell(const form::Field& field, std::string_view typed) {
  const document::Cell cell = document::read_cell(field, typed);
  const std::string shown = document::display(field, cell);
  promise(text::is_valid_utf8(shown + cell.raw + cell.remark + cell.other), "a cell is UTF-8");
  promise(text::is_valid_utf8(document::as_typed(field, cell)), "what was typed is UTF-8");
  if (typed.size() <= document::max_cell_bytes) {
    const document::Cell again = document::read_cell(field, shown);
    promise(again.state == cell.state && again.value == cell.value && again.other == cell.other,
            "a cell of " + field.id + " is read as itself");
  }
  const std::string meant = document::proposal(field, cell);
  promise(meant.empty() || document::read_cell(field, meant).state == document::CellState::value,
          "what is proposed for a cell is a value");
}

void examine_number(std::string_view typed) {
  const auto number = number::Decimal::parse(typed);
  if (number)
    promise(number::Decimal::parse(number->to_string()) == number, "a number is written as it is read");
}

const form::Form& form_with_every_type() {
  static const form::Form form =
      testing::load_form(testing::read_source_file("tests/schema/forms/strict.json"));
  return form;
}

}  // namespace

void tianbao::fuzz::examine(const std::uint8_t* data, std::size_t size) {
  const std::string typed = fuzz::utf8_of(data, size);
  examine_cleaning(typed);
  for (const Reader& reader : readers) examine_reader(reader, typed);
  for (const form::Field& field : form_with_every_type().fields) examine_cell(field, typed);
  examine_number(typed);
}
