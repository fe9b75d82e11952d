#include "wasm/paint/imgui_draw.h"

#include <imgui.h>

#include "wasm/paint/dimensions.h"
#include "wasm/paint/imgui_pen.h"

namespace tianbao::paint {
namespace {

using screen::Box;
using screen::CellKind;
using screen::InputKind;
using screen::Kind;
using screen::Node;
using screen::Tone;

constexpr float hairline = 1;

bool has_sign(Tone tone) {
  return tone != Tone::normal && tone != Tone::muted;
}

/// Draws the items of one layout, kind by kind.
class Drawing {
 public:
  Drawing(const Layout& layout, const View& view, Pen& pen)
      : layout_(layout), view_(view), palette_(*view.palette), pen_(pen) {}

  void run(bool pinned);

 private:
  void item(const Item& item);
  void lines(const Item& item, const Box& box);
  Colour ink(const Line& line, const Item& item) const;

  void region(const Item& item, const Box& box);
  void cell(const Item& item, const Box& box);
  void field(const Item& item, const Box& box);
  void option(const Item& item, const Box& box);
  void message(const Item& item, const Box& box);
  void button(const Item& item, const Box& box);
  void link(const Item& item, const Box& box);
  void sign(Tone tone, float left, float top);
  void focus_ring(const Item& item, const Box& box);

  bool is(std::string_view id, const Item& item) const { return !id.empty() && id == item.node->id; }
  float offset(bool pinned) const { return pinned ? 0 : view_.scroll_top; }

