#include "shared/number/change.h"

namespace tianbao::number {

std::optional<Decimal> percent_change(const Decimal& before, const Decimal& now) {
  if (before.is_zero() || before.is_negative()) return std::nullopt;
  const std::optional<Decimal> difference = subtract(now, before);
  if (!difference) return std::nullopt;
  const std::optional<Decimal> hundredfold = multiply(*difference, Decimal::from_integer(100));
  if (!hundredfold) return std::nullopt;
  const std::optional<Decimal> percent = divide(*hundredfold, before);
  if (!percent) return std::nullopt;
  return percent->rounded(1);
}

}  // namespace tianbao::number
