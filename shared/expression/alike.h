#pragma once

#include "shared/expression/syntax.h"
#include "shared/expression/value.h"

namespace tianbao::expression {

/// What most operators of most rules join, two decimals or two ints: the result of calculate() and compare(),
/// without asking for all the other types first and without moving values about. `result` may be `left`.
/// False, and nothing is done, for what is left to those two: other types, remainders, quotients of ints,
/// results that are errors.
bool combine_alike(Operator operation, const Value& left, const Value& right, Value& result);

}  // namespace tianbao::expression
