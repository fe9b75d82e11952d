#pragma once

#include "wasm/paint/text_style.h"

struct ImFont;

namespace tianbao::paint {

/// What text is drawn with; wasm/browser/glyphs.h makes them.
struct Fonts {
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;

  ImFont* of(TextStyle style) const { return metrics(style).bold ? bold : regular; }
};

/// ImGui's font size is the height of a line, the em a fixed part of it.
constexpr float size_per_em = 1.25F;

/// ImGui's size of a style in whole device pixels; `scale` is device pixels per CSS pixel.
float font_size(TextStyle style, float scale);

/// Text as ImGui sets it. Drawing comes for free later: a glyph that is measured is in the atlas.
class FontMeasure : public TextMeasure {
 public:
  FontMeasure(const Fonts& fonts, float scale) : fonts_(fonts), scale_(scale) {}

  float advance(char32_t code_point, TextStyle style) override;

 private:
  const Fonts& fonts_;
  float scale_;
};

}  // namespace tianbao::paint
