#pragma once

#include "shared/form/form.h"
#include "shared/json/value.h"

namespace tianbao::schema {

// Cells of which nothing is asked: last year's, and those that an explanation was written for. They hold what
// the document could keep, also what was never read as a value.

/// Refers to one of kept_cell_definitions.
json::Object kept_cell_schema(const form::Field& field);

/// Those that the fields of this form need.
json::Object kept_cell_definitions(const form::Form& form);

}  // namespace tianbao::schema
