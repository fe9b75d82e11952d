#include "wasm/paint/imgui_surface.h"

namespace tianbao::paint {
namespace {

// ImGuiStyle's defaults.
constexpr float largest_circle_error_pixels = 0.30F;
constexpr float curve_tolerance_pixels = 1.25F;

}  // namespace

Surface::Surface() : list_(&shared_) {
  // One byte a pixel: glyphs have no colour of their own.
  atlas_.TexDesiredFormat = ImTextureFormat_Alpha8;
  atlas_.TexMinWidth = 1024;
  atlas_.TexMinHeight = 512;
  // Old office machines go no further.
  atlas_.TexMaxWidth = 4096;
  atlas_.TexMaxHeight = 4096;
  atlas_.RendererHasTextures = true;
  atlas_.Flags |= ImFontAtlasFlags_NoMouseCursors;
  shared_.FontAtlas = &atlas_;
  shared_.CurveTessellationTol = curve_tolerance_pixels;
  shared_.SetCircleTessellationMaxError(largest_circle_error_pixels);
  shared_.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedLinesUseTex |
                         ImDrawListFlags_AntiAliasedFill;
  ImFontAtlasAddDrawListSharedData(&atlas_, &shared_);
}

Surface::~Surface() {
  ImFontAtlasRemoveDrawListSharedData(&atlas_, &shared_);
}

void Surface::begin(float width, float height) {
  ImFontAtlasUpdateNewFrame(&atlas_, ++frame_, true);
  ImFontAtlasUpdateDrawListsSharedData(&atlas_);
  shared_.ClipRectFullscreen = {0, 0, width, height};
  list_._ResetForNewFrame();
  list_.PushTexture(atlas_.TexRef);
  list_.PushClipRectFullScreen();
}

}  // namespace tianbao::paint
