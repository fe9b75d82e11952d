#include "wasm/screen/table.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "shared/layout/columns.h"
#include "wasm/screen/controls.h"
#include "wasm/screen/known.h"
#include "wasm/screen/parts.h"
#include "wasm/screen/repeated_rows.h"
#include "wasm/screen/table_cells.h"

namespace tianbao::screen {
namespace {

constexpr std::size_t item_label_percent = 18;

Node build_side(const app::State& state, std::size_t field, const ShownFindings& findings) {
  Node side = make_cell(CellKind::side, "side." + state.report->form.fields[field].address, side_edge,
                        layout::all_percent);
  add_side(state, field, findings, side);
  return side;
}

const std::string& address_of_value(const app::State& state, const layout::Grid& grid, std::size_t begin) {
  return state.report->form.fields[field_of_value(grid, begin)].address;
}

/// The section whose cell it is, which is named when there is more in the cell than its name.
void add_section_act(const app::State& state, std::size_t field, Node& cell) {
  add_none_act(*state.report, state.report->form.fields[field].section, cell);
  if (!cell.children.empty()) cell.label = cell.text;
}

Node build_cell(const app::State& state, const layout::GridCell& cell, const std::string& row_address,
                std::size_t begin, std::size_t end, const ShownFindings& findings) {
  const bool has_field = cell.field != layout::GridCell::no_field;
  const std::string& address = has_field ? state.report->form.fields[cell.field].address : row_address;
  Node node = make_cell(kind_of(cell.role), std::string(name_of(cell.role)) + address, begin, end);
  node.row_span = static_cast<std::uint32_t>(cell.row_span);
  if (cell.role == layout::CellRole::value && has_field) {
    add_control(state, cell.field, findings, node);
    return node;
  }
  node.text = cell.text;
  node.unit = cell.unit;
  if (cell.draft) node.note = "草稿";
  return node;
}

Node build_item(const app::State& state, std::size_t index, const ShownFindings& findings) {
  const form::Field& field = state.report->form.fields[index];
  Node row = make_node(Kind::row, "row." + field.address);
  Node label = make_cell(CellKind::label, "label." + field.address, 0, item_label_percent);
  label.text = field.label;
  label.unit = field.unit;
  Node value = make_cell(CellKind::value, "value." + field.address, item_label_percent, side_edge);
  add_control(state, index, findings, value);
  row.children.push_back(std::move(label));
  row.children.push_back(std::move(value));
  row.children.push_back(build_side(state, index, findings));
  return row;
}

/// Fields that share a line on paper have one each on the screen, where their values need room to be read:
/// the labels of all of them stand below the first one's.
void add_paper_row(const app::State& state, const layout::Grid& grid, Range cells,
                   const ShownFindings& findings, Node& table) {
  const layout::GridCell* first_label = nullptr;
  std::vector<Node> heads;  // of the row that comes next
  bool is_first = true;
  for (std::size_t index = cells.begin; index < cells.end; ++index) {
    const layout::GridCell& cell = grid.cells[index];
    const std::string& address = address_of_value(state, grid, index);
    if (cell.role == layout::CellRole::label && first_label == nullptr) first_label = &cell;
    const layout::GridCell& placed =
        cell.role == layout::CellRole::label && first_label != nullptr ? *first_label : cell;
    const std::size_t end = text_place(grid, placed.column + placed.column_span);
    if (cell.role != layout::CellRole::value) {
      heads.push_back(build_cell(state, cell, address, text_place(grid, placed.column), end, findings));
      if (cell.role == layout::CellRole::section) {
        add_section_act(state, field_of_value(grid, index), heads.back());
      }
      continue;
    }
    const std::size_t begin = first_label == nullptr
                                  ? value_edge
                                  : text_place(grid, first_label->column + first_label->column_span);
    Node row = make_node(Kind::row, "row." + address);
    row.children = std::move(heads);
    heads.clear();
    row.children.push_back(build_cell(state, cell, address, begin, side_edge, findings));
    row.children.push_back(build_side(state, cell.field, findings));
    if (is_first) {
      table.children.push_back(std::move(row));
    } else {
      add_row_inside(table, std::move(row), false);
    }
    is_first = false;
  }
}

/// What there is to say of a table's row stands below it, over the whole width behind its label.
void add_notes_row(const app::State& state, const layout::Grid& grid, Range cells,
                   const ShownFindings& findings, Node& table) {
  const std::string& address = address_of_value(state, grid, cells.begin);
  Node notes = make_cell(CellKind::side, "side." + address, value_edge, layout::all_percent);
  Node known = make_node(Kind::actions, "known." + address);
  for (std::size_t index = cells.begin; index < cells.end; ++index) {
    const layout::GridCell& cell = grid.cells[index];
    const bool has_control = cell.role == layout::CellRole::value && cell.field != layout::GridCell::no_field;
    if (!has_control) continue;
    add_side(state, cell.field, findings, notes);
    if (!stands_below_row(state.report->form, cell.field)) continue;
    for (Node& node : build_known(*state.report, cell.field)) known.children.push_back(std::move(node));
  }
  if (!known.children.empty()) notes.children.insert(notes.children.begin(), std::move(known));
  add_removal(*state.report, field_of_value(grid, cells.begin), notes);
  if (notes.children.empty()) return;
  Node row = make_node(Kind::row, "notes." + address);
  row.children.push_back(std::move(notes));
  add_row_inside(table, std::move(row), true);
}

/// The name of the column that a value of a table stands in, of those in the last row of names.
std::string_view column_name(const layout::Grid& grid, Range heads, const layout::GridCell& value) {
  for (std::size_t index = heads.begin; index < heads.end; ++index) {
    if (grid.cells[index].column == value.column) return grid.cells[index].text;
  }
  return {};
}

/// The names of the columns, or one row of the values below them.
void add_table_row(const app::State& state, const layout::Grid& grid, Range heads, Range cells,
                   const ShownFindings& findings, Node& table) {
  const bool is_head = grid.cells[cells.end - 1].role == layout::CellRole::column;
  const std::string& row_address = address_of_value(state, grid, cells.begin);
  Node row = make_node(Kind::row, (is_head ? "columns." : "row.") + row_address);
  for (std::size_t index = cells.begin; index < cells.end; ++index) {
    const layout::GridCell& cell = grid.cells[index];
    const std::size_t end = cell.column + cell.column_span;
    const bool is_behind_label = cell.column >= grid.value_column;
    Node node = build_cell(state, cell, row_address + "." + std::to_string(cell.column),
                           is_behind_label ? table_place(grid, cell.column) : text_place(grid, cell.column),
                           is_behind_label ? table_place(grid, end) : text_place(grid, end), findings);
    // Where the columns' names are out of sight: one below the other, on a narrow screen.
    if (cell.role == layout::CellRole::value) node.label = column_name(grid, heads, cell);
    if (cell.role == layout::CellRole::section) add_section_act(state, field_of_value(grid, index), node);
    row.children.push_back(std::move(node));
  }
  table.children.push_back(std::move(row));
  if (!is_head) add_notes_row(state, grid, cells, findings, table);
}

void add_note_row(const layout::GridCell& note, Node& table) {
  const std::string place = std::to_string(note.row);
  Node cell = make_cell(CellKind::side, "note." + place, 0, layout::all_percent);
  cell.text = note.text;
  Node row = make_node(Kind::row, "row." + place);
  row.children.push_back(std::move(cell));
  table.children.push_back(std::move(row));
}

bool is_of_table(const layout::GridCell& last) {
  return last.role == layout::CellRole::column || last.head_row != layout::GridCell::no_row;
}

}  // namespace

Node build_table(const app::State& state, const layout::Grid& grid, const ShownFindings& findings) {
  Node table = make_node(Kind::grid, "grid.table");
  table.label = grid.title;
  std::size_t begin = 0;
  Range heads;
  while (begin < grid.cells.size()) {
    std::size_t end = begin;
    while (end < grid.cells.size() && grid.cells[end].row == grid.cells[begin].row) ++end;
    if (grid.cells[begin].role == layout::CellRole::note) {
      add_note_row(grid.cells[begin], table);
    } else if (is_of_table(grid.cells[end - 1])) {
      if (grid.cells[end - 1].role == layout::CellRole::column) heads = {begin, end};
      add_table_row(state, grid, heads, {begin, end}, findings, table);
      if (ends_rows(*state.report, grid, {begin, end}))
        add_rows_acts(*state.report, grid, {begin, end}, table);
    } else {
      add_paper_row(state, grid, {begin, end}, findings, table);
    }
    begin = end;
  }
  make_columns(table);
  return table;
}

Node build_items(const app::State& state, form::SectionPlace place, const ShownFindings& findings) {
  const form::Form& form = state.report->form;
  const bool is_header = place == form::SectionPlace::header;
  Node grid = make_node(Kind::grid, is_header ? "grid.header" : "grid.footer");
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    const form::Section& section = form.sections[form.fields[index].section];
    if (section.place != place) continue;
    if (grid.label.empty()) grid.label = section.label;
    grid.children.push_back(build_item(state, index, findings));
  }
  make_columns(grid);
  return grid;
}

}  // namespace tianbao::screen
