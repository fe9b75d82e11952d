#pragma once

#include "wasm/paint/text_style.h"

namespace tianbao::test {

/// A font as simple as fonts get: a Chinese character is an em wide, everything else half of one.
class FixedMeasure : public paint::TextMeasure {
 public:
  float advance(char32_t code_point, paint::TextStyle style) override {
    const float em = paint::metrics(style).em;
    return code_point >= 0x2000 ? em : em / 2;
  }
};

}  // namespace tianbao::test
