#include "wasm/screen/table.h"

#include <algorithm>
#include <string>
#include <utility>

#include "shared/flags.h"
#include "wasm/screen/controls.h"
#include "wasm/screen/parts.h"

namespace tianbao::screen {
namespace {

/// Of the whole width; wide enough for 20 characters a line beside the table at 1,280 pixels.
constexpr int side_percent = 33;
/// A column of sections or groups: 解读信息发布 and （单位：条） stand on one line each.
constexpr int head_percent = 12;
/// Sections, groups and labels together: what is left is for the values, which are what is written and read.
constexpr int texts_percent = 36;
constexpr int item_label_percent = 18;

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

/// Columns in which a section or a group stands by itself. The paper's are narrower than a screen's text.
Flags head_columns(const layout::Grid& grid) {
  Flags heads(grid.column_count, false);
  for (const layout::GridCell& cell : grid.cells) {
    const bool is_head = cell.role == layout::CellRole::section || cell.role == layout::CellRole::group;
    if (is_head && cell.column_span == 1) heads[cell.column] = true;
  }
  return heads;
}

std::size_t first_value_column(const layout::Grid& grid) {
  std::size_t first = grid.column_count;
  for (const layout::GridCell& cell : grid.cells) {
    if (cell.role == layout::CellRole::value) first = std::min(first, cell.column);
  }
  return first;
}

/// Labels have what sections and groups leave them; values share theirs as on paper, and the last has what
/// rounding leaves.
std::vector<std::uint8_t> screen_widths(const layout::Grid& grid) {
  const Flags heads = head_columns(grid);
  const std::size_t first_value = first_value_column(grid);
  int texts_left = texts_percent;
  int labels = 0;
  int paper = 0;
  for (std::size_t column = 0; column < grid.column_count; ++column) {
    if (column >= first_value) {
      paper += grid.column_widths_percent[column];
    } else if (heads[column]) {
      texts_left -= head_percent;
    } else {
      ++labels;
    }
  }
  std::vector<std::uint8_t> widths;
  int left = 100 - side_percent;
  const int values = left - texts_percent;
  for (std::size_t column = 0; column < grid.column_count; ++column) {
    const int width = column >= first_value ? values * grid.column_widths_percent[column] / std::max(paper, 1)
                      : heads[column]       ? head_percent
                                            : texts_left / std::max(labels, 1);
    widths.push_back(static_cast<std::uint8_t>(width));
    left -= width;
  }
  if (!widths.empty()) widths.back() = static_cast<std::uint8_t>(widths.back() + left);
  widths.push_back(side_percent);
  return widths;
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

Node build_side(const app::State& state, std::size_t field, std::size_t column,
                const ShownFindings& findings) {
  Node side = make_cell(CellKind::side, "side." + state.report->form.fields[field].address, column);
  add_side(state, field, findings, side);
  return side;
}

/// Of layout::Grid::cells.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The address of the next field that has its value among these cells.
const std::string& address_of_value(const app::State& state, const layout::Grid& grid, Range cells) {
  std::size_t index = cells.begin;
  while (grid.cells[index].role != layout::CellRole::value && index + 1 < cells.end) ++index;
  return state.report->form.fields[grid.cells[index].field].address;
}

Node build_cell(const app::State& state, const layout::GridCell& cell, const std::string& row_address,
                const ShownFindings& findings) {
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

Node build_item(const app::State& state, std::size_t index, const ShownFindings& findings) {
  const form::Field& field = state.report->form.fields[index];
  Node row = make_node(Kind::row, "row." + field.address);
  Node label = make_cell(CellKind::label, "label." + field.address, 0);
  label.text = field.label;
  label.unit = field.unit;
  Node value = make_cell(CellKind::value, "value." + field.address, 1);
  value.children.push_back(build_control(state, index, findings));
  row.children.push_back(std::move(label));
  row.children.push_back(std::move(value));
  row.children.push_back(build_side(state, index, 2, findings));
  return row;
}

/// Fields that share a line on paper have one each on the screen, where their values need room to be read:
/// the labels of all of them stand below the first one's. A row of the official table without a value has
/// nothing to name it by, and there is none (shared/layout/grid.h).
void add_paper_row(const app::State& state, const layout::Grid& grid, Range cells,
                   const ShownFindings& findings, Node& table) {
  const layout::GridCell* first_label = nullptr;
  std::vector<Node> heads;  // of the row that comes next
  bool is_first = true;
  for (std::size_t index = cells.begin; index < cells.end; ++index) {
    const layout::GridCell& cell = grid.cells[index];
    const std::string& address = address_of_value(state, grid, {index, cells.end});
    Node node = build_cell(state, cell, address, findings);
    if (cell.role == layout::CellRole::label) {
      if (first_label == nullptr) first_label = &cell;
      node.column = static_cast<std::uint32_t>(first_label->column);
      node.column_span = static_cast<std::uint32_t>(first_label->column_span);
    }
    if (cell.role != layout::CellRole::value || cell.field == layout::GridCell::no_field) {
      heads.push_back(std::move(node));
      continue;
    }
    if (first_label != nullptr) {
      node.column = static_cast<std::uint32_t>(first_label->column + first_label->column_span);
      node.column_span = static_cast<std::uint32_t>(grid.column_count) - node.column;
    }
    Node row = make_node(Kind::row, "row." + address);
    row.children = std::move(heads);
    heads.clear();
    row.children.push_back(std::move(node));
    row.children.push_back(build_side(state, cell.field, grid.column_count, findings));
    if (is_first) {
      table.children.push_back(std::move(row));
    } else {
      add_row_inside(table, std::move(row));
    }
    is_first = false;
  }
}

}  // namespace

Node build_table(const app::State& state, const layout::Grid& grid, const ShownFindings& findings) {
  Node table = make_node(Kind::grid, "grid.table");
  table.label = grid.title;
  table.column_widths_percent = screen_widths(grid);
  std::size_t begin = 0;
  while (begin < grid.cells.size()) {
    std::size_t end = begin;
    while (end < grid.cells.size() && grid.cells[end].row == grid.cells[begin].row) ++end;
    add_paper_row(state, grid, {begin, end}, findings, table);
    begin = end;
  }
  return table;
}

Node build_items(const app::State& state, form::SectionPlace place, const ShownFindings& findings) {
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
