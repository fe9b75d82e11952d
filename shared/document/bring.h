#pragma once

#include <vector>

#include "shared/document/document.h"
#include "shared/form/form.h"

namespace tianbao::document {

/// The cells of a document of `from` in the order of `to`'s fields; blank where `from` has no field of that
/// address and type.
std::vector<Cell> bring_cells_onto(const form::Form& to, const form::Form& from,
                                   const std::vector<Cell>& cells);

/// The document of `from` as one of `to`, another edition of the form: its cells, last year's and the
/// explanations, as far as `to` asks for what they are about.
Document bring_onto(const form::Form& to, const form::Form& from, Document document);

}  // namespace tianbao::document
