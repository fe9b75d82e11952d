#include "shared/document/cell.h"

#include <algorithm>
#include <string_view>

namespace tianbao::document {
namespace {

const form::Choice* find_choice(const form::Field& field, std::string_view id) {
  for (const form::Choice& choice : field.choices) {
    if (choice.id == id) return &choice;
  }
  return nullptr;
}

/// An id that the form has not is shown as it is: the check names it.
std::string choice_label(const form::Field& field, std::string_view id) {
  const form::Choice* choice = find_choice(field, id);
  return choice ? choice->label : std::string(id);
}

/// 其他 comes last, so that its text has an end. A text beside an unticked 其他 needs the boxes to be told
/// from one beside a ticked 其他.
std::string display_choices(const form::Field& field, const ChoiceIds& ids, const std::string& other) {
  const form::Choice* const asks_for_text = form::other_choice(field);
  const auto is_other = [&](const std::string& id) { return asks_for_text && asks_for_text->id == id; };
  const bool other_ticked = std::any_of(ids.begin(), ids.end(), is_other);
  const bool shows_boxes = !other.empty() && !other_ticked;
  const std::string_view between = shows_boxes ? " " : "、";

  std::string text;
  const auto append = [&](std::string_view mark, const std::string& label) {
    if (!text.empty()) text += between;
    text += mark;
    text += label;
  };
  for (const std::string& id : ids) {
    if (!is_other(id)) append(shows_boxes ? "☑" : "", choice_label(field, id));
  }
  if (other_ticked || !other.empty())
    append(shows_boxes ? "□" : "", asks_for_text ? asks_for_text->label : "其他");
  if (!other.empty()) text += "：" + other;
  return text;
}

}  // namespace

bool fits_cell(const number::Decimal& value) {
  // Numbers of at least 10^15 have more digits when written out, even where the last ones are zeros.
  const number::Decimal limit = number::Decimal::from_integer(1'000'000'000'000'000);
  const number::Decimal magnitude = value.is_negative() ? value.negated() : value;
  return magnitude < limit && value.significant_digits() <= max_number_digits &&
         value.decimal_places() <= max_number_decimal_places;
}

std::string as_typed(const form::Field& field, const Cell& cell) {
  return cell.raw.empty() ? display(field, cell) : cell.raw;
}

std::string display(const form::Field& field, const Cell& cell) {
  switch (cell.state) {
    case CellState::blank:
      return {};
    case CellState::none:
      return "无";
    case CellState::unread:
      return cell.raw;
    case CellState::value:
      break;
  }
  if (const bool* const answer = std::get_if<bool>(&cell.value)) return *answer ? "是" : "否";
  if (const auto* const amount = std::get_if<number::Decimal>(&cell.value)) return amount->to_string();
  if (const auto* const ids = std::get_if<ChoiceIds>(&cell.value))
    return display_choices(field, *ids, cell.other);
  if (const auto* const text = std::get_if<std::string>(&cell.value)) {
    return field.type == form::FieldType::one_choice ? choice_label(field, *text) : *text;
  }
  return {};
}

}  // namespace tianbao::document
