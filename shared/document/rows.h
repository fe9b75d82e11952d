#pragma once

#include "shared/document/document.h"
#include "shared/form/form.h"

namespace tianbao::document {

/// Whether anything stands in the row, but for what is computed.
bool is_in_use(const form::Form& form, const Document& document, form::FieldRange row);

/// Whether the cell is asked for at all: not in a row that is repeated as needed, is not in use and is behind
/// those that there have to be.
bool is_asked(const form::Form& form, const Document& document, std::size_t field);

/// Whether a row has a place on paper, and on a screen where nobody has asked for more: not one that is
/// repeated as needed (form::Group::most_rows), is not in use and behind those that there have to be. The
/// first always has: a table is not without rows.
bool is_shown(const form::Form& form, const Document& document, form::FieldRange row);

}  // namespace tianbao::document
