#include "wasm/browser/frame.h"

#include <emscripten.h>

EM_JS(void, tianbao_request_frame, (), { Module["host"].requestFrame(); });

namespace tianbao::browser {

void request_frame() {
  tianbao_request_frame();
}

}  // namespace tianbao::browser
