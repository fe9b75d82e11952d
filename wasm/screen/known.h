#pragma once

#include <cstddef>
#include <vector>

#include "wasm/app/state.h"
#include "wasm/screen/node.h"

/// What is known without asking the clerk.
namespace tianbao::screen {

/// What a cell was last year, and what it is offered, to stand below its control and describe it.
std::vector<Node> build_known(const app::Report& report, std::size_t field);

/// Whether the cells of the field's table are too narrow for that: then it stands below the row, with the
/// names of the columns.
bool stands_below_row(const form::Form& form, std::size_t field);

/// 全部采用, as long as something is offered, and 撤销 behind it.
void add_offers(const app::State& state, Node& page);

/// In the section's cell: 本节无, as long as it would answer something, and 撤销 behind it.
void add_none_act(const app::Report& report, std::size_t section, Node& cell);

}  // namespace tianbao::screen
