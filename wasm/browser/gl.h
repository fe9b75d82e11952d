#pragma once

#include <cstdint>
#include <vector>

namespace tianbao::paint {
class Surface;
}

namespace tianbao::browser {

/// Draws ImGui's triangles with WebGL 1 on the page's canvas.
class Renderer {
 public:
  /// False: this machine has no WebGL.
  bool start();

  /// The browser took the context and has given it back: everything on the graphics card is gone.
  void restore(paint::Surface& surface);

  /// Paints what the surface holds over `background` (0xRRGGBB), on that many device pixels.
  void present(paint::Surface& surface, int width, int height, std::uint32_t background);

 private:
  std::vector<int> commands_;
};

}  // namespace tianbao::browser
