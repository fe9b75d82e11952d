#include "wasm/screen/build.h"

#include "wasm/screen/parts.h"
#include "wasm/screen/screens.h"

namespace tianbao::screen {

Node build(const app::State& state) {
  Node page = make_node(Kind::page, "page");
  add_clear_question(state, page);
  switch (state.screen) {
    case app::Screen::sign_in:
      break;
    case app::Screen::reports:
      build_reports(state, page);
      break;
    case app::Screen::opening:
      build_opening(state, page);
      break;
    case app::Screen::fill:
      build_fill(state, page);
      break;
    case app::Screen::versions:
      build_versions(state, page);
      break;
    case app::Screen::receipt:
      build_receipt(state, page);
      break;
  }
  return page;
}

}  // namespace tianbao::screen
