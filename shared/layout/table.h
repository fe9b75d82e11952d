#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "shared/document/document.h"
#include "shared/form/form.h"
#include "shared/layout/grid.h"

namespace tianbao::layout {

/// On paper there are no columns that are only for filling.
enum class Medium : std::uint8_t { screen, paper };

/// The table's part of a Grid: columns, rows and cells.
Grid lay_out_table(const form::Form& form, const document::Document& document, Medium medium,
                   const std::vector<std::size_t>& open_rows);

/// Whether two prints of a label are the same but for white space and the width of brackets.
bool same_label(std::string_view left, std::string_view right);

}  // namespace tianbao::layout
