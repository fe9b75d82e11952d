#include "shared/layout/printed.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

namespace tianbao::layout {

namespace {

constexpr std::string_view option_gap = "\u3000\u3000\u3000";
constexpr std::string_view blank_line = "______";

bool is_ticked(const document::Cell& cell, std::string_view choice) {
  if (const auto* one = std::get_if<std::string>(&cell.value)) return *one == choice;
  if (const auto* many = std::get_if<document::ChoiceIds>(&cell.value)) {
    return std::find(many->begin(), many->end(), choice) != many->end();
  }
  return false;
}

std::vector<Option> yes_no_options(const document::Cell& cell) {
  const bool* answer = std::get_if<bool>(&cell.value);
  std::vector<Option> options(2);
  options[0].label = "是";
  options[0].ticked = answer != nullptr && *answer;
  options[1].label = "否";
  options[1].ticked = answer != nullptr && !*answer;
  return options;
}

std::vector<Option> choice_options(const form::Field& field, const document::Cell& cell) {
  std::vector<Option> options;
  for (const form::Choice& choice : field.choices) {
    Option option;
    option.label = choice.label;
    option.ticked = is_ticked(cell, choice.id);
    option.has_line = choice.other;
    if (choice.other) option.text = cell.other;
    option.break_after = choice.break_after;
    options.push_back(std::move(option));
  }
  return options;
}

/// "2020-01-15" as 2020年1月15日; other text stays.
std::string print_date(const std::string& iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return iso;
  const auto without_zero = [](std::string digits) {
    return digits.front() == '0' ? digits.substr(1) : digits;
  };
  return iso.substr(0, 4) + "年" + without_zero(iso.substr(5, 2)) + "月" + without_zero(iso.substr(8, 2)) +
         "日";
}

std::string print_text(const form::Field& field, const document::Cell& cell) {
  if (cell.state == document::CellState::blank) return {};
  std::string text = document::display(field, cell);
  const bool is_date = field.type == form::FieldType::date && cell.state == document::CellState::value;
  return is_date ? print_date(text) : text;
}

}  // namespace

Printed print_cell(const form::Field& field, const document::Cell& cell) {
  Printed printed;
  const bool answered = cell.state == document::CellState::value;
  if (form::is_choice(field.type) && cell.state != document::CellState::unread) {
    printed.options =
        field.type == form::FieldType::yes_no ? yes_no_options(cell) : choice_options(field, cell);
    // Unticked boxes alone would say that nothing was answered.
    if (!answered) printed.text = print_text(field, cell);
  } else {
    printed.text = print_text(field, cell);
  }
  if (!cell.remark.empty()) printed.text += "（" + cell.remark + "）";
  return printed;
}

std::string to_text(const std::vector<Option>& options) {
  std::string text;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const Option& option = options[i];
    text += option.ticked ? "☑" : "□";
    text += option.label;
    if (option.has_line) text += option.text.empty() ? blank_line : std::string_view(option.text);
    if (i + 1 < options.size()) text += option.break_after ? "\n" : option_gap;
  }
  return text;
}

}  // namespace tianbao::layout
