// Documents and 上报文件 of a real form and of one with every type of field, as they come from a disk or over
// the wire.

#include "shared/document/document.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/document/bring.h"
#include "shared/document/report_file.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "shared/text/utf8.h"
#include "tests/fuzz/examine.h"
#include "tests/fuzz/property.h"
#include "tests/fuzz/target.h"
#include "tests/support/reports.h"

namespace {

using namespace tianbao;
using fuzz::promise;

const form::Form& strict_form() {
  static const form::Form form =
      testing::load_form(testing::read_source_file("tests/schema/forms/strict.json"));
  return form;
}

/// JSON in each of its forms reads as the same value.
void examine_json(const json::Value& value) {
  const std::string canonical = json::to_canonical(value);
  for (const std::string& text : {canonical, json::to_compact(value), json::to_indented(value)}) {
    const auto again = json::parse(text);
    promise(again.ok() && again.value() == value, "written JSON is read as the same");
    promise(json::to_canonical(again.value()) == canonical, "there is one canonical form");
  }
}

void examine_errors(const std::vector<document::DocumentError>& errors) {
  promise(!errors.empty() && errors.size() <= document::max_document_errors,
          "why a document is refused is told");
  for (const document::DocumentError& error : errors) {
    fuzz::promise_readable(document::describe(error), "a mistake has a message");
  }
}

void examine_reading(const json::Value& value, const form::Form& form) {
  const auto read = document::read_report_file(value, form);
  const auto again = document::read_report_file(value, form);
  promise(read.ok() == again.ok(), "reading twice is reading once");
  if (!read.ok()) {
    promise(read.error() == again.error(), "the same mistakes are told");
    examine_errors(read.error());
    return;
  }
  fuzz::examine_document(form, read.value().document);
}

}  // namespace

void tianbao::fuzz::examine(const std::uint8_t* data, std::size_t size) {
  const auto parsed = json::parse({reinterpret_cast<const char*>(data), size});
  if (!parsed.ok()) {
    fuzz::promise_readable(json::describe(parsed.error()), "what is no JSON gets a message");
    promise(parsed.error().offset <= size, "its fault lies inside");
    return;
  }
  examine_json(parsed.value());
  const auto reference = document::read_report_file_reference(parsed.value());
  if (!reference.ok()) examine_errors({reference.error()});
  const bool is_strict = reference.ok() && reference.value().digest == strict_form().digest;
  const form::Form& form = is_strict ? strict_form() : testing::work_report();
  examine_reading(parsed.value(), form);
  const auto file = document::read_report_file(parsed.value(), form);
  if (file.ok() && !is_strict) {
    const form::Form& later = testing::later_edition();
    document::Document brought = document::bring_onto(later, form, file.value().document);
    brought.period = std::to_string(later.first_period);
    fuzz::examine_writing(later, brought);
  }
}
