#include "wasm/screen/table.h"

#include <algorithm>
#include <string>
#include <utility>

#include "wasm/screen/controls.h"
#include "wasm/screen/parts.h"

namespace tianbao::screen {
namespace {

/// Of the whole width; wide enough for 16 characters a line beside the table at 1,280 pixels.
constexpr int side_percent = 36;
constexpr int least_head_percent = 12;
constexpr int item_label_percent = 18;

using Findings = std::vector<const check::Finding*>;

CellKind kind_of(layout::CellRole role) {
  switch (role) {
    case layout::CellRole::section:
      return CellKind::section;
    case layout::CellRole::group:
      return CellKind::group;
    case layout::CellRole::label:
      return CellKind::label;
    case layout::CellRole::value:
      return CellKind::value;
  }
  return CellKind::value;
}

std::string_view name_of(layout::CellRole role) {
  switch (role) {
    case layout::CellRole::section:
      return "section.";
    case layout::CellRole::group:
      return "group.";
    case layout::CellRole::label:
      return "label.";
    case layout::CellRole::value:
      return "value.";
  }
  return "value.";
}

Node make_cell(CellKind kind, std::string id, std::size_t column) {
  Node node = make_node(Kind::cell, std::move(id));
  node.cell = kind;
  node.column = static_cast<std::uint32_t>(column);
  return node;
}

/// The printed table's widths beside a column for help and findings. Section and group heads stand left of
/// the label and the three columns of values, and keep room for `（单位：条）` on one line.
std::vector<std::uint8_t> widths_with_side(const std::vector<int>& table_percent) {
  constexpr std::size_t columns_right_of_heads = 4;
  std::vector<std::uint8_t> widths;
  int rest = 100;
  for (std::size_t column = 0; column < table_percent.size(); ++column) {
    const bool is_head = column + columns_right_of_heads < table_percent.size();
    const int scaled =
        std::max(table_percent[column] * (100 - side_percent) / 100, is_head ? least_head_percent : 0);
    widths.push_back(static_cast<std::uint8_t>(scaled));
    rest -= scaled;
  }
  widths.push_back(static_cast<std::uint8_t>(rest));
  return widths;
}

/// The fields that have their value in this row, in order.
std::vector<std::size_t> fields_of_row(const layout::Grid& grid, std::size_t begin, std::size_t end) {
  std::vector<std::size_t> fields;
  for (std::size_t index = begin; index < end; ++index) {
    const layout::GridCell& cell = grid.cells[index];
    if (cell.role == layout::CellRole::value && cell.field != layout::GridCell::no_field) {
      fields.push_back(cell.field);
    }
  }
  return fields;
}

Node build_side(const app::State& state, const std::vector<std::size_t>& fields, std::size_t column,
                const Findings& findings) {
  const std::string& address = state.report->form.fields[fields.front()].address;
  Node side = make_cell(CellKind::side, "side." + address, column);
  for (const std::size_t field : fields) add_side(state, field, fields.size() > 1, findings, side);
  return side;
}

Node build_cell(const app::State& state, const layout::GridCell& cell, const std::string& row_address,
                const Findings& findings) {
  const bool has_field = cell.field != layout::GridCell::no_field;
  const std::string& address = has_field ? state.report->form.fields[cell.field].address : row_address;
  Node node = make_cell(kind_of(cell.role), std::string(name_of(cell.role)) + address, cell.column);
  node.row_span = static_cast<std::uint32_t>(cell.row_span);
  node.column_span = static_cast<std::uint32_t>(cell.column_span);
  if (cell.role == layout::CellRole::value && has_field) {
    node.children.push_back(build_control(state, cell.field, findings));
    return node;
  }
  node.text = cell.text;
  node.unit = cell.unit;
  if (cell.draft) node.note = "草稿";
  return node;
}

Node build_item(const app::State& state, std::size_t index, const Findings& findings) {
  const form::Field& field = state.report->form.fields[index];
  Node row = make_node(Kind::row, "row." + field.address);
  Node label = make_cell(CellKind::label, "label." + field.address, 0);
  label.text = field.label;
  label.unit = field.unit;
  Node value = make_cell(CellKind::value, "value." + field.address, 1);
  value.children.push_back(build_control(state, index, findings));
  row.children.push_back(std::move(label));
  row.children.push_back(std::move(value));
  row.children.push_back(build_side(state, {index}, 2, findings));
  return row;
}

}  // namespace

Node build_table(const app::State& state, const layout::Grid& grid, const Findings& findings) {
  Node table = make_node(Kind::grid, "grid.table");
  table.label = grid.title;
  table.column_widths_percent = widths_with_side(grid.column_widths_percent);
  std::size_t begin = 0;
  while (begin < grid.cells.size()) {
    std::size_t end = begin;
    while (end < grid.cells.size() && grid.cells[end].row == grid.cells[begin].row) ++end;
    const std::vector<std::size_t> fields = fields_of_row(grid, begin, end);
    // Every row of the official table has a value (shared/layout/grid.h); without one there is nothing to
    // name it by.
    if (!fields.empty()) {
      const std::string& address = state.report->form.fields[fields.front()].address;
      Node row = make_node(Kind::row, "row." + address);
      for (std::size_t index = begin; index < end; ++index) {
        row.children.push_back(build_cell(state, grid.cells[index], address, findings));
      }
      row.children.push_back(build_side(state, fields, grid.column_count, findings));
      table.children.push_back(std::move(row));
    }
    begin = end;
  }
  return table;
}

Node build_items(const app::State& state, form::SectionPlace place, const Findings& findings) {
  const form::Form& form = state.report->form;
  const bool is_header = place == form::SectionPlace::header;
  Node grid = make_node(Kind::grid, is_header ? "grid.header" : "grid.footer");
  grid.column_widths_percent = {item_label_percent, 100 - item_label_percent - side_percent, side_percent};
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    const form::Section& section = form.sections[form.fields[index].section];
    if (section.place != place) continue;
    if (grid.label.empty()) grid.label = section.label;
    grid.children.push_back(build_item(state, index, findings));
  }
  return grid;
}

}  // namespace tianbao::screen
