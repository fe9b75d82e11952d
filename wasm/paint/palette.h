#pragma once

#include <cstdint>

#include "wasm/screen/node.h"

namespace tianbao::paint {

/// 0xRRGGBB.
using Colour = std::uint32_t;

/// Every colour on the screen. wasm/web/styles.css names the same ones for HTML mode; a test holds the two
/// together and the contrasts to WCAG 2.2 (1.4.3: text 4.5 to 1; 1.4.11: what a control is known by 3 to 1).
struct Palette {
  Colour background;  // behind the paper
  Colour paper;
  Colour shade;    // section and label cells, buttons under the pointer
  Colour line;     // of the table; decorative
  Colour control;  // the edge of a control
  Colour ink;
  Colour muted;  // help
  Colour accent;
  Colour accent_pressed;
  Colour accent_tint;
  Colour on_accent;
  Colour focus;
  Colour error;
  Colour error_tint;
  Colour warning;
  Colour warning_tint;
  Colour notice;
  Colour notice_tint;
  Colour success;
  Colour success_tint;
};

constexpr Palette standard_palette = {
    0xF2F4F7, 0xFFFFFF, 0xF5F7FA, 0xCBD3DC, 0x6F7C8B, 0x1B2530, 0x515D6B, 0x0B4A94, 0x083A75, 0xE6EEF8,
    0xFFFFFF, 0x1565D8, 0xB3261E, 0xFDF0EF, 0x855000, 0xFFF6E0, 0x0B5A86, 0xEAF4FA, 0x17663A, 0xEBF6EF,
};

/// For readers who ask their system for more contrast (prefers-contrast: more): text at least 7 to 1.
constexpr Palette strong_palette = {
    0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0x3A444F, 0x000000, 0x000000, 0x1E262E, 0x002F6C, 0x001F4A, 0xE6EEF8,
    0xFFFFFF, 0x0047B3, 0x8C0F0A, 0xFFFFFF, 0x5C3700, 0xFFFFFF, 0x003F63, 0xFFFFFF, 0x0B4526, 0xFFFFFF,
};

/// The ink and the ground of a message.
Colour tone_ink(const Palette& palette, screen::Tone tone);
Colour tone_tint(const Palette& palette, screen::Tone tone);

/// WCAG 2.2 contrast ratio, 1 … 21.
double contrast(Colour left, Colour right);

}  // namespace tianbao::paint
