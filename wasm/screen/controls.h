#pragma once

#include <cstddef>

#include "wasm/app/state.h"
#include "wasm/screen/node.h"
#include "wasm/screen/shown_findings.h"

namespace tianbao::screen {

/// A cell's control, a text field or the boxes of a choice, and what is known of it without asking. Its
/// accessible name is section, group and label; the help, the findings and what is known describe it.
void add_control(const app::State& state, std::size_t field, const ShownFindings& findings, Node& cell);

/// What stands beside a cell: the official help, how the typed text was understood, the findings.
void add_side(const app::State& state, std::size_t field, const ShownFindings& findings, Node& cell);

}  // namespace tianbao::screen
