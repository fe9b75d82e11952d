#pragma once

#include "shared/number/digits.h"

namespace tianbao::number {

/// The fewest digits that name this finite double and no other, and of those the nearest to it: 0.1 has 1.
/// Computed with whole numbers alone, so that they are the same natively and in WASM.
Digits shortest_digits(double value);

}  // namespace tianbao::number
