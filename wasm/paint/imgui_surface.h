#pragma once

#include <imgui.h>
#include <imgui_internal.h>

namespace tianbao::paint {

/// What of Dear ImGui the painter stands on: its draw lists, its font atlas and its text. There is no ImGui
/// context, and so no windows, tables or navigation of its own on the wire: they would be half of the client,
/// and the DOM has them all (design.md §5).
class Surface {
 public:
  Surface();
  ~Surface();
  Surface(const Surface&) = delete;
  Surface& operator=(const Surface&) = delete;

  ImFontAtlas& atlas() { return atlas_; }
  ImDrawList& list() { return list_; }

  /// Empties the list for a frame of that many device pixels. Glyphs may be asked for from now on.
  void begin(float width, float height);

 private:
  ImFontAtlas atlas_;
  ImDrawListSharedData shared_;
  ImDrawList list_;
  int frame_ = 0;
};

}  // namespace tianbao::paint
