#include <cmath>

#include <imgui.h>

#include "wasm/paint/fonts.h"

namespace tianbao::paint {

float font_size(TextStyle style, float scale) {
  return std::round(metrics(style).em * scale * size_per_em);
}

float FontMeasure::advance(char32_t code_point, TextStyle style) {
  ImFontBaked* baked = fonts_.of(style)->GetFontBaked(font_size(style, scale_));
  return baked->GetCharAdvance(static_cast<ImWchar>(code_point)) / scale_;
}

}  // namespace tianbao::paint
