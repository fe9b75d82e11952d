#pragma once

#include <string_view>
#include <vector>

#include "wasm/paint/text_style.h"

namespace tianbao::paint {

struct TextLine {
  std::string_view text;  // into the text that was broken
  float width = 0;
};

/// Breaks `text` (valid UTF-8) into lines of at most `width` CSS pixels: at \n, at blanks, and between any
/// two Chinese characters, but so that no line begins with closing or ends with opening punctuation (GB/T
/// 15834). A word longer than a line is cut. There is always at least one line.
std::vector<TextLine> break_lines(std::string_view text, TextStyle style, float width, TextMeasure& measure);

float text_width(std::string_view text, TextStyle style, TextMeasure& measure);

}  // namespace tianbao::paint
