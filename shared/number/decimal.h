#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tianbao::number {

__extension__ typedef __int128 Int128;

/// An exact decimal number: coefficient × 10^exponent, always reduced (no trailing zeros in the coefficient;
/// zero has exponent 0), so equal numbers are equal bit for bit. Sums of reported figures must come out the
/// same on a clerk's PC and on the server to the last digit, which binary floating point does not promise.
///
/// Addition, subtraction and multiplication are exact or refused: a result of more than 34 digits (the
/// precision of IEEE 754 decimal128) is an overflow, never a rounding. Division rounds half to even at 34
/// digits.
class Decimal {
 public:
  static constexpr int max_digits = 34;
  static constexpr int max_exponent = 6111;  // IEEE 754 decimal128
  static constexpr int min_exponent = -6176;

  constexpr Decimal() = default;
  static Decimal from_integer(std::int64_t value);

  /// Reads a number as JSON and CEL write it: `-12`, `0.50`, `1e5`; nothing else (no blanks, no `+1`, no
  /// `.5`). nullopt when the text is no number, or has more digits or a larger exponent than a Decimal holds.
  static std::optional<Decimal> parse(std::string_view text);

  bool is_zero() const { return coefficient_ == 0; }
  bool is_negative() const { return coefficient_ < 0; }
  bool is_integer() const { return exponent_ >= 0; }

  /// Digits from the first to the last that is not zero: 1200 has 2, 0.05 has 1, 0 has 1.
  int significant_digits() const;

  /// Digits after the decimal point when written out: 1200 has 0, 0.05 has 2.
  int decimal_places() const { return exponent_ < 0 ? -exponent_ : 0; }

  /// The value if it is a whole number that fits.
  std::optional<std::int64_t> to_integer() const;

  /// As ECMAScript's Number::toString writes it, which RFC 8785 section 3.2.2.3 prescribes. Lossless for
  /// numbers of at most 15 significant digits, the most that a document may hold.
  std::string to_string() const;

  friend std::optional<Decimal> add(const Decimal& left, const Decimal& right);
  friend std::optional<Decimal> subtract(const Decimal& left, const Decimal& right);
  friend std::optional<Decimal> multiply(const Decimal& left, const Decimal& right);
  /// nullopt also for a division by zero.
  friend std::optional<Decimal> divide(const Decimal& left, const Decimal& right);
  /// left - right × truncate(left / right), with the sign of left, as CEL's `%`; nullopt also for right = 0.
  friend std::optional<Decimal> remainder(const Decimal& left, const Decimal& right);
  Decimal negated() const;
  /// To that many decimal places (≥ 0), half away from zero: 0.125 to two places is 0.13, -0.125 is -0.13.
  Decimal rounded(int places) const;

  friend bool operator==(const Decimal& left, const Decimal& right) = default;
  friend std::strong_ordering operator<=>(const Decimal& left, const Decimal& right);

 private:
  /// Reduces; nullopt when the coefficient has more than max_digits digits or the exponent leaves its range.
  static std::optional<Decimal> make(Int128 coefficient, int exponent);

  // Aligned as 64 bits are, not as 128, which would make a Decimal and all that holds one a third larger.
  __extension__ typedef __int128 Coefficient __attribute__((aligned(8)));

  Coefficient coefficient_ = 0;
  int exponent_ = 0;
};

std::optional<Decimal> add(const Decimal& left, const Decimal& right);
std::optional<Decimal> subtract(const Decimal& left, const Decimal& right);
std::optional<Decimal> multiply(const Decimal& left, const Decimal& right);
std::optional<Decimal> divide(const Decimal& left, const Decimal& right);
std::optional<Decimal> remainder(const Decimal& left, const Decimal& right);

}  // namespace tianbao::number
