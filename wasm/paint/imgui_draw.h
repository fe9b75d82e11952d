#pragma once

#include <string_view>

#include "wasm/paint/fonts.h"
#include "wasm/paint/layout.h"
#include "wasm/paint/palette.h"

struct ImDrawList;

namespace tianbao::paint {

/// Through what the page is looked at.
struct View {
  float width = 0;   // of the window, CSS pixels
  float height = 0;  // the same
  float scroll_top = 0;
  float scale = 1;  // device pixels per CSS pixel
  const Palette* palette = &standard_palette;
  std::string_view focused;  // ids
  std::string_view hovered;
  std::string_view pressed;
};

/// Adds what of the layout is in view to the list.
void draw(const Layout& layout, const View& view, const Fonts& fonts, ImDrawList& list);

}  // namespace tianbao::paint
