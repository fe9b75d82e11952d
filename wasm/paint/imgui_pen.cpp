#include "wasm/paint/imgui_pen.h"

#include <algorithm>
#include <cmath>

namespace tianbao::paint {
namespace {

ImU32 packed(Colour colour) {
  return IM_COL32((colour >> 16) & 0xFFU, (colour >> 8) & 0xFFU, colour & 0xFFU, 255);
}

}  // namespace

float Pen::snap(float value) const {
  return std::round(value * scale_);
}

void Pen::fill(const screen::Box& box, Colour colour, float corner) {
  list_.AddRectFilled(point(box.left, box.top), point(box.left + box.width, box.top + box.height),
                      packed(colour), corner * scale_);
}

// ImGui strokes half a pixel inside of the corners it is given; whole-pixel widths stay inside the box when
// the corners are moved in by what is left of the width.
void Pen::frame(const screen::Box& box, Colour colour, float width, float corner) {
  const float stroke = std::max(1.0F, std::floor(width * scale_));
  const float inset = (stroke - 1.0F) / 2.0F;
  const ImVec2 from = point(box.left, box.top);
  const ImVec2 to = point(box.left + box.width, box.top + box.height);
  list_.AddRect({from.x + inset, from.y + inset}, {to.x - inset, to.y - inset}, packed(colour),
                corner * scale_, 0, stroke);
}

void Pen::line(ImVec2 from, ImVec2 to, Colour colour, float width) {
  list_.AddLine(exact(from), exact(to), packed(colour), width * scale_);
}

void Pen::circle(ImVec2 centre, float radius, Colour colour) {
  list_.AddCircleFilled(exact(centre), radius * scale_, packed(colour));
}

void Pen::ring(ImVec2 centre, float radius, Colour colour, float width) {
  list_.AddCircle(exact(centre), radius * scale_, packed(colour), 0, width * scale_);
}

void Pen::triangle(ImVec2 first, ImVec2 second, ImVec2 third, Colour colour) {
  list_.AddTriangleFilled(exact(first), exact(second), exact(third), packed(colour));
}

// The glyphs' line is size_per_em high, the style's line a little higher: the text stands in its middle.
void Pen::text(std::string_view text, float left, float top, TextStyle style, Colour colour) {
  const float size = font_size(style, scale_);
  const float lead = (metrics(style).line_height * scale_ - size) / 2.0F;
  const ImVec2 place{snap(left), std::round(top * scale_ + lead)};
  list_.AddText(fonts_.of(style), size, place, packed(colour), text.data(), text.data() + text.size());
}

void Pen::clip(const screen::Box& box) {
  list_.PushClipRect(point(box.left, box.top), point(box.left + box.width, box.top + box.height), true);
}

void Pen::unclip() {
  list_.PopClipRect();
}

}  // namespace tianbao::paint
