#pragma once

#include <optional>

#include "shared/expression/program.h"
#include "shared/expression/syntax.h"

namespace tianbao::expression {

Type type_of(const Value& value);

bool is_numeric(Type type);

/// Whether `==` between the two may be true: CEL's checker refuses it for different types, the form profile
/// only for types that are not both numeric.
bool comparable(Type left, Type right);

/// The one type of two values of which either may come; nullopt when they have nothing in common.
std::optional<ValueType> common_type(ValueType left, ValueType right);

/// The type of `left operation right`; nullopt when there can never be a value.
std::optional<ValueType> result_type(Operator operation, ValueType left, ValueType right, Mode mode);

}  // namespace tianbao::expression
