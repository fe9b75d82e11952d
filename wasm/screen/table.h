#pragma once

#include "shared/layout/grid.h"
#include "wasm/app/state.h"
#include "wasm/screen/node.h"
#include "wasm/screen/shown_findings.h"

namespace tianbao::screen {

/// The official table with a control in every value cell and one column more at its side for help and
/// findings.
Node build_table(const app::State& state, const layout::Grid& grid, const ShownFindings& findings);

/// What stands above or below the table (填报单位, 落款), one field a row, with the same side column.
Node build_items(const app::State& state, form::SectionPlace place, const ShownFindings& findings);

}  // namespace tianbao::screen
