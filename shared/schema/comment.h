#pragma once

#include <cstddef>
#include <string>

#include "shared/form/form.h"

namespace tianbao::schema {

/// Whether nothing can make this field's answer dispensable.
bool is_always_required(const form::Field& field);

/// What holds of that field and no keyword says, a line each: when it applies and is asked for, its formula,
/// its decimal places, and the rules whose findings stand at it.
std::string field_comment(const form::Form& form, std::size_t index);

/// What holds of the whole document and no keyword says.
std::string form_comment();

}  // namespace tianbao::schema
