#pragma once

#include <string_view>

#include <imgui.h>

#include "wasm/paint/fonts.h"
#include "wasm/paint/palette.h"
#include "wasm/screen/node.h"

namespace tianbao::paint {

/// Draws in CSS pixels of the window, on whole device pixels, so that lines are sharp at every zoom.
class Pen {
 public:
  Pen(ImDrawList& list, const Fonts& fonts, float scale) : list_(list), fonts_(fonts), scale_(scale) {}

  void fill(const screen::Box& box, Colour colour, float corner = 0);
  /// A frame of `width` CSS pixels, inside the box.
  void frame(const screen::Box& box, Colour colour, float width, float corner = 0);
  void line(ImVec2 from, ImVec2 to, Colour colour, float width);
  void circle(ImVec2 centre, float radius, Colour colour);
  void ring(ImVec2 centre, float radius, Colour colour, float width);
  void triangle(ImVec2 first, ImVec2 second, ImVec2 third, Colour colour);
  void text(std::string_view text, float left, float top, TextStyle style, Colour colour);

  /// What is drawn next stays inside the box.
  void clip(const screen::Box& box);
  void unclip();

 private:
  float snap(float value) const;
  ImVec2 point(float x, float y) const { return {snap(x), snap(y)}; }
  ImVec2 exact(ImVec2 place) const { return {place.x * scale_, place.y * scale_}; }

  ImDrawList& list_;
  const Fonts& fonts_;
  float scale_;
};

}  // namespace tianbao::paint
