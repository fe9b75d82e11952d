#pragma once

#include "shared/document/document.h"
#include "shared/form/form.h"
#include "shared/layout/grid.h"

namespace tianbao::fuzz {

/// What holds of every document of every form: it is written and read without a change, checked and computed
/// alike each time, and printed.
void examine_document(const form::Form& form, const document::Document& document);

/// The first of these.
void examine_writing(const form::Form& form, const document::Document& document);

/// What layout/grid.h says of every grid.
void examine_grid(const layout::Grid& grid);

}  // namespace tianbao::fuzz
