#pragma once

#include <cstdint>

namespace tianbao::paint {

/// The few ways text is set. Each costs ImGui a glyph index of its own (a quarter of a megabyte and more), so
/// there are no others.
enum class TextStyle : std::uint8_t { body, strong, section, title };

constexpr int text_style_count = 4;

struct TextMetrics {
  float em;           // CSS pixels
  float line_height;  // CSS pixels
  bool bold;
};

constexpr TextMetrics metrics(TextStyle style) {
  switch (style) {
    case TextStyle::strong:
      return {16.0F, 24.0F, true};
    case TextStyle::section:
      return {20.0F, 30.0F, true};
    case TextStyle::title:
      return {24.0F, 36.0F, true};
    case TextStyle::body:
      break;
  }
  return {16.0F, 24.0F, false};
}

/// How wide text comes out: ImGui's glyphs in the browser, a fixed rule in the tests.
class TextMeasure {
 public:
  virtual ~TextMeasure() = default;

  /// Of one code point, in CSS pixels.
  virtual float advance(char32_t code_point, TextStyle style) = 0;
};

}  // namespace tianbao::paint
