#pragma once

#include "wasm/app/action.h"
#include "wasm/app/state.h"

namespace tianbao::app {

/// Whether this is what our server says to this request. On the way there are others who answer 200: a
/// network's sign-in page, a proxy. What they say must neither be kept nor taken for a receipt.
bool is_from_server(const InFlight& flight, const Answered& answer);

}  // namespace tianbao::app
