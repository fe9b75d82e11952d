#pragma once

#include <vector>

#include "wasm/app/action.h"
#include "wasm/app/effect.h"
#include "wasm/app/state.h"

namespace tianbao::app {

/// The whole client: what happened changes the state and asks for effects. No clock, no browser, no surprise:
/// the same actions give the same state and effects.
std::vector<Effect> update(State& state, const Action& action);

}  // namespace tianbao::app
