#pragma once

#include <cstddef>

#include "shared/form/form.h"
#include "shared/json/value.h"

namespace tianbao::schema {

/// What `$ref`s of the cells point to: shapes of texts, of the objects that cells may be, and the ids of each
/// field's choices.
json::Object cell_definitions(const form::Form& form);

/// The cell of that field in a complete document: title, description, and what may stand there.
json::Object cell_schema(const form::Form& form, std::size_t index);

}  // namespace tianbao::schema
