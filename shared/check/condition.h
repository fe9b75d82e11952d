#pragma once

#include "shared/check/bind.h"
#include "shared/expression/value.h"
#include "shared/form/form.h"

namespace tianbao::check {

// Whether a rule applies and whether it holds: `true`, `false`, or the error that decides its verdict.
// Expressions are evaluated; a standard fact is compared directly, with the same outcome as its CEL spelling,
// which stands in Rule::fact_when and Rule::condition.

/// Of any rule: `true` for one that always applies.
expression::Value applies(const form::Rule& rule, const Bound& bound);

expression::Value holds(const form::Rule& rule, const Bound& bound);

}  // namespace tianbao::check
