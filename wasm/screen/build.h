#pragma once

#include "wasm/app/state.h"
#include "wasm/screen/node.h"

namespace tianbao::screen {

/// The screen that shows this state. Ids are unique in the tree and belong to the thing shown, so that they
/// are the same in the next tree: app/control_ids.h.
Node build(const app::State& state);

}  // namespace tianbao::screen
