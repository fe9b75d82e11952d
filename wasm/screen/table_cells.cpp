#include "wasm/screen/table_cells.h"

#include <utility>
#include <vector>

#include "shared/layout/columns.h"
#include "wasm/screen/parts.h"

namespace tianbao::screen {

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
    case layout::CellRole::note:
      return CellKind::side;
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
    case layout::CellRole::note:
      return "note.";
  }
  return "value.";
}

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

std::size_t text_place(const layout::Grid& grid, std::size_t column) {
  const std::size_t group_edge = grid.group_column > 0 ? head_percent : 0;
  if (column >= grid.value_column) return value_edge;
  if (column >= grid.label_column)
    return grid.label_column > grid.group_column ? group_edge + head_percent : group_edge;
  return column >= grid.group_column ? group_edge : 0;
}

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

void add_row_inside(Node& table, Node row, bool has_label_beside) {
  const std::size_t place = table.children.size();
  for (std::size_t above = 0; above < place; ++above) {
    for (Node& cell : table.children[above].children) {
      const bool is_head = cell.cell == CellKind::section || cell.cell == CellKind::group ||
                           (has_label_beside && cell.cell == CellKind::label);
      if (is_head && above + cell.row_span >= place) ++cell.row_span;
    }
  }
  table.children.push_back(std::move(row));
}
std::size_t field_of_value(const layout::Grid& grid, std::size_t begin) {
  std::size_t index = begin;
  while (grid.cells[index].role != layout::CellRole::value ||
         grid.cells[index].field == layout::GridCell::no_field)
    ++index;
  return grid.cells[index].field;
}

}  // namespace tianbao::screen
