#include "wasm/screen/controls.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>
#include <vector>

#include "shared/layout/grid.h"
#include "wasm/app/control_ids.h"
#include "wasm/screen/known.h"
#include "wasm/screen/parts.h"
#include "wasm/screen/shown_findings.h"

namespace tianbao::screen {
namespace {

InputKind input_of(form::FieldType type) {
  switch (type) {
    case form::FieldType::long_text:
    case form::FieldType::text_list:
    case form::FieldType::url_list:
      return InputKind::multiline;
    case form::FieldType::whole_number:
    case form::FieldType::decimal:
      return InputKind::number;
    case form::FieldType::date:
      return InputKind::date;
    case form::FieldType::phone:
      return InputKind::phone;
    case form::FieldType::email:
      return InputKind::email;
    case form::FieldType::url:
      return InputKind::url;
    default:
      return InputKind::text;
  }
}

bool stands_at(const check::Finding& finding, std::size_t field) {
  return finding.fields.front() == field;
}

/// How what was typed has been understood where the value alone does not tell; "" when it does.
std::string reading_text(const form::Field& field, const document::Cell& cell) {
  std::string text;
  const bool is_shown = cell.state == document::CellState::unread && !form::is_choice(field.type);
  if (!cell.raw.empty() && !is_shown) text = "原填：" + cell.raw;
  if (!cell.remark.empty()) text += (text.empty() ? "备注：" : "　备注：") + cell.remark;
  return text;
}

/// Whose help stands on the screen for this field: what holds for the whole row of a table is said once.
const form::Field& help_bearer(const form::Form& form, std::size_t index) {
  const form::Field& field = form.fields[index];
  while (field.table_cell && index > 0) {
    const form::Field& before = form.fields[index - 1];
    const bool is_same_row = before.section == field.section && before.group == field.group &&
                             before.table_cell->row == field.table_cell->row;
    if (!is_same_row || before.help != field.help) break;
    --index;
  }
  return form.fields[index];
}

void describe(const app::State& state, std::size_t index, const ShownFindings& findings, Node& control) {
  const app::Report& report = *state.report;
  const form::Field& field = report.form.fields[index];
  if (!field.help.empty()) {
    control.described_by.push_back("help." + help_bearer(report.form, index).address);
  }
  if (!reading_text(field, report.document.cells[index]).empty()) {
    control.described_by.push_back("reading." + field.address);
  }
  for (const std::uint32_t place : findings.naming[index]) {
    const check::Finding* const finding = findings.all[place];
    control.described_by.push_back("finding." + finding_place(report, *finding));
    if (stands_at(*finding, index) && finding->severity == form::Severity::error) control.invalid = true;
  }
}

Node make_option(const form::Field& field, const std::string& choice, const std::string& label,
                 bool checked) {
  Node option = make_node(Kind::option, app::option_id(field.address, choice));
  option.text = label;
  option.checked = checked;
  return option;
}

bool is_chosen(const document::Cell& cell, const std::string& choice) {
  if (const auto* const id = std::get_if<std::string>(&cell.value)) return *id == choice;
  const auto* const ids = std::get_if<document::ChoiceIds>(&cell.value);
  return ids != nullptr && std::find(ids->begin(), ids->end(), choice) != ids->end();
}

void add_other(const app::State& state, const form::Field& field, const document::Cell& cell,
               const std::string& choice_label, Node& control) {
  Node other = make_node(Kind::field, app::other_id(field.address));
  other.label = control.label + " " + choice_label;
  other.value = state.editing.has_value() && state.editing->id == other.id ? state.editing->text : cell.other;
  other.described_by = control.described_by;
  other.disabled = control.disabled;
  control.children.push_back(std::move(other));
}

void add_options(const app::State& state, const form::Field& field, const document::Cell& cell,
                 Node& control) {
  if (field.type == form::FieldType::yes_no) {
    const bool* const answer = std::get_if<bool>(&cell.value);
    control.children.push_back(make_option(field, "yes", "是", answer != nullptr && *answer));
    control.children.push_back(make_option(field, "no", "否", answer != nullptr && !*answer));
    return;
  }
  control.multiple = field.type == form::FieldType::many_choices;
  for (const form::Choice& choice : field.choices) {
    Node option = make_option(field, choice.id, choice.label, is_chosen(cell, choice.id));
    if (!choice.help.empty()) option.described_by.push_back("help." + field.address + "." + choice.id);
    option.disabled = control.disabled;
    option.multiple = control.multiple;
    control.children.push_back(std::move(option));
  }
  if (const form::Choice* const other = form::other_choice(field))
    add_other(state, field, cell, other->label, control);
}

void add_help(const form::Form& form, std::size_t index, Node& cell) {
  const form::Field& field = form.fields[index];
  if (!field.help.empty() && &help_bearer(form, index) == &field) {
    cell.children.push_back(make_text("help." + field.address, field.help, Tone::muted));
  }
  for (const form::Choice& choice : field.choices) {
    if (choice.help.empty()) continue;
    cell.children.push_back(
        make_text("help." + field.address + "." + choice.id, choice.label + "：" + choice.help, Tone::muted));
  }
}

/// Radio buttons cannot be unticked, and a choice that may stay open has to have a way back.
bool can_be_cleared(const app::Report& report, std::size_t index) {
  const form::Field& field = report.form.fields[index];
  return (field.type == form::FieldType::yes_no || field.type == form::FieldType::one_choice) &&
         !report.checked.outcome().required[index] &&
         report.document.cells[index].state != document::CellState::blank;
}

Node build_control(const app::State& state, std::size_t index, const ShownFindings& findings) {
  const app::Report& report = *state.report;
  const form::Field& field = report.form.fields[index];
  const document::Cell& cell = report.document.cells[index];
  Node control =
      make_node(form::is_choice(field.type) ? Kind::choice : Kind::field, app::cell_id(field.address));
  control.label = layout::full_label(report.form, index);
  control.required = report.checked.outcome().required[index];
  // What stands where nothing applies has to be within reach, or it could not be taken away.
  const bool does_not_apply =
      !report.checked.outcome().relevant[index] && cell.state == document::CellState::blank;
  control.disabled = does_not_apply || field.computed.has_value();
  describe(state, index, findings, control);
  if (form::is_choice(field.type)) {
    add_options(state, field, cell, control);
    return control;
  }
  control.input = input_of(field.type);
  if (!field.table_cell || !form::is_unit_around(report.form, field)) control.unit = field.unit;
  control.value = state.editing.has_value() && state.editing->id == control.id
                      ? state.editing->text
                      : document::display(field, cell);
  return control;
}

}  // namespace

void add_control(const app::State& state, std::size_t index, const ShownFindings& findings, Node& cell) {
  Node control = build_control(state, index, findings);
  std::vector<Node> known = build_known(*state.report, index);
  for (const Node& node : known) control.described_by.push_back(node.id);
  cell.children.push_back(std::move(control));
  if (stands_below_row(state.report->form, index)) return;
  std::move(known.begin(), known.end(), std::back_inserter(cell.children));
}

void add_side(const app::State& state, std::size_t index, const ShownFindings& findings, Node& cell) {
  const app::Report& report = *state.report;
  const form::Field& field = report.form.fields[index];
  add_help(report.form, index, cell);
  const std::string reading = reading_text(field, report.document.cells[index]);
  if (!reading.empty()) {
    cell.children.push_back(make_text("reading." + field.address, reading, Tone::notice));
  }
  Node list = make_node(Kind::findings, "findings." + field.address);
  for (const std::uint32_t place : findings.naming[index]) {
    const check::Finding* const finding = findings.all[place];
    if (stands_at(*finding, index)) list.children.push_back(build_finding(state, *finding));
  }
  if (!list.children.empty()) cell.children.push_back(std::move(list));
  if (can_be_cleared(report, index)) {
    Node button = make_node(Kind::button, "clear." + field.address);
    button.text = "不选";
    button.label = layout::full_label(report.form, index) + " 不选";
    cell.children.push_back(std::move(button));
  }
}

}  // namespace tianbao::screen
