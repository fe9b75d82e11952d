#pragma once

#include <string>
#include <string_view>

#include "shared/expression/library/bounded_text.h"
#include "shared/expression/value.h"

namespace tianbao::expression {

/// Prints what format()'s %s prints (cel-spec doc/extensions/strings.md): numbers in plain notation, times
/// in UTC, lists as [1, 2], maps as {key: value} in the order of the printed keys. Whether there is a text
/// for the value: there is none for an optional, nor for a list or map that holds one.
bool print(BoundedText& text, const Value& value);

/// int, uint, double or decimal; a double in the fewest digits that name it and no other: 1200, 0.05, NaN,
/// -Infinity.
std::string plain_number(const Value& number);

/// NaN, Infinity or -Infinity; "" for a number that has digits.
std::string_view name_of_digitless(const Value& number);

}  // namespace tianbao::expression
