#include "wasm/paint/arrange.h"

#include <algorithm>

#include "wasm/paint/dimensions.h"
#include "wasm/paint/lines.h"

namespace tianbao::paint {

using screen::Kind;
using screen::Node;

std::size_t Arranger::open(const Node& node, Surrounding around) {
  layout_.items.push_back(
      {&node, {}, static_cast<std::uint32_t>(layout_.lines.size()), 0, around.pinned, around.in_table});
  return layout_.items.size() - 1;
}

void Arranger::close(std::size_t item, Area area, float height) {
  layout_.items[item].box = {area.left, area.top, area.width, height};
}

// A node's own lines come before those of its children, so that they stand behind each other.
float Arranger::text(std::size_t item, std::string_view text, Area area, TextStyle style, Ink ink) {
  const float line_height = metrics(style).line_height;
  float top = area.top;
  for (const TextLine& line : break_lines(text, style, area.width, measure_)) {
    layout_.lines.push_back({line.text, area.left, top, style, ink});
    ++layout_.items[item].line_count;
    top += line_height;
  }
  return top - area.top;
}

float Arranger::page(const Node& node, float width) {
  const auto navigation = std::find_if(node.children.begin(), node.children.end(),
                                       [](const Node& child) { return child.kind == Kind::navigation; });
  const bool has_navigation = navigation != node.children.end();
  const float left = has_navigation ? dimension::navigation_width : 0;
  const float room = std::max(width - left - 2 * dimension::main_margin, dimension::main_margin);
  const float most = has_navigation ? dimension::main_most : dimension::reading_most;
  const float column = std::min(room, most);
  const float indent = has_navigation ? 0 : (room - column) / 2;
  Area area{left + dimension::main_margin + indent, dimension::main_top, column};

  const std::size_t item = open(node, {});
  for (const Node& child : node.children) {
    if (child.kind == Kind::navigation) {
      place(child, {0, 0, dimension::navigation_width}, {true, false});
      continue;
    }
    area.top += place(child, area, {}) + dimension::between;
  }
  const float height = area.top - dimension::between + dimension::main_bottom;
  close(item, {0, 0, width}, height);
  return height;
}

float Arranger::place(const Node& node, Area area, Surrounding around) {
  switch (node.kind) {
    case Kind::page:
    case Kind::region:
      return region(node, area, around);
    case Kind::heading:
      return heading(node, area, around);
    case Kind::text:
    case Kind::finding:
      return message(node, area, around);
    case Kind::field:
      return field(node, area, around);
    case Kind::choice:
      return choice(node, area, around);
    case Kind::option:
      return option(node, area, around);
    case Kind::grid:
    case Kind::row:
      return grid(node, area, around);
    case Kind::cell:
      return cell(node, area, around);
    case Kind::findings: {
      const std::size_t item = open(node, around);
      const float height = stack(node, area, around, dimension::between_messages);
      close(item, area, height);
      return height;
    }
    case Kind::actions:
      return actions(node, area, around);
    case Kind::button:
      return button(node, area, around);
    case Kind::navigation:
      return navigation(node, area, around);
    case Kind::link:
      return link(node, area, around);
  }
  return 0;
}

float Arranger::stack(const Node& node, Area area, Surrounding around, float gap) {
  float used = 0;
  for (const Node& child : node.children) {
    const float top = used > 0 ? used + gap : 0;
    const float height = place(child, {area.left, area.top + top, area.width}, around);
    used = height > 0 ? top + height : used;
  }
  return used;
}

// A sheet of paper; one that holds the table is the table's own sheet.
float Arranger::region(const Node& node, Area area, Surrounding around) {
  const std::size_t item = open(node, around);
  const float padding = around.in_table ? 0 : dimension::card_padding;
  const Area inner{area.left + padding, area.top + padding, area.width - 2 * padding};
  const float height = stack(node, inner, around, dimension::between) + 2 * padding;
  close(item, area, height);
  return height;
}

float Arranger::heading(const Node& node, Area area, Surrounding around) {
  const std::size_t item = open(node, around);
  const TextStyle style = node.level <= 1   ? TextStyle::title
                          : node.level == 2 ? TextStyle::section
                                            : TextStyle::strong;
  const float height = text(item, node.text, area, style, Ink::normal);
  close(item, area, height);
  return height;
}

float Arranger::actions(const Node& node, Area area, Surrounding around) {
  const std::size_t item = open(node, around);
  const float height = flow(node, area, around, dimension::between_buttons);
  close(item, area, height);
  return height;
}

float Arranger::navigation(const Node& node, Area area, Surrounding around) {
  const std::size_t item = open(node, around);
  const Area inner{area.left, area.top + dimension::between, area.width};
  const float height = stack(node, inner, around, 0) + 2 * dimension::between;
  close(item, area, height);
  return height;
}

float Arranger::flowing_width(const Node& node) {
  if (node.kind == Kind::option) {
    return dimension::option_mark + dimension::option_gap + text_width(node.text, TextStyle::body, measure_);
  }
  if (node.kind == Kind::button) {
    return 2 * dimension::button_padding + std::max(text_width(node.text, TextStyle::strong, measure_),
                                                    text_width(node.note, TextStyle::body, measure_));
  }
  if (node.kind == Kind::text) return text_width(node.text, TextStyle::body, measure_);
  return dimension::control_most;
}

float Arranger::flow(const Node& node, Area area, Surrounding around, float gap) {
  float left = 0;
  float top = 0;
  float line_height = 0;
  for (const Node& child : node.children) {
    const float width = std::min(flowing_width(child), area.width);
    if (left > 0 && left + width > area.width) {
      top += line_height + (child.kind == Kind::button ? dimension::between_messages : 0);
      left = 0;
      line_height = 0;
    }
    line_height = std::max(line_height, place(child, {area.left + left, area.top + top, width}, around));
    left += width + gap;
  }
  return top + line_height;
}

}  // namespace tianbao::paint
