#include "tests/wasm/screen/sound.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace tianbao::testing {
namespace {

using screen::Kind;
using screen::Node;

void collect_ids(const Node& node, std::set<std::string>& ids) {
  INFO("id " << node.id);
  REQUIRE_FALSE(node.id.empty());
  REQUIRE(ids.insert(node.id).second);
  for (const Node& child : node.children) collect_ids(child, ids);
}

void require_named(const Node& node) {
  switch (node.kind) {
    case Kind::field:
    case Kind::choice:
    case Kind::region:
    case Kind::grid:
    case Kind::navigation:
      REQUIRE_FALSE(node.label.empty());
      break;
    case Kind::button:
    case Kind::link:
    case Kind::option:
    case Kind::heading:
    case Kind::text:
    case Kind::finding:
      REQUIRE_FALSE(node.text.empty());
      break;
    default:
      break;
  }
}

/// Every place of the table belongs to exactly one cell.
void require_tiled(const Node& grid) {
  const std::size_t columns = grid.column_widths_percent.size();
  unsigned total = 0;
  for (const auto width : grid.column_widths_percent) total += width;
  CHECK(total == 100);
  std::vector<std::size_t> filled_until(columns, 0);
  for (std::size_t row = 0; row < grid.children.size(); ++row) {
    REQUIRE(grid.children[row].kind == Kind::row);
    for (const Node& cell : grid.children[row].children) {
      INFO("cell " << cell.id);
      REQUIRE(cell.kind == Kind::cell);
      REQUIRE(cell.column + cell.column_span <= columns);
      for (std::size_t column = cell.column; column < cell.column + cell.column_span; ++column) {
        CHECK(filled_until[column] == row);
        filled_until[column] = row + cell.row_span;
      }
    }
  }
  for (const std::size_t end : filled_until) CHECK(end == grid.children.size());
}

void require_sound(const Node& node, const std::set<std::string>& ids) {
  INFO("node " << node.id);
  require_named(node);
  for (const std::string& id : node.described_by) {
    INFO("described by " << id);
    REQUIRE(ids.count(id) == 1);
  }
  if (!node.target.empty()) REQUIRE(ids.count(node.target) == 1);
  if (node.kind == Kind::grid) require_tiled(node);
  for (const Node& child : node.children) require_sound(child, ids);
}

}  // namespace

void require_sound(const Node& tree) {
  std::set<std::string> ids;
  collect_ids(tree, ids);
  require_sound(tree, ids);
}

}  // namespace tianbao::testing
