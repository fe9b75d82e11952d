#include "wasm/screen/table.h"

#include <string>
#include <utility>
#include <vector>

#include "shared/layout/columns.h"
#include "wasm/screen/controls.h"
#include "wasm/screen/parts.h"

namespace tianbao::screen {
namespace {

// In percent of the width: 解读信息发布 and （单位：条） stand on one line each as a section or a group, and
// what stands beside a value has 20 characters a line at 1,280 pixels. The cells of a table have the side's
// room too.
constexpr std::size_t head_percent = 12;
constexpr std::size_t value_edge = 33;
constexpr std::size_t side_edge = 67;
constexpr std::size_t item_label_percent = 18;

CellKind kind_of(layout::CellRole role) {
  switch (role) {
    case layout::CellRole::section:
      return CellKind::section;
    case layout::CellRole::group:
      return CellKind::group;
    case layout::CellRole::label:
      return CellKind::label;
    case layout::CellRole::column:
      return CellKind::column;
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
    case layout::CellRole::column:
      return "column.";
    case layout::CellRole::value:
      return "value.";
  }
  return "value.";
}

/// From `begin` to `end`, both in percent of the width until make_columns().
Node make_cell(CellKind kind, std::string id, std::size_t begin, std::size_t end) {
  Node node = make_node(Kind::cell, std::move(id));
  node.cell = kind;
  node.column = static_cast<std::uint32_t>(begin);
  node.column_span = static_cast<std::uint32_t>(end - begin);
  return node;
}

void make_columns(Node& table) {
  std::vector<std::size_t> begins;
  for (const Node& row : table.children) {
    for (const Node& cell : row.children) begins.push_back(cell.column);
  }
  const layout::Columns columns(begins);
  for (Node& row : table.children) {
    for (Node& cell : row.children) {
      const std::size_t end = columns.at(cell.column + cell.column_span);
      cell.column = static_cast<std::uint32_t>(columns.at(cell.column));
      cell.column_span = static_cast<std::uint32_t>(end) - cell.column;
    }
  }
  for (const std::size_t width : columns.widths_percent()) {
    table.column_widths_percent.push_back(static_cast<std::uint8_t>(width));
  }
}

/// Where a column of the paper's texts begins on the screen. The paper's are narrower than a screen's text.
std::size_t text_place(const layout::Grid& grid, std::size_t column) {
  const std::size_t group_edge = grid.group_column > 0 ? head_percent : 0;
  if (column >= grid.value_column) return value_edge;
  if (column >= grid.label_column)
    return grid.label_column > grid.group_column ? group_edge + head_percent : group_edge;
  return column >= grid.group_column ? group_edge : 0;
}

/// Where a column of one of the paper's tables begins on the screen: they share what is behind the labels.
std::size_t table_place(const layout::Grid& grid, std::size_t column) {
  std::size_t paper_edge = 0;
  std::size_t paper_place = 0;
  for (std::size_t before = 0; before < column; ++before) {
    paper_place += grid.column_widths_percent[before];
    if (before < grid.value_column) paper_edge += grid.column_widths_percent[before];
  }
  return value_edge +
         (paper_place - paper_edge) * (layout::all_percent - value_edge) / (layout::all_percent - paper_edge);
}

/// Puts another row of the paper row at the end of the table; the sections and groups that stand there stand
/// beside it too.
void add_row_inside(Node& table, Node row) {
  const std::size_t place = table.children.size();
  for (std::size_t above = 0; above < place; ++above) {
    for (Node& cell : table.children[above].children) {
      const bool is_head = cell.cell == CellKind::section || cell.cell == CellKind::group;
      if (is_head && above + cell.row_span >= place) ++cell.row_span;
    }
  }
  table.children.push_back(std::move(row));
}

Node build_side(const app::State& state, std::size_t field, const ShownFindings& findings) {
  Node side = make_cell(CellKind::side, "side." + state.report->form.fields[field].address, side_edge,
                        layout::all_percent);
  add_side(state, field, findings, side);
  return side;
}

/// Of layout::Grid::cells.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The address of the next field that has its value among these cells; of a row without one, where columns
/// are named, of that of the row below.
const std::string& address_of_value(const app::State& state, const layout::Grid& grid, std::size_t begin) {
  std::size_t index = begin;
  while (grid.cells[index].role != layout::CellRole::value ||
         grid.cells[index].field == layout::GridCell::no_field)
    ++index;
  return state.report->form.fields[grid.cells[index].field].address;
}

Node build_cell(const app::State& state, const layout::GridCell& cell, const std::string& row_address,
                std::size_t begin, std::size_t end, const ShownFindings& findings) {
  const bool has_field = cell.field != layout::GridCell::no_field;
  const std::string& address = has_field ? state.report->form.fields[cell.field].address : row_address;
  Node node = make_cell(kind_of(cell.role), std::string(name_of(cell.role)) + address, begin, end);
  node.row_span = static_cast<std::uint32_t>(cell.row_span);
  if (cell.role == layout::CellRole::value && has_field) {
    const form::Field& field = state.report->form.fields[cell.field];
    // Where the columns' names are out of sight: one below the other, on a narrow screen.
    if (field.table_cell) {
      node.label = state.report->form.sections[field.section]
                       .groups[field.group]
                       .columns[field.table_cell->column]
                       .label;
    }
    node.children.push_back(build_control(state, cell.field, findings));
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
  value.children.push_back(build_control(state, index, findings));
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
      add_row_inside(table, std::move(row));
    }
    is_first = false;
  }
}

/// What there is to say of a table's row stands below it, over the whole width behind its label.
void add_notes_row(const app::State& state, const layout::Grid& grid, Range cells,
                   const ShownFindings& findings, Node& table) {
  const std::string& address = address_of_value(state, grid, cells.begin);
  Node notes = make_cell(CellKind::side, "side." + address, value_edge, layout::all_percent);
  for (std::size_t index = cells.begin; index < cells.end; ++index) {
    const layout::GridCell& cell = grid.cells[index];
    const bool has_control = cell.role == layout::CellRole::value && cell.field != layout::GridCell::no_field;
    if (has_control) add_side(state, cell.field, findings, notes);
  }
  if (notes.children.empty()) return;
  for (Node& cell : table.children.back().children) {
    if (cell.cell == CellKind::label) cell.row_span = 2;
  }
  Node row = make_node(Kind::row, "notes." + address);
  row.children.push_back(std::move(notes));
  add_row_inside(table, std::move(row));
}

/// The names of the columns, or one row of the values below them.
void add_table_row(const app::State& state, const layout::Grid& grid, Range cells,
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
    row.children.push_back(std::move(node));
  }
  table.children.push_back(std::move(row));
  if (!is_head) add_notes_row(state, grid, cells, findings, table);
}

bool is_of_table(const layout::GridCell& last) {
  return last.role == layout::CellRole::column || last.head_row != layout::GridCell::no_row;
}

}  // namespace

Node build_table(const app::State& state, const layout::Grid& grid, const ShownFindings& findings) {
  Node table = make_node(Kind::grid, "grid.table");
  table.label = grid.title;
  std::size_t begin = 0;
  while (begin < grid.cells.size()) {
    std::size_t end = begin;
    while (end < grid.cells.size() && grid.cells[end].row == grid.cells[begin].row) ++end;
    if (is_of_table(grid.cells[end - 1])) {
      add_table_row(state, grid, {begin, end}, findings, table);
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
