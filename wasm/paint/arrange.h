#pragma once

#include <cstddef>
#include <vector>

#include "wasm/paint/layout.h"

namespace tianbao::paint {

/// Where a node may stand: its corner and how wide it may be.
struct Area {
  float left = 0;
  float top = 0;
  float width = 0;
};

/// What the nodes above say of those below them.
struct Surrounding {
  bool pinned = false;
  bool in_table = false;
};

/// Puts one tree into a Layout, kind by kind. Every function returns the height that it used.
class Arranger {
 public:
  Arranger(Layout& layout, TextMeasure& measure) : layout_(layout), measure_(measure) {}

  float page(const screen::Node& node, float width);

 private:
  float place(const screen::Node& node, Area area, Surrounding around);
  float stack(const screen::Node& node, Area area, Surrounding around, float gap);
  float region(const screen::Node& node, Area area, Surrounding around);
  float heading(const screen::Node& node, Area area, Surrounding around);
  float message(const screen::Node& node, Area area, Surrounding around);
  float field(const screen::Node& node, Area area, Surrounding around);
  float choice(const screen::Node& node, Area area, Surrounding around);
  float option(const screen::Node& node, Area area, Surrounding around);
  float actions(const screen::Node& node, Area area, Surrounding around);
  float button(const screen::Node& node, Area area, Surrounding around);
  float navigation(const screen::Node& node, Area area, Surrounding around);
  float link(const screen::Node& node, Area area, Surrounding around);

  float grid(const screen::Node& node, Area area, Surrounding around);
  float cell(const screen::Node& node, Area area, Surrounding around);

  /// Children that stand side by side and go on in the next line when there is no more room.
  float flow(const screen::Node& node, Area area, Surrounding around, float gap);
  float flowing_width(const screen::Node& node);

  std::size_t open(const screen::Node& node, Surrounding around);
  void close(std::size_t item, Area area, float height);
  float text(std::size_t item, std::string_view text, Area area, TextStyle style, Ink ink);

  Layout& layout_;
  TextMeasure& measure_;
};

}  // namespace tianbao::paint
