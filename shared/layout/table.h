#pragma once

#include <string_view>

#include "shared/document/document.h"
#include "shared/form/form.h"
#include "shared/layout/grid.h"

namespace tianbao::layout {

/// The table's part of a Grid: columns, rows and cells.
Grid lay_out_table(const form::Form& form, const document::Document& document);

/// Whether two prints of a label are the same but for white space and the width of brackets.
bool same_label(std::string_view left, std::string_view right);

}  // namespace tianbao::layout
