#include "wasm/browser/glyphs.h"

#include <cmath>

#include <emscripten.h>
#include <imgui.h>
#include <imgui_internal.h>
#include <misc/freetype/imgui_freetype.h>

// The drawing itself is wasm/web/glyphs.js. `box` gets advance, left and top from the origin on the base
// line, width and height, in device pixels; `pixels` the alpha of that rectangle. Returns whether a font has
// the character.
EM_JS(int, tianbao_glyph_draw, (int code_point, double em, int bold, unsigned char* pixels, int* box), {
  const glyph = Module["host"].glyphs.draw(code_point, em, bold);
  HEAP32.set([ glyph.advance, glyph.left, glyph.top, glyph.width, glyph.height ], box >> 2);
  if (glyph.alpha) HEAPU8.set(glyph.alpha, pixels);
  return glyph.missing ? 0 : 1;
});

EM_JS(void, tianbao_glyph_missing, (int code_point), { Module["host"].missingGlyph(code_point); });

namespace tianbao::browser {
namespace {

// Fixed vertical metrics: fonts differ by a tenth in line height, and a layout must not depend on which one a
// machine has.
constexpr float ascent_per_em = 0.97F;
constexpr int largest_glyph_pixels = 256 * 256;  // the canvas of wasm/web/glyphs.js
constexpr unsigned bold_flag = 1;

struct GlyphBox {
  int advance = 0;
  int left = 0;
  int top = 0;
  int width = 0;
  int height = 0;
};

bool contains_glyph(ImFontAtlas* /*atlas*/, ImFontConfig* /*source*/, ImWchar code_point) {
  return code_point >= 0x20;
}

bool init_baked(ImFontAtlas* /*atlas*/, ImFontConfig* /*source*/, ImFontBaked* baked, void* /*data*/) {
  baked->Ascent = std::ceil(baked->Size / paint::size_per_em * ascent_per_em);
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* /*data*/,
                ImWchar code_point, ImFontGlyph* glyph, float* advance_only) {
  ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
  pixels.resize(largest_glyph_pixels);
  GlyphBox box;
  const bool bold = (source->FontLoaderFlags & bold_flag) != 0;
  const double em = static_cast<double>(baked->Size / paint::size_per_em);
  if (tianbao_glyph_draw(static_cast<int>(code_point), em, bold ? 1 : 0, pixels.Data, &box.advance) == 0) {
    tianbao_glyph_missing(static_cast<int>(code_point));
  }
  if (advance_only != nullptr) {
    *advance_only = static_cast<float>(box.advance);
    return true;
  }
  glyph->Codepoint = code_point;
  glyph->AdvanceX = static_cast<float>(box.advance);
  if (box.width == 0 || box.height == 0) {
    return true;
  }
  const ImFontAtlasRectId pack = ImFontAtlasPackAddRect(atlas, box.width, box.height);
  if (pack == ImFontAtlasRectId_Invalid) {
    return false;
  }
  ImTextureRect* rect = ImFontAtlasPackGetRect(atlas, pack);
  glyph->X0 = static_cast<float>(box.left);
  glyph->Y0 = baked->Ascent + static_cast<float>(box.top);
  glyph->X1 = glyph->X0 + static_cast<float>(box.width);
  glyph->Y1 = glyph->Y0 + static_cast<float>(box.height);
  glyph->Visible = true;
  glyph->PackId = pack;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rect, pixels.Data, ImTextureFormat_Alpha8,
                                     box.width);
  return true;
}

const ImFontLoader& canvas_loader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "canvas";
    made.FontSrcContainsGlyph = contains_glyph;
    made.FontBakedInit = init_baked;
    made.FontBakedLoadGlyph = load_glyph;
    return made;
  }();
  return loader;
}

ImFont* add_font(ImFontAtlas& atlas, unsigned flags) {
  ImFontConfig config;
  config.FontLoader = &canvas_loader();
  config.FontLoaderFlags = flags;
  return atlas.AddFont(&config);
}

}  // namespace

paint::Fonts add_fonts(ImFontAtlas& atlas) {
  return {add_font(atlas, 0), add_font(atlas, bold_flag)};
}

}  // namespace tianbao::browser

// What IMGUI_ENABLE_FREETYPE asks for: see wasm/paint/imgui_config.h.
namespace ImGuiFreeType {

const ImFontLoader* GetFontLoader() {
  return &tianbao::browser::canvas_loader();
}

}  // namespace ImGuiFreeType
