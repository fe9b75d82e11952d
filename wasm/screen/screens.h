#pragma once

#include "wasm/app/state.h"
#include "wasm/screen/node.h"

/// One function for each screen; each adds what it shows to the page.
namespace tianbao::screen {

void build_reports(const app::State& state, Node& page);
void build_opening(const app::State& state, Node& page);
void build_fill(const app::State& state, Node& page);
void build_versions(const app::State& state, Node& page);
void build_receipt(const app::State& state, Node& page);

}  // namespace tianbao::screen
