#pragma once

#include <optional>

#include "shared/expression/syntax.h"
#include "shared/expression/value.h"

namespace tianbao::expression {

/// int, uint, double or decimal.
bool is_number(const Value& value);

/// The number as a decimal; nullopt for what is no number, and for an infinity or NaN. A double becomes the
/// shortest decimal that reads back as the same double: 0.1 becomes one tenth.
std::optional<number::Decimal> to_decimal(const Value& value);

/// A number of decimal places: 0 to Decimal::max_digits; nullopt for every other value.
std::optional<int> to_places(const Value& value);

/// `+ - * / %`. Numbers of one CEL type are computed as strict CEL says (int and uint exactly or overflow,
/// the division of ints truncates, doubles as IEEE 754 says); every other pair of numbers, which strict CEL
/// refuses, as decimals in the form profile. `+` joins strings, bytes and lists; what would be larger than
/// max_result_bytes or max_result_items is an overflow. The left operand's error
/// comes first, then the right one's.
Value calculate(Operator operation, const Value& left, const Value& right, Mode mode);

Value negate(const Value& operand);

}  // namespace tianbao::expression
