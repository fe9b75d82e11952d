#pragma once

#include <string>

#include "shared/number/decimal.h"

namespace tianbao::number {

/// A number taken apart for printing: 0.digits × 10^point. No zero stands at either end of the digits; zero
/// has none.
struct Digits {
  bool negative = false;  // also of a double's -0.0
  std::string digits;
  int point = 0;
};

Digits to_digits(const Decimal& value);

/// Every digit of a finite double, up to 767 of them: those of 0.1 are 1000000000000000055511151231257827…
/// Only they tell which way a double is to be rounded.
Digits exact_digits(double value);

/// Without an exponent and with as many places as there are: 1200, 0.05, -3.
std::string to_plain(const Digits& number);

/// With so many places (≥ 0), rounded half to even: 2.5 to none is 2.
std::string to_fixed(Digits number, int places);

/// One digit, so many places (≥ 0), rounded likewise, and an exponent of two digits or more: 1.052033e+03.
std::string to_scientific(Digits number, int places);

}  // namespace tianbao::number
