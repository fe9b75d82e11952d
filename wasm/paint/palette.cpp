#include "wasm/paint/palette.h"

#include <algorithm>
#include <cmath>

namespace tianbao::paint {
namespace {

// WCAG 2.2, definition of relative luminance.
double linear(Colour channel) {
  const double value = static_cast<double>(channel & 0xFFU) / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
}

}  // namespace

Colour tone_ink(const Palette& palette, screen::Tone tone) {
  switch (tone) {
    case screen::Tone::muted:
      return palette.muted;
    case screen::Tone::error:
      return palette.error;
    case screen::Tone::warning:
      return palette.warning;
    case screen::Tone::notice:
      return palette.notice;
    case screen::Tone::success:
      return palette.success;
    case screen::Tone::normal:
      break;
  }
  return palette.ink;
}

Colour tone_tint(const Palette& palette, screen::Tone tone) {
  switch (tone) {
    case screen::Tone::error:
      return palette.error_tint;
    case screen::Tone::warning:
      return palette.warning_tint;
    case screen::Tone::notice:
      return palette.notice_tint;
    case screen::Tone::success:
      return palette.success_tint;
    case screen::Tone::normal:
    case screen::Tone::muted:
      break;
  }
  return palette.paper;
}

double contrast(Colour left, Colour right) {
  const double first = luminance(left);
  const double second = luminance(right);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace tianbao::paint
