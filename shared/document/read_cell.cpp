#include <algorithm>
#include <optional>
#include <utility>

#include "shared/document/cell.h"
#include "shared/document/ticks.h"
#include "shared/text/normalize.h"
#include "shared/text/read.h"
#include "shared/text/utf8.h"

namespace tianbao::document {
namespace {

/// Without the blanks that pasting leaves at the ends (domain.md §9.2: 26 cells of one report had them):
/// U+00A0, U+3000, zero-width ones and those of ASCII.
std::string_view trim_blanks(std::string_view text) {
  constexpr std::string_view blanks[] = {" ", "\t", "\n", "\r", "\u00a0", "\u3000", "\u200b", "\ufeff"};
  for (bool trimmed = true; trimmed;) {
    trimmed = false;
    for (const std::string_view blank : blanks) {
      if (text.starts_with(blank)) {
        text.remove_prefix(blank.size());
        trimmed = true;
      }
      if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        trimmed = true;
      }
    }
  }
  return text;
}

Cell value_cell(CellValue value) {
  Cell cell;
  cell.state = CellState::value;
  cell.value = std::move(value);
  return cell;
}

Cell state_cell(CellState state) {
  Cell cell;
  cell.state = state;
  return cell;
}

text::Reading read_by_type(form::FieldType type, std::string_view typed) {
  switch (type) {
    case form::FieldType::whole_number:
    case form::FieldType::decimal:
      return text::read_number(typed);
    case form::FieldType::date:
      return text::read_date(typed);
    case form::FieldType::url:
      return text::read_url(typed);
    case form::FieldType::phone:
      return text::read_phone(typed);
    case form::FieldType::email:
      return text::read_email(typed);
    case form::FieldType::site_code:
      return text::read_site_code(typed);
    case form::FieldType::icp_number:
      return text::read_icp_number(typed);
    case form::FieldType::police_number:
      return text::read_police_number(typed);
    case form::FieldType::long_text:
      return text::read_long_text(typed);
    case form::FieldType::text_list:
      return text::read_text_list(typed);
    case form::FieldType::url_list:
      return text::read_url_list(typed);
    case form::FieldType::text:
    case form::FieldType::yes_no:
    case form::FieldType::one_choice:
    case form::FieldType::many_choices:
      break;
  }
  return text::read_text(typed);
}

Cell read_plain(const form::Field& field, std::string_view typed) {
  text::Reading reading = read_by_type(field.type, typed);
  Cell cell;
  if (reading.state == text::ReadingState::blank) return cell;
  if (reading.state == text::ReadingState::unread) return state_cell(CellState::unread);
  if (reading.state == text::ReadingState::none) {
    cell.state = CellState::none;
  } else if (field.type == form::FieldType::whole_number || field.type == form::FieldType::decimal) {
    const std::optional<number::Decimal> amount = number::Decimal::parse(reading.value);
    if (!amount || !fits_cell(*amount)) return state_cell(CellState::unread);
    cell = value_cell(*amount);
  } else {
    cell = value_cell(std::move(reading.value));
  }
  cell.remark = std::move(reading.remark);
  return cell;
}

std::vector<TickOption> tick_options(const form::Field& field) {
  if (field.type == form::FieldType::yes_no) return {{"是", false}, {"否", false}};
  std::vector<TickOption> options;
  for (const form::Choice& choice : field.choices) options.push_back({choice.label, choice.other});
  return options;
}

Cell one_answer(const form::Field& field, const TickReading& reading) {
  if (reading.ticked.empty()) return {};
  if (reading.ticked.size() > 1) return state_cell(CellState::unread);
  const std::size_t index = reading.ticked.front();
  return field.type == form::FieldType::yes_no ? value_cell(index == 0) : value_cell(field.choices[index].id);
}

Cell many_answers(const form::Field& field, const TickReading& reading) {
  if (reading.ticked.empty() && reading.other.empty()) return {};
  ChoiceIds ids;
  for (const std::size_t index : reading.ticked) ids.push_back(field.choices[index].id);
  Cell cell = value_cell(std::move(ids));
  cell.other = reading.other;
  return cell;
}

Cell read_choices(const form::Field& field, std::string_view typed) {
  const std::string cleaned = text::clean_prose(typed);
  if (cleaned.empty()) return {};
  const TickReading reading = read_ticks(tick_options(field), cleaned);
  if (!reading.understood) {
    return state_cell(text::says_none(cleaned) ? CellState::none : CellState::unread);
  }
  return field.type == form::FieldType::many_choices ? many_answers(field, reading)
                                                     : one_answer(field, reading);
}

/// A choice's id stands for itself: what controls and other programs hand over.
std::optional<Cell> read_choice_id(const form::Field& field, std::string_view typed) {
  const auto choice = std::find_if(field.choices.begin(), field.choices.end(),
                                   [&](const form::Choice& each) { return each.id == typed; });
  if (choice == field.choices.end()) return std::nullopt;
  if (field.type == form::FieldType::one_choice) return value_cell(choice->id);
  return value_cell(ChoiceIds{choice->id});
}

/// What 无 means where something is counted and 无 has no place: 0, if the field takes that.
std::string nothing_counted(const form::Field& field) {
  const bool above_zero = field.minimum && *field.minimum > number::Decimal();
  return form::is_number(field.type) && !field.allows_none && !above_zero ? "0" : "";
}

}  // namespace

std::string proposal(const form::Field& field, const Cell& cell) {
  if (cell.state == CellState::none) return nothing_counted(field);
  if (cell.state != CellState::unread || form::is_choice(field.type)) return {};
  const text::Reading reading = read_by_type(field.type, cell.raw);
  const std::string& meant = reading.state == text::ReadingState::value ? reading.value : reading.proposal;
  return read_cell(field, meant).state == CellState::value ? meant : std::string();
}

Cell read_cell(const form::Field& field, std::string_view typed) {
  const std::string_view trimmed = trim_blanks(typed);
  if (trimmed.empty()) return {};
  if (trimmed.size() > max_cell_bytes) {
    Cell cell = state_cell(CellState::unread);
    cell.raw = trim_blanks(text::beginning(trimmed, max_cell_bytes));
    return cell;
  }
  const bool is_choice = form::is_choice(field.type);
  if (is_choice) {
    if (std::optional<Cell> cell = read_choice_id(field, trimmed)) return *std::move(cell);
  }
  Cell cell = is_choice ? read_choices(field, trimmed) : read_plain(field, trimmed);
  if (cell.state == CellState::blank) return cell;
  if (cell.state == CellState::unread || display(field, cell) != trimmed) cell.raw = trimmed;
  return cell;
}

}  // namespace tianbao::document
