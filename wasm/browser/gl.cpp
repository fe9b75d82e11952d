#include "wasm/browser/gl.h"

#include <emscripten.h>

#include "wasm/paint/imgui_surface.h"

// The drawing itself is wasm/web/gl.js.
// clang-format off
EM_JS(int, tianbao_gl_start, (), { return Module["host"].gl.start(); });
EM_JS(void, tianbao_gl_restore, (), { Module["host"].gl.restore(); });
EM_JS(int, tianbao_gl_create, (int width, int height, const unsigned char* alpha), {
  return Module["host"].gl.createTexture(width, height, HEAPU8.subarray(alpha, alpha + width * height));
});
EM_JS(void, tianbao_gl_update, (int name, int top, int width, int height, const unsigned char* alpha), {
  Module["host"].gl.updateTexture(name, top, width, height, HEAPU8.subarray(alpha, alpha + width * height));
});
EM_JS(void, tianbao_gl_delete, (int name), { Module["host"].gl.deleteTexture(name); });
EM_JS(void, tianbao_gl_clear, (int width, int height, int background), {
  Module["host"].gl.clear(width, height, background);
});
EM_JS(void, tianbao_gl_draw, (int height, int texture, const void* vertices, int vertex_bytes, const void* indices,
                              int index_bytes, const int* commands, int words), {
  Module["host"].gl.draw(height, texture, HEAPU8.subarray(vertices, vertices + vertex_bytes),
                         HEAPU8.subarray(indices, indices + index_bytes),
                         HEAP32.subarray(commands >> 2, (commands >> 2) + words));
});
// clang-format on

namespace tianbao::browser {
namespace {

static_assert(sizeof(ImDrawIdx) == 2 && sizeof(ImDrawVert) == 20, "what wasm/web/gl.js reads");

void follow(ImTextureData& texture) {
  switch (texture.Status) {
    case ImTextureStatus_WantCreate:
      texture.SetTexID(
          static_cast<ImTextureID>(tianbao_gl_create(texture.Width, texture.Height, texture.Pixels)));
      texture.SetStatus(ImTextureStatus_OK);
      break;
    case ImTextureStatus_WantUpdates: {
      const ImTextureRect& rect = texture.UpdateRect;
      tianbao_gl_update(static_cast<int>(texture.TexID), rect.y, texture.Width, rect.h,
                        texture.Pixels + texture.Width * rect.y);
      texture.SetStatus(ImTextureStatus_OK);
      break;
    }
    case ImTextureStatus_WantDestroy:
      if (texture.UnusedFrames > 0) {
        tianbao_gl_delete(static_cast<int>(texture.TexID));
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
      }
      break;
    case ImTextureStatus_OK:
    case ImTextureStatus_Destroyed:
      break;
  }
}

}  // namespace

bool Renderer::start() {
  return tianbao_gl_start() != 0;
}

// The atlas still has its pixels in memory and is sent again.
void Renderer::restore(paint::Surface& surface) {
  tianbao_gl_restore();
  for (ImTextureData* texture : surface.atlas().TexList) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_WantCreate);
  }
}

void Renderer::present(paint::Surface& surface, int width, int height, std::uint32_t background) {
  for (ImTextureData* texture : surface.atlas().TexList) {
    follow(*texture);
  }
  const ImDrawList& list = surface.list();
  commands_.clear();
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const ImVec4& clip = command.ClipRect;
    if (command.ElemCount == 0 || clip.z <= clip.x || clip.w <= clip.y) {
      continue;
    }
    const int left = static_cast<int>(clip.x);
    const int top = static_cast<int>(clip.y);
    commands_.insert(commands_.end(),
                     {left, top, static_cast<int>(clip.z) - left, static_cast<int>(clip.w) - top,
                      static_cast<int>(command.ElemCount), static_cast<int>(command.IdxOffset)});
  }
  tianbao_gl_clear(width, height, static_cast<int>(background));
  tianbao_gl_draw(height, static_cast<int>(surface.atlas().TexRef.GetTexID()), list.VtxBuffer.Data,
                  list.VtxBuffer.size_in_bytes(), list.IdxBuffer.Data, list.IdxBuffer.size_in_bytes(),
                  commands_.data(), static_cast<int>(commands_.size()));
}

}  // namespace tianbao::browser
