#pragma once

#include <cstddef>

#include "shared/layout/grid.h"
#include "wasm/app/state.h"
#include "wasm/screen/node.h"
#include "wasm/screen/table_cells.h"

/// What there is to do with rows that are repeated as needed.
namespace tianbao::screen {

/// 删除账号2, where the field stands in such a row.
void add_removal(const app::Report& report, std::size_t field, Node& notes);

/// Whether a row of a table is the last one of those that are repeated.
bool ends_rows(const app::Report& report, const layout::Grid& grid, Range cells);

/// Below it: one more, and back with the one that was removed.
void add_rows_acts(const app::Report& report, const layout::Grid& grid, Range cells, Node& table);

}  // namespace tianbao::screen
