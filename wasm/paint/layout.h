#pragma once

#include <cstddef>
#include <cstdint>
#include <forward_list>
#include <string>
#include <string_view>
#include <vector>

#include "wasm/paint/text_style.h"
#include "wasm/screen/node.h"

namespace tianbao::paint {

/// What a line of text is coloured by; the palette says how.
enum class Ink : std::uint8_t { normal, muted, accent, on_accent, error, warning, notice, success };

/// One line of text in its place, in CSS pixels of the page.
struct Line {
  std::string_view text;  // into the tree or Layout::made
  float left = 0;
  float top = 0;
  TextStyle style = TextStyle::body;
  Ink ink = Ink::normal;
};

/// One node in its place. Nodes stand in document order, a node's lines behind each other.
struct Item {
  const screen::Node* node = nullptr;
  screen::Box box;
  std::uint32_t first_line = 0;
  std::uint32_t line_count = 0;
  bool pinned = false;    // box and lines count from the window, not from the page
  bool in_table = false;  // stands in a cell of a grid
};

/// Some neighbouring items and how far they reach, so that most of a long page is never looked at.
struct Block {
  std::size_t first_item = 0;
  std::size_t item_count = 0;
  float top = 0;
  float bottom = 0;
  bool pinned = false;
};

/// Where everything is. Points into the tree that was laid out and is valid as long as that tree.
struct Layout {
  std::vector<Item> items;
  std::vector<Line> lines;
  std::vector<Block> blocks;
  std::forward_list<std::string> made;  // texts that the tree has not: （单位：条）
  float width = 0;
  float height = 0;  // of the page: how far it scrolls
};

/// Lays a tree out for a window of that width. A pure function: text is measured by `measure`, and nothing
/// but width and tree decides.
Layout lay_out(const screen::Node& root, float width, TextMeasure& measure);

}  // namespace tianbao::paint
