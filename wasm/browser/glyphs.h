#pragma once

#include "wasm/paint/fonts.h"

struct ImFontAtlas;

namespace tianbao::browser {

/// Fonts whose glyphs the browser draws: whatever the machine has, in Chinese shapes, with none sent over the
/// wire. Adds them to the atlas.
paint::Fonts add_fonts(ImFontAtlas& atlas);

}  // namespace tianbao::browser
