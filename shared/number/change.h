#pragma once

#include <optional>

#include "shared/number/decimal.h"

namespace tianbao::number {

/// By how many per cent `now` is more (or, negative, less) than `before`, to one decimal place, half away
/// from zero. nullopt where that says nothing: `before` is not above zero. Exact for numbers that fit a cell
/// (document/cell.h): their quotient is rounded to 34 digits first, and stays on its side of every half.
std::optional<Decimal> percent_change(const Decimal& before, const Decimal& now);

}  // namespace tianbao::number
