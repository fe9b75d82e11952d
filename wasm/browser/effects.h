#pragma once

#include <vector>

#include "wasm/app/effect.h"

namespace tianbao::browser {

/// Asks the page (wasm/web/main.js) to do what the client wants, in that order. Answers come back as actions.
void run(const std::vector<app::Effect>& effects);

}  // namespace tianbao::browser
