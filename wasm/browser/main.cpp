// The client's entry points: what wasm/web/main.js and painter.js may call. Texts come as UTF-8 with their
// length and stay the caller's.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <emscripten.h>

#include "wasm/app/from_event.h"
#include "wasm/app/update.h"
#include "wasm/browser/canvas.h"
#include "wasm/browser/effects.h"
#include "wasm/page/patch.h"
#include "wasm/paint/palette.h"
#include "wasm/screen/build.h"

EM_JS(void, tianbao_apply, (const char* patch), { Module["host"].apply(UTF8ToString(patch)); });
EM_JS(void, tianbao_place, (const char* ids, const float* edges, double page_height),
      { Module["host"].place(UTF8ToString(ids), HEAPF32, edges >> 2, page_height); });

namespace tianbao::browser {
namespace {

/// The whole client as it lives in one page.
struct Client {
  app::State state;
  screen::Node tree;
  Canvas canvas;
};

Client& client() {
  static Client only;
  return only;
}

// The page follows first, so that what the effects speak of (a focus) is there.
void act(const app::Action& action) {
  Client& self = client();
  const std::vector<app::Effect> effects = app::update(self.state, action);
  screen::Node tree = screen::build(self.state);
  const std::string patch = page::diff(self.tree, tree);
  if (patch != "[]") {
    self.tree = std::move(tree);
    tianbao_apply(patch.c_str());
    self.canvas.show(self.tree);
  }
  run(effects);
}

std::string text_of(const char* bytes, std::size_t size) {
  return {bytes, size};
}

}  // namespace
}  // namespace tianbao::browser

using namespace tianbao;  // NOLINT(google-build-using-namespace): the exports below stand outside

extern "C" {

EMSCRIPTEN_KEEPALIVE void tianbao_start(int online) {
  browser::act(app::Started{online != 0});
}

EMSCRIPTEN_KEEPALIVE void tianbao_time(const char* now, std::size_t size) {
  browser::act(app::TimeTold{browser::text_of(now, size)});
}

EMSCRIPTEN_KEEPALIVE void tianbao_signed_in(const char* body, std::size_t size) {
  browser::act(app::SignedIn{browser::text_of(body, size)});
}

EMSCRIPTEN_KEEPALIVE void tianbao_online(int online) {
  browser::act(online != 0 ? app::Action{app::WentOnline{}} : app::Action{app::WentOffline{}});
}

EMSCRIPTEN_KEEPALIVE void tianbao_answered(const char* tag, std::size_t tag_size, int status,
                                           const char* body, std::size_t body_size,
                                           std::uint32_t retry_after_s) {
  browser::act(app::Answered{browser::text_of(tag, tag_size), status, browser::text_of(body, body_size),
                             retry_after_s});
}

EMSCRIPTEN_KEEPALIVE void tianbao_loaded(const char* key, std::size_t key_size, const char* text,
                                         std::size_t text_size) {
  browser::act(app::LocalLoaded{browser::text_of(key, key_size), browser::text_of(text, text_size)});
}

EMSCRIPTEN_KEEPALIVE void tianbao_listed(const char* prefix, std::size_t size) {
  browser::act(app::LocalListed{browser::text_of(prefix, size)});
}

/// `result` counts as app::SaveResult does.
EMSCRIPTEN_KEEPALIVE void tianbao_saved(const char* key, std::size_t size, int result) {
  browser::act(app::LocalSaved{browser::text_of(key, size), static_cast<app::SaveResult>(result)});
}

EMSCRIPTEN_KEEPALIVE void tianbao_cleared(int ok) {
  browser::act(app::LocalCleared{ok != 0});
}

EMSCRIPTEN_KEEPALIVE void tianbao_timer(int timer) {
  browser::act(app::TimerFired{static_cast<app::Timer>(timer)});
}

EMSCRIPTEN_KEEPALIVE void tianbao_file_opened(const char* name, std::size_t name_size, const char* text,
                                              std::size_t text_size) {
  browser::act(app::FileOpened{browser::text_of(name, name_size), browser::text_of(text, text_size)});
}

/// `event` counts as app::Event does.
EMSCRIPTEN_KEEPALIVE void tianbao_event(const char* id, std::size_t id_size, int event, const char* value,
                                        std::size_t value_size) {
  browser::act(app::from_event(browser::client().state, {id, id_size}, static_cast<app::Event>(event),
                               {value, value_size}));
}

/// 1: canvas mode can begin.
EMSCRIPTEN_KEEPALIVE int tianbao_canvas_start() {
  return browser::client().canvas.start() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void tianbao_resize(float width, float height, float scale) {
  browser::client().canvas.resize(width, height, scale);
}

EMSCRIPTEN_KEEPALIVE void tianbao_scroll(float top) {
  browser::client().canvas.scroll(top);
}

/// `what` counts as browser::Attention does.
EMSCRIPTEN_KEEPALIVE void tianbao_attend(int what, const char* id, std::size_t size) {
  browser::client().canvas.attend(static_cast<browser::Attention>(what), {id, size});
}

EMSCRIPTEN_KEEPALIVE void tianbao_strong_contrast(int strong) {
  browser::client().canvas.use_palette(strong != 0 ? paint::strong_palette : paint::standard_palette);
}

EMSCRIPTEN_KEEPALIVE void tianbao_context_restored() {
  browser::client().canvas.context_restored();
}

EMSCRIPTEN_KEEPALIVE void tianbao_frame() {
  const browser::Canvas::Moved& moved = browser::client().canvas.paint_frame();
  if (!moved.ids.empty()) {
    tianbao_place(moved.ids.c_str(), moved.edges.data(), static_cast<double>(moved.page_height));
  }
}

}  // extern "C"
