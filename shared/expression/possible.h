#pragma once

#include <optional>

#include "shared/expression/domain.h"
#include "shared/expression/syntax.h"
#include "shared/number/decimal.h"

namespace tianbao::expression {

/// What a value may be, as far as that is known: of every type at first anything.
struct Possible {
  // Of a boolean.
  bool can_be_true = true;
  bool can_be_false = true;
  // Of a number.
  std::optional<number::Decimal> least;
  std::optional<number::Decimal> greatest;
  /// Of a text what it can be, of a list what it can hold.
  std::optional<Words> words;
};

/// What `left operation right` may be, for operands of these types.
Possible combined(Operator operation, const Possible& left, Type left_type, const Possible& right,
                  Type right_type);

/// Leaves of `value` what is possible where `value operation other` is true.
void narrow(Possible& value, Type type, Operator operation, const Possible& other, Type other_type);

Possible negated(const Possible& number);

/// What may come where either of them does.
Possible either(const Possible& left, const Possible& right);

}  // namespace tianbao::expression
