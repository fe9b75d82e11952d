#pragma once

#include <compare>
#include <cstddef>
#include <optional>

#include "shared/expression/syntax.h"
#include "shared/expression/value.h"

namespace tianbao::expression {

/// CEL's equality: numbers of all types by value, lists item by item, maps in any order, and false, never an
/// error, for values of different types. Neither side is an error.
bool equals(const Value& left, const Value& right);

/// The value of the key, or nullptr. Numbers are the same key by value: {1: x}[1u].
const Value* find(const Map& map, const Value& key);

/// What find() costs at most, in steps of an evaluation.
std::uint64_t steps_to_find(const Map& map);

/// CEL's order: numbers of all types by value, strings and bytes byte by byte (which for strings is by code
/// points), timestamps, durations, false before true. unordered beside a NaN; nullopt for types that have no
/// order.
std::optional<std::partial_ordering> order(const Value& left, const Value& right);

/// `== != < <= > >= in`: a boolean, or the left or else the right operand's error.
Value compare(Operator operation, const Value& left, const Value& right);

}  // namespace tianbao::expression
