#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wasm/browser/gl.h"
#include "wasm/paint/fonts.h"
#include "wasm/paint/imgui_draw.h"
#include "wasm/paint/imgui_surface.h"
#include "wasm/paint/layout.h"
#include "wasm/screen/node.h"

namespace tianbao::browser {

/// What the reader's hand is at.
enum class Attention : std::uint8_t { focus, hover, press };

/// Canvas mode: one tree, laid out and painted. It asks for a frame when something has changed and not
/// otherwise.
class Canvas {
 public:
  /// False: no WebGL here. To be called once, before everything else.
  bool start();

  /// The tree to paint. It stays the caller's and has to outlive the next call.
  void show(const screen::Node& tree);

  /// The window in CSS pixels and its device pixels per CSS pixel.
  void resize(float width, float height, float scale);
  void scroll(float top);

  /// `id` of a node, "" for none.
  void attend(Attention what, std::string_view id);
  void use_palette(const paint::Palette& palette);

  /// The browser has taken the graphics context and given it back.
  void context_restored();

  /// Boxes that are new since the last frame: `ids` one a line, `edges` left, top, width and height of each.
  struct Moved {
    std::string ids;
    std::vector<float> edges;
    float page_height = 0;
  };

  /// Lays out what has changed and paints it.
  const Moved& paint_frame();

 private:
  struct Placed {
    std::string id;
    screen::Box box;
  };

  void lay_out();
  void report(const paint::Item& item, std::size_t index);

  paint::Surface surface_;
  Renderer renderer_;
  const screen::Node* tree_ = nullptr;
  paint::Layout layout_;
  paint::Fonts fonts_;
  paint::View view_;
  std::string focused_;
  std::string hovered_;
  std::string pressed_;
  std::vector<Placed> placed_;  // in document order, as the page knows them
  Moved moved_;
  bool layout_is_old_ = true;
};

}  // namespace tianbao::browser
