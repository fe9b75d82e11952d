#pragma once

#include <string>

#include "shared/expression/value.h"
#include "shared/json/value.h"

namespace tianbao::conformance {

/// A VALUE of the cases file (write_cases.mjs describes it), which has to be well formed.
expression::Value read_value(const json::Value& encoded);

/// The same way back. What the cases file never holds is there as well: an error by its code, an optional as
/// a list of at most one value, a decimal as text.
json::Value write_value(const expression::Value& value);

/// What the conformance cases mean by the same value: the same type and content, any NaN for NaN, and the
/// entries of a map in any order. Zero and negative zero differ.
bool is_same(const expression::Value& left, const expression::Value& right);

}  // namespace tianbao::conformance
