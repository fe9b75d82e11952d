#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/layout/grid.h"
#include "wasm/screen/node.h"

/// Where the cells of the official table stand on the screen: in percent of its width until all are there.
namespace tianbao::screen {

// 解读信息发布 and （单位：条） stand on one line each as a section or a group, and what stands beside a
// value has 20 characters a line at 1,280 pixels. The cells of a table have the side's room too.
constexpr std::size_t head_percent = 12;
constexpr std::size_t value_edge = 33;
constexpr std::size_t side_edge = 67;

CellKind kind_of(layout::CellRole role);
/// With which its id begins: "label.".
std::string_view name_of(layout::CellRole role);

/// From `begin` to `end`, both in percent of the width until make_columns().
Node make_cell(CellKind kind, std::string id, std::size_t begin, std::size_t end);
void make_columns(Node& table);

/// Where a column of the paper's texts begins on the screen. The paper's are narrower than a screen's text.
std::size_t text_place(const layout::Grid& grid, std::size_t column);
/// Where a column of one of the paper's tables begins on the screen: they share what is behind the labels.
std::size_t table_place(const layout::Grid& grid, std::size_t column);

/// Puts another row of the paper row at the end of the table; the sections and groups that stand there stand
/// beside it too, and of a table's row the label.
void add_row_inside(Node& table, Node row, bool has_label_beside);

/// Of layout::Grid::cells.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The next field that has its value among these cells; of a row without one, where columns are named, that
/// of the row below.
std::size_t field_of_value(const layout::Grid& grid, std::size_t begin);

}  // namespace tianbao::screen
