#include "wasm/browser/effects.h"

#include <string>
#include <type_traits>

#include <emscripten.h>

// clang-format off
EM_JS(void, tianbao_save, (const char* key, const char* text, int guarded), {
  Module["host"].save(UTF8ToString(key), UTF8ToString(text), guarded);
});
EM_JS(void, tianbao_load, (const char* prefix), { Module["host"].load(UTF8ToString(prefix)); });
EM_JS(void, tianbao_clear, (), { Module["host"].clear(); });
EM_JS(void, tianbao_request, (const char* method, const char* path, const char* body, const char* tag), {
  Module["host"].request(UTF8ToString(method), UTF8ToString(path), UTF8ToString(body), UTF8ToString(tag));
});
EM_JS(void, tianbao_save_file, (const char* name, const char* text), {
  Module["host"].saveFile(UTF8ToString(name), UTF8ToString(text));
});
EM_JS(void, tianbao_open_file, (), { Module["host"].openFile(); });
EM_JS(void, tianbao_print, (const char* html), { Module["host"].print(UTF8ToString(html)); });
EM_JS(void, tianbao_focus, (const char* id), { Module["host"].focus(UTF8ToString(id)); });
EM_JS(void, tianbao_announce, (const char* text), { Module["host"].announce(UTF8ToString(text)); });
EM_JS(void, tianbao_ask_sign_in, (), { Module["host"].askSignIn(); });
EM_JS(void, tianbao_close_sign_in, (), { Module["host"].closeSignIn(); });
EM_JS(void, tianbao_set_timer, (int timer, double delay_ms), { Module["host"].setTimer(timer, delay_ms); });
// clang-format on

namespace tianbao::browser {
namespace {

/// One overload for each effect: the compiler says when one is forgotten.
struct Runner {
  void operator()(const app::SaveLocal& effect) const {
    tianbao_save(effect.key.c_str(), effect.text.c_str(), effect.guarded ? 1 : 0);
  }
  void operator()(const app::LoadLocal& effect) const { tianbao_load(effect.prefix.c_str()); }
  void operator()(const app::ClearLocal&) const { tianbao_clear(); }
  void operator()(const app::Request& effect) const {
    tianbao_request(effect.method.c_str(), effect.path.c_str(), effect.body.c_str(), effect.tag.c_str());
  }
  void operator()(const app::SaveFile& effect) const {
    tianbao_save_file(effect.name.c_str(), effect.text.c_str());
  }
  void operator()(const app::OpenFile&) const { tianbao_open_file(); }
  void operator()(const app::PrintHtml& effect) const { tianbao_print(effect.html.c_str()); }
  void operator()(const app::Focus& effect) const { tianbao_focus(effect.id.c_str()); }
  void operator()(const app::Announce& effect) const { tianbao_announce(effect.text.c_str()); }
  void operator()(const app::AskSignIn&) const { tianbao_ask_sign_in(); }
  void operator()(const app::CloseSignIn&) const { tianbao_close_sign_in(); }
  void operator()(const app::SetTimer& effect) const {
    tianbao_set_timer(static_cast<int>(effect.timer), static_cast<double>(effect.delay_ms));
  }
};

}  // namespace

void run(const std::vector<app::Effect>& effects) {
  for (const app::Effect& effect : effects) {
    std::visit(Runner{}, effect);
  }
}

}  // namespace tianbao::browser
