#include <algorithm>
#include <string>

#include "wasm/paint/arrange.h"
#include "wasm/paint/dimensions.h"

namespace tianbao::paint {

using screen::CellKind;
using screen::Node;

namespace {

/// The left edge of every column and, last, the right edge of the table.
std::vector<float> column_edges(const Node& grid, Area area) {
  std::size_t count = grid.column_widths_percent.size();
  for (const Node& row : grid.children) {
    for (const Node& cell : row.children) {
      count = std::max<std::size_t>(count, std::size_t{cell.column} + cell.column_span);
    }
  }
  std::vector<float> edges{area.left};
  float percent = 0;
  for (std::size_t column = 0; column < count; ++column) {
    percent += column < grid.column_widths_percent.size()
                   ? static_cast<float>(grid.column_widths_percent[column])
                   : 100.0F / static_cast<float>(count);
    edges.push_back(area.left + area.width * std::min(percent, 100.0F) / 100.0F);
  }
  return edges;
}

/// A cell whose height is known only when its last row is.
struct Spanning {
  std::size_t item = 0;
  std::size_t end_row = 0;
  float needed_bottom = 0;
};

}  // namespace

// Rows are as high as their highest cell. A cell over several rows that needs more than they give makes the
// last of them higher.
float Arranger::grid(const Node& node, Area area, Surrounding around) {
  const std::size_t grid_item = open(node, around);
  const Surrounding inside{around.pinned, true};
  const std::vector<float> edges = column_edges(node, area);
  std::vector<Spanning> spanning;
  std::vector<std::size_t> own;
  float top = area.top;
  for (std::size_t row = 0; row < node.children.size(); ++row) {
    const std::size_t row_item = open(node.children[row], inside);
    float height = node.children[row].children.empty() ? 0 : dimension::least_row;
    own.clear();
    for (const Node& child : node.children[row].children) {
      const std::size_t first = std::min<std::size_t>(child.column, edges.size() - 2);
      const std::size_t last = std::min<std::size_t>(first + child.column_span, edges.size() - 1);
      const Area place_of_cell{edges[first], top, edges[last] - edges[first]};
      const std::size_t item = layout_.items.size();
      const float needed = cell(child, place_of_cell, inside);
      if (child.row_span > 1) {
        spanning.push_back({item, row + child.row_span - 1, top + needed});
      } else {
        own.push_back(item);
        height = std::max(height, needed);
      }
    }
    const bool is_last = row + 1 == node.children.size();
    for (const Spanning& cell_over : spanning) {
      if (cell_over.end_row == row || (is_last && cell_over.end_row > row)) {
        height = std::max(height, cell_over.needed_bottom - top);
      }
    }
    for (const std::size_t item : own) {
      layout_.items[item].box.height = height;
    }
    close(row_item, {area.left, top, area.width}, height);
    top += height;
    for (const Spanning& cell_over : spanning) {
      if (cell_over.end_row >= row) {
        layout_.items[cell_over.item].box.height = top - layout_.items[cell_over.item].box.top;
      }
    }
  }
  close(grid_item, area, top - area.top);
  return top - area.top;
}

float Arranger::cell(const Node& node, Area area, Surrounding around) {
  const std::size_t item = open(node, around);
  const bool has_controls = node.cell == CellKind::value && !node.children.empty();
  const float padding_y = has_controls ? dimension::control_padding_y : dimension::cell_padding_y;
  const Area inner{area.left + dimension::cell_padding_x, area.top + padding_y,
                   area.width - 2 * dimension::cell_padding_x};
  float height = 0;
  if (!node.text.empty()) {
    const bool strong = node.cell == CellKind::section;
    height += text(item, node.text, inner, strong ? TextStyle::strong : TextStyle::body, Ink::normal);
  }
  if (!node.unit.empty()) {
    layout_.made.push_front("（单位：" + node.unit + "）");
    height += text(item, layout_.made.front(), {inner.left, inner.top + height, inner.width}, TextStyle::body,
                   Ink::muted);
  }
  if (!node.note.empty()) {
    height +=
        text(item, node.note, {inner.left, inner.top + height, inner.width}, TextStyle::body, Ink::warning);
  }
  height += stack(node, {inner.left, inner.top + height, inner.width}, around, dimension::between_messages);
  height += 2 * padding_y;
  close(item, area, height);
  return height;
}

}  // namespace tianbao::paint
