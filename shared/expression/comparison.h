#pragma once

#include <compare>
#include <optional>

#include "shared/expression/syntax.h"
#include "shared/expression/value.h"

namespace tianbao::expression {

/// CEL's equality: numbers of all types by value, lists item by item, and false, never an error, for values
/// of different types. Neither side is an error.
bool equals(const Value& left, const Value& right);

/// CEL's order: numbers of all types by value, strings by code points, false before true. unordered beside a
/// NaN; nullopt for types that have no order.
std::optional<std::partial_ordering> order(const Value& left, const Value& right);

/// `== != < <= > >= in`: a boolean, or the left or else the right operand's error.
Value compare(Operator operation, const Value& left, const Value& right);

}  // namespace tianbao::expression