  const Layout& layout_;
  const View& view_;
  const Palette& palette_;
  Pen& pen_;
};

void Drawing::run(bool pinned) {
  const float from = offset(pinned);
  const float to = from + view_.height;
  for (const Block& block : layout_.blocks) {
    if (block.pinned != pinned || block.bottom < from || block.top > to) {
      continue;
    }
    for (std::size_t index = block.first_item; index < block.first_item + block.item_count; ++index) {
      const Item& candidate = layout_.items[index];
      if (candidate.box.top + candidate.box.height >= from && candidate.box.top <= to) {
        item(candidate);
      }
    }
  }
}

void Drawing::item(const Item& item) {
  Box box = item.box;
  box.top -= offset(item.pinned);
  switch (item.node->kind) {
    case Kind::region:
      region(item, box);
      break;
    case Kind::grid:
      pen_.fill({box.left - hairline, box.top - hairline, box.width + hairline, box.height + hairline},
                palette_.line);
      break;
    case Kind::cell:
      cell(item, box);
      break;
    case Kind::field:
      field(item, box);
      return;
    case Kind::option:
      option(item, box);
      break;
    case Kind::text:
    case Kind::finding:
      message(item, box);
      break;
    case Kind::button:
      button(item, box);
      break;
    case Kind::navigation:
      pen_.fill({box.left, 0, box.width, view_.height}, palette_.paper);
      pen_.fill({box.left + box.width - hairline, 0, hairline, view_.height}, palette_.line);
      break;
    case Kind::link:
      link(item, box);
      break;
    case Kind::page:
    case Kind::heading:
    case Kind::choice:
    case Kind::row:
    case Kind::findings:
    case Kind::actions:
      break;
  }
  lines(item, box);
}

void Drawing::lines(const Item& item, const Box& box) {
  const float shift = item.box.top - box.top;
  for (std::uint32_t index = item.first_line; index < item.first_line + item.line_count; ++index) {
    const Line& line = layout_.lines[index];
    pen_.text(line.text, line.left, line.top - shift, line.style, ink(line, item));
  }
}

Colour Drawing::ink(const Line& line, const Item& /*item*/) const {
  switch (line.ink) {
    case Ink::muted:
      return palette_.muted;
    case Ink::accent:
      return palette_.accent;
    case Ink::on_accent:
      return palette_.on_accent;
    case Ink::error:
      return palette_.error;
    case Ink::warning:
      return palette_.warning;
    case Ink::notice:
      return palette_.notice;
    case Ink::success:
      return palette_.success;
    case Ink::normal:
      break;
  }
  return palette_.ink;
}

void Drawing::region(const Item& item, const Box& box) {
  if (item.in_table) {
    return;
  }
  pen_.fill(box, palette_.paper, dimension::corner);
  pen_.frame(box, palette_.line, hairline, dimension::corner);
}

// The table's own colour shows between the cells as their lines.
void Drawing::cell(const Item& item, const Box& box) {
  const CellKind kind = item.node->cell;
  const bool heads = kind != CellKind::value && kind != CellKind::side;
  const Box inside{box.left, box.top, box.width - hairline, box.height - hairline};
  pen_.fill(inside, heads ? palette_.shade : palette_.paper);
}

void Drawing::field(const Item& item, const Box& box) {
  const Node& node = *item.node;
  const bool focused = is(view_.focused, item);
  pen_.fill(box, node.disabled ? palette_.shade : palette_.paper, dimension::corner);
  const Colour edge = node.invalid                 ? palette_.error
                      : is(view_.hovered, item)    ? palette_.accent
                      : node.tone == Tone::warning ? palette_.warning
                      : node.disabled              ? palette_.line
                                                   : palette_.control;
  pen_.frame(box, edge, node.invalid ? 2.0F : hairline, dimension::corner);
  focus_ring(item, box);
  const float shift = offset(item.pinned);
  const Box inside{box.left + 1, box.top + 1, box.width - 2, box.height - 2};
  for (std::uint32_t index = item.first_line; index < item.first_line + item.line_count; ++index) {
    const Line& line = layout_.lines[index];
    const bool in_control = line.left < box.left + box.width && line.top - shift >= box.top;
    if (in_control && focused) {
      continue;  // the browser's own control shows it
    }
    if (in_control) {
      pen_.clip(inside);
    }
    pen_.text(line.text, line.left, line.top - shift, line.style, ink(line, item));
    if (in_control) {
      pen_.unclip();
    }
  }
}

void Drawing::option(const Item& item, const Box& box) {
  const Node& node = *item.node;
  const float side = dimension::option_mark;
  const Box mark{box.left, box.top + (box.height - side) / 2, side, side};
  const ImVec2 centre{mark.left + side / 2, mark.top + side / 2};
  const Colour edge = node.disabled                             ? palette_.line
                      : node.checked || is(view_.hovered, item) ? palette_.accent
                                                                : palette_.control;
  if (node.multiple) {
    pen_.fill(mark, node.checked ? edge : palette_.paper, 3);
    pen_.frame(mark, edge, hairline, 3);
    if (node.checked) {
      const ImVec2 bend{mark.left + side * 0.42F, mark.top + side * 0.72F};
      pen_.line({mark.left + side * 0.22F, mark.top + side * 0.52F}, bend, palette_.on_accent, 2);
      pen_.line(bend, {mark.left + side * 0.79F, mark.top + side * 0.28F}, palette_.on_accent, 2);
    }
  } else {
    pen_.circle(centre, side / 2, palette_.paper);
    pen_.ring(centre, side / 2 - 0.75F, edge, 1.5F);
    if (node.checked) {
      pen_.circle(centre, side / 2 - 4.5F, edge);
    }
  }
  focus_ring(item, {box.left - 4, box.top, box.width + 8, box.height});
}

void Drawing::message(const Item& item, const Box& box) {
  const Tone tone = item.node->tone;
  if (!has_sign(tone) || item.node->text.empty()) {
    focus_ring(item, box);
    return;
  }
  pen_.fill(box, tone_tint(palette_, tone));
  pen_.fill({box.left, box.top, 3, box.height}, tone_ink(palette_, tone));
  sign(tone, box.left + dimension::message_padding_x, box.top + dimension::message_padding_y + 3);
  focus_ring(item, box);
}

void Drawing::button(const Item& item, const Box& box) {
  const Node& node = *item.node;
  const bool hovered = is(view_.hovered, item);
  const bool pressed = is(view_.pressed, item);
  if (node.disabled) {
    pen_.fill(box, palette_.shade, dimension::corner);
    pen_.frame(box, palette_.line, hairline, dimension::corner);
  } else if (node.primary) {
    pen_.fill(box, hovered || pressed ? palette_.accent_pressed : palette_.accent, dimension::corner);
  } else {
    pen_.fill(box, pressed || hovered ? palette_.accent_tint : palette_.paper, dimension::corner);
    pen_.frame(box, palette_.accent, hairline, dimension::corner);
  }
  focus_ring(item, box);
}

void Drawing::link(const Item& item, const Box& box) {
  const Node& node = *item.node;
  if (node.current) {
    pen_.fill({box.left, box.top, box.width - hairline, box.height}, palette_.accent_tint);
    pen_.fill({box.left, box.top, 4, box.height}, palette_.accent);
  } else if (is(view_.hovered, item)) {
    pen_.fill({box.left, box.top, box.width - hairline, box.height}, palette_.shade);
  }
  if (has_sign(node.tone)) {
    sign(node.tone, box.left + box.width - dimension::link_padding_x - dimension::message_icon,
         box.top + dimension::link_padding_y + 3);
  }
  focus_ring(item, {box.left + 3, box.top + 3, box.width - 6, box.height - 6});
}

// A shape of its own for every tone, so that colour is never all there is (WCAG 1.4.1).
void Drawing::sign(Tone tone, float left, float top) {
  const float side = dimension::message_icon;
  const Colour ink = tone_ink(palette_, tone);
  const Colour paper = palette_.on_accent;
  const ImVec2 centre{left + side / 2, top + side / 2};
  if (tone == Tone::warning) {
    pen_.triangle({centre.x, top}, {left + side, top + side - 1}, {left, top + side - 1}, ink);
    pen_.line({centre.x, top + 6}, {centre.x, top + 11.5F}, paper, 2);
    pen_.circle({centre.x, top + 14}, 1.2F, paper);
    return;
  }
  pen_.circle(centre, side / 2, ink);
  if (tone == Tone::success) {
    const ImVec2 bend{left + 7.5F, top + 12.5F};
    pen_.line({left + 4.5F, top + 9.5F}, bend, paper, 2);
    pen_.line(bend, {left + 13.5F, top + 5.5F}, paper, 2);
  } else if (tone == Tone::error) {
    pen_.line({left + 5.5F, top + 5.5F}, {left + 12.5F, top + 12.5F}, paper, 2);
    pen_.line({left + 12.5F, top + 5.5F}, {left + 5.5F, top + 12.5F}, paper, 2);
  } else {
    pen_.circle({centre.x, top + 5}, 1.3F, paper);
    pen_.line({centre.x, top + 8}, {centre.x, top + 14}, paper, 2);
  }
}

void Drawing::focus_ring(const Item& item, const Box& box) {
  if (is(view_.focused, item)) {
    const float ring = dimension::focus_ring;
    pen_.frame({box.left - ring, box.top - ring, box.width + 2 * ring, box.height + 2 * ring}, palette_.focus,
               ring, dimension::corner + ring);
  }
}

}  // namespace

void draw(const Layout& layout, const View& view, const Fonts& fonts, ImDrawList& list) {
  Pen pen(list, fonts, view.scale);
  Drawing drawing(layout, view, pen);
  drawing.run(false);
  drawing.run(true);
}

}  // namespace tianbao::paint
