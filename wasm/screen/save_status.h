#pragma once

#include <string>

#include "wasm/app/state.h"
#include "wasm/screen/node.h"

namespace tianbao::screen {

/// Where what was typed is safe by now, in one sentence.
std::string save_status(const app::State& state);
Tone save_status_tone(const app::State& state);

/// Whether a submission of the open report is under way or waits for the network.
bool has_pending_submission(const app::State& state);

}  // namespace tianbao::screen
