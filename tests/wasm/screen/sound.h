#pragma once

#include "wasm/screen/node.h"

namespace tianbao::testing {

/// What every screen owes the page and assistive technology: ids are there and unique, every control has a
/// name, and what describes a control or is led to is on the screen; the cells of a grid tile it. Fails the
/// test otherwise.
void require_sound(const screen::Node& tree);

}  // namespace tianbao::testing
