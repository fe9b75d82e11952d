#include <algorithm>

#include "wasm/paint/arrange.h"
#include "wasm/paint/dimensions.h"
#include "wasm/paint/lines.h"

namespace tianbao::paint {

using screen::InputKind;
using screen::Node;
using screen::Tone;

namespace {

Ink ink_of(Tone tone) {
  switch (tone) {
    case Tone::muted:
      return Ink::muted;
    case Tone::error:
      return Ink::error;
    case Tone::warning:
      return Ink::warning;
    case Tone::notice:
      return Ink::notice;
    case Tone::success:
      return Ink::success;
    case Tone::normal:
      break;
  }
  return Ink::normal;
}

}  // namespace

// Plain and muted text is a paragraph; in any other tone it stands in a tinted box behind its sign.
float Arranger::message(const Node& node, Area area, Surrounding around) {
  const std::size_t item = open(node, around);
  if (node.text.empty()) {
    close(item, area, 0);
    return 0;
  }
  const bool boxed = node.tone != Tone::normal && node.tone != Tone::muted;
  const float padding_y = boxed ? dimension::message_padding_y : 0;
  const float padding_x = boxed ? dimension::message_padding_x : 0;
  const float sign = boxed ? dimension::message_icon + dimension::message_gap : 0;
  const Area inner{area.left + padding_x + sign, area.top + padding_y, area.width - 2 * padding_x - sign};
  float height = padding_y + text(item, node.text, inner, TextStyle::body, ink_of(node.tone));
  if (!node.children.empty()) {
    height += dimension::between_messages;
    height += stack(node, {inner.left, area.top + height, inner.width}, around, dimension::between_messages);
    height += dimension::message_padding_y;
  }
  height += padding_y;
  close(item, area, height);
  return height;
}

float Arranger::field(const Node& node, Area area, Surrounding around) {
  const std::size_t item = open(node, around);
  float label_height = 0;
  if (!node.text.empty()) {
    label_height = text(item, node.text, area, TextStyle::body, Ink::normal) + 4;
  }
  const bool multiline = node.input == InputKind::multiline;
  const bool number = node.input == InputKind::number || node.input == InputKind::date;
  const float unit = node.unit.empty() ? 0 : dimension::unit_width;
  const float most = multiline ? area.width : number ? dimension::number_most : dimension::control_most;
  Area control{area.left, area.top + label_height, std::min(area.width - unit, most)};
  const float inner_width = control.width - 2 * dimension::control_padding;
  Area inner{control.left + dimension::control_padding, control.top + dimension::control_text_top,
             inner_width};
  const Ink ink = node.disabled ? Ink::muted : Ink::normal;
  float height = dimension::control_height;
  if (multiline) {
    const auto lines =
        static_cast<int>(break_lines(node.value, TextStyle::body, inner_width, measure_).size());
    const int shown = std::clamp(lines, dimension::multiline_least, dimension::multiline_most);
    text(item, node.value, inner, TextStyle::body, ink);
    height =
        static_cast<float>(shown) * metrics(TextStyle::body).line_height + 2 * dimension::control_text_top;
  } else if (!node.value.empty()) {
    if (node.input == InputKind::number) {
      const float width = text_width(node.value, TextStyle::body, measure_);
      inner.left += std::max(0.0F, inner_width - width);
    }
    layout_.lines.push_back({node.value, inner.left, inner.top, TextStyle::body, ink});
    ++layout_.items[item].line_count;
  }
  if (!node.unit.empty()) {
    layout_.lines.push_back(
        {node.unit, control.left + control.width + 8, inner.top, TextStyle::body, Ink::muted});
    ++layout_.items[item].line_count;
  }
  close(item, control, height);
  return label_height + height;
}

float Arranger::choice(const Node& node, Area area, Surrounding around) {
  const std::size_t item = open(node, around);
  float label_height = 0;
  if (!node.text.empty()) {
    label_height = text(item, node.text, area, TextStyle::body, Ink::normal) + 4;
  }
  const Area inner{area.left, area.top + label_height, area.width};
  const float height = label_height + flow(node, inner, around, dimension::between_options);
  close(item, area, height);
  return height;
}

float Arranger::option(const Node& node, Area area, Surrounding around) {
  const std::size_t item = open(node, around);
  const float mark = dimension::option_mark + dimension::option_gap;
  const Area inner{area.left + mark, area.top + dimension::control_text_top, area.width - mark};
  const float height =
      text(item, node.text, inner, TextStyle::body, node.disabled ? Ink::muted : Ink::normal) +
      2 * dimension::control_text_top;
  close(item, area, height);
  return height;
}

float Arranger::button(const Node& node, Area area, Surrounding around) {
  const std::size_t item = open(node, around);
  const float width = std::min(area.width, flowing_width(node));
  const float padding = dimension::button_padding;
  constexpr float padding_y = 8;
  const Ink ink = node.disabled ? Ink::muted : node.primary ? Ink::on_accent : Ink::accent;
  const Area inner{area.left + padding, area.top + padding_y, width - 2 * padding};
  float text_height = text(item, node.text, inner, TextStyle::strong, ink);
  if (!node.note.empty()) {
    text_height +=
        text(item, node.note, {inner.left, inner.top + text_height, inner.width}, TextStyle::body, ink);
  }
  const float height = std::max(dimension::button_height, text_height + 2 * padding_y);
  close(item, {area.left, area.top, width}, height);
  return height;
}

// The note (12/14) stands at the right edge of the first line, or below where there is no room for it.
float Arranger::link(const Node& node, Area area, Surrounding around) {
  const std::size_t item = open(node, around);
  const float inner_width = area.width - 2 * dimension::link_padding_x;
  const float sign = node.tone == Tone::normal || node.tone == Tone::muted
                         ? 0
                         : dimension::message_icon + dimension::message_gap;
  const float note_width = text_width(node.note, TextStyle::body, measure_);
  const float text_own = text_width(node.text, TextStyle::body, measure_);
  const bool beside = text_own + note_width + sign + 8 <= inner_width;
  const float left = area.left + dimension::link_padding_x;
  const float top = area.top + dimension::link_padding_y;
  const TextStyle style = node.current ? TextStyle::strong : TextStyle::body;
  const Ink ink = around.pinned && !node.current ? Ink::normal : Ink::accent;
  float height = text(item, node.text, {left, top, beside ? inner_width : inner_width - sign}, style, ink);
  if (!node.note.empty()) {
    const float note_left = beside ? left + inner_width - sign - note_width : left;
    const float note_top = beside ? top : top + height;
    height += text(item, node.note, {note_left, note_top, beside ? note_width + 1 : inner_width},
                   TextStyle::body, Ink::muted) *
              (beside ? 0.0F : 1.0F);
  }
  height += 2 * dimension::link_padding_y;
  close(item, area, height);
  return height;
}

}  // namespace tianbao::paint
