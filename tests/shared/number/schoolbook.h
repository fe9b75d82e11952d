#pragma once

#include <optional>
#include <string>

namespace tianbao::testing {

/// A decimal number calculated with as on paper, digit by digit in strings: what Decimal's 128-bit arithmetic
/// is checked against, and shares nothing with.
struct Schoolbook {
  bool negative = false;
  std::string digits = "0";  // no leading zeros
  int exponent = 0;
};

Schoolbook schoolbook_sum(Schoolbook left, Schoolbook right);
Schoolbook schoolbook_product(const Schoolbook& left, const Schoolbook& right);
/// Rounded half to even at `precision` digits.
Schoolbook schoolbook_quotient(const Schoolbook& left, const Schoolbook& right, std::size_t precision);

/// left - right × truncate(left / right).
Schoolbook schoolbook_remainder(const Schoolbook& left, const Schoolbook& right);

/// `-123e4`, without trailing zeros in front of the `e`; `0e0` for zero.
std::string reduced_text(Schoolbook number);

/// The significant digits that remain when trailing zeros are gone.
std::size_t reduced_digits(const Schoolbook& number);

}  // namespace tianbao::testing
