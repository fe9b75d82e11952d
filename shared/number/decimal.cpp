#include "shared/number/decimal.h"

#include <algorithm>
#include <array>
#include <limits>

namespace tianbao::number {
namespace {

// The largest power an Int128 holds; every intermediate result below stays under it.
constexpr int max_power = 38;

constexpr std::array<Int128, max_power + 1> make_powers() {
  std::array<Int128, max_power + 1> powers{};
  powers[0] = 1;
  for (std::size_t index = 1; index < powers.size(); ++index) powers[index] = powers[index - 1] * 10;
  return powers;
}

constexpr std::array<Int128, max_power + 1> powers_of_ten = make_powers();

Int128 power_of_ten(int exponent) {
  return powers_of_ten[static_cast<std::size_t>(exponent)];
}

constexpr Int128 coefficient_end = powers_of_ten[Decimal::max_digits];

Int128 magnitude(Int128 value) {
  return value < 0 ? -value : value;
}

/// Nearly every number there is. What 64 bits hold is divided by the processor, an Int128 by a function.
bool fits_word(Int128 value) {
  return value == static_cast<std::int64_t>(value);
}

/// Takes the zeros off the end of a coefficient that is not zero.
template <typename Integer>
void reduce(Integer& coefficient, int& exponent) {
  // An odd number has none, which is seen without dividing.
  while (coefficient % 2 == 0 && coefficient % 10 == 0) {
    coefficient /= 10;
    ++exponent;
  }
}

/// Of what fits_word(), the most digits.
constexpr int word_digits = 19;

int count_digits(Int128 value) {
  const Int128 size = magnitude(value);
  int digits = 1;
  while (digits <= max_power && size >= power_of_ten(digits)) ++digits;
  return digits;
}

/// A division under way: what is left of the dividend, `rest` × 10^exponent, is smaller than the divisor.
template <typename Integer>
struct Division {
  Integer quotient = 0;
  Integer rest = 0;
  int exponent = 0;

  /// Digit by digit, until nothing is left or the quotient has reached `end`.
  void go_on(Integer divisor, Integer end) {
    while (rest != 0 && quotient < end) {
      rest *= 10;
      quotient = quotient * 10 + rest / divisor;
      rest %= divisor;
      --exponent;
    }
  }
};

/// With both coefficients not negative.
Division<Int128> begin_division(Int128 dividend, Int128 divisor, int exponent) {
  constexpr std::int64_t max_divisor = std::numeric_limits<std::int64_t>::max() / 10;
  constexpr auto quotient_end = static_cast<std::int64_t>(powers_of_ten[word_digits - 2]);
  if (!fits_word(dividend) || divisor > max_divisor)
    return {dividend / divisor, dividend % divisor, exponent};
  const auto word = static_cast<std::int64_t>(divisor);
  Division<std::int64_t> division{static_cast<std::int64_t>(dividend) / word,
                                  static_cast<std::int64_t>(dividend) % word, exponent};
  division.go_on(word, quotient_end);
  return {division.quotient, division.rest, division.exponent};
}

__extension__ typedef unsigned __int128 Magnitude;

/// left × right modulo the divisor, of numbers below it, and it below coefficient_end.
Magnitude multiply_modulo(Magnitude left, Magnitude right, Magnitude divisor) {
  // So many bits of one factor at a time that the product with the other, of 113, and what is there fit.
  constexpr int bits = 14;
  constexpr Magnitude part = (Magnitude{1} << bits) - 1;
  int shift = 0;
  while (right >> shift > part) shift += bits;
  Magnitude product = 0;
  for (; shift >= 0; shift -= bits) product = ((product << bits) + left * (right >> shift & part)) % divisor;
  return product;
}

/// 10^exponent modulo the divisor, by squaring.
Magnitude power_modulo(int exponent, Magnitude divisor) {
  constexpr int highest_bit = 13;
  static_assert(Decimal::max_exponent - Decimal::min_exponent < 1 << (highest_bit + 1));
  Magnitude power = 1 % divisor;
  for (int bit = highest_bit; bit >= 0; --bit) {
    power = multiply_modulo(power, power, divisor);
    if ((exponent >> bit & 1) != 0) power = power * 10 % divisor;
  }
  return power;
}

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

/// The digits of a number as they are read: zeros wait until a digit behind them makes them significant, so
/// that neither leading nor trailing zeros use up precision.
class DigitReader {
 public:
  void take(char digit) {
    if (digit == '0') {
      if (coefficient_ != 0) ++waiting_zeros_;
      return;
    }
    digits_ += waiting_zeros_ + 1;
    if (digits_ > Decimal::max_digits) {
      overflow_ = true;
      return;
    }
    coefficient_ = coefficient_ * power_of_ten(static_cast<int>(waiting_zeros_) + 1) + (digit - '0');
    waiting_zeros_ = 0;
  }

  bool overflow() const { return overflow_; }
  Int128 coefficient() const { return coefficient_; }
  std::int64_t waiting_zeros() const { return waiting_zeros_; }

 private:
  Int128 coefficient_ = 0;
  std::int64_t digits_ = 0;
  std::int64_t waiting_zeros_ = 0;
  bool overflow_ = false;
};

/// Reads `e5`, `E-05` … up to the end of the text, or nothing. An exponent beyond all use is cut off at a
/// value that still is beyond all use, whatever the length of the number in front.
std::optional<std::int64_t> parse_exponent(std::string_view text) {
  constexpr std::int64_t cut_off = 1'000'000'000'000'000;
  if (text.empty()) return 0;
  if (text.front() != 'e' && text.front() != 'E') return std::nullopt;
  text.remove_prefix(1);
  const bool negative = !text.empty() && text.front() == '-';
  if (negative || (!text.empty() && text.front() == '+')) text.remove_prefix(1);
  if (text.empty()) return std::nullopt;
  std::int64_t exponent = 0;
  for (const char character : text) {
    if (!is_digit(character)) return std::nullopt;
    exponent = std::min(exponent * 10 + (character - '0'), cut_off);
  }
  return negative ? -exponent : exponent;
}

}  // namespace

std::optional<Decimal> Decimal::make(Int128 coefficient, int exponent) {
  Decimal result;
  if (coefficient == 0) return result;
  if (fits_word(coefficient)) {
    auto word = static_cast<std::int64_t>(coefficient);
    reduce(word, exponent);
    coefficient = word;
  } else {
    reduce(coefficient, exponent);
  }
  if (magnitude(coefficient) >= coefficient_end) return std::nullopt;
  if (exponent < min_exponent || exponent > max_exponent) return std::nullopt;
  result.coefficient_ = coefficient;
  result.exponent_ = exponent;
  return result;
}

Decimal Decimal::from_integer(std::int64_t value) {
  return make(value, 0).value_or(Decimal());  // always has a value: at most 19 digits
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  DigitReader digits;
  std::size_t offset = 0;
  while (offset < text.size() && is_digit(text[offset])) digits.take(text[offset++]);
  if (offset == 0 || (offset > 1 && text.front() == '0')) return std::nullopt;
  std::int64_t places = 0;
  if (offset < text.size() && text[offset] == '.') {
    const std::size_t first_place = ++offset;
    while (offset < text.size() && is_digit(text[offset])) digits.take(text[offset++]);
    if (offset == first_place) return std::nullopt;
    places = static_cast<std::int64_t>(offset - first_place);
  }
  const std::optional<std::int64_t> written_exponent = parse_exponent(text.substr(offset));
  if (!written_exponent || digits.overflow()) return std::nullopt;
  if (digits.coefficient() == 0) return Decimal();
  const std::int64_t exponent = *written_exponent - places + digits.waiting_zeros();
  if (exponent < min_exponent || exponent > max_exponent) return std::nullopt;
  return make(negative ? -digits.coefficient() : digits.coefficient(), static_cast<int>(exponent));
}

int Decimal::significant_digits() const {
  return count_digits(coefficient_);
}

std::optional<std::int64_t> Decimal::to_integer() const {
  if (exponent_ < 0 || exponent_ + significant_digits() > std::numeric_limits<std::int64_t>::digits10 + 1) {
    return std::nullopt;
  }
  const Int128 value = coefficient_ * power_of_ten(exponent_);
  if (value < std::numeric_limits<std::int64_t>::min() || value > std::numeric_limits<std::int64_t>::max()) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(value);
}

std::string Decimal::to_string() const {
  std::string digits;
  for (Int128 rest = magnitude(coefficient_); rest != 0; rest /= 10) {
    digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
  }
  if (digits.empty()) digits = "0";
  std::reverse(digits.begin(), digits.end());

  // ECMA-262 Number::toString: the value is 0.digits × 10^point.
  constexpr int max_plain_point = 21;
  constexpr int min_plain_point = -5;
  const int point = static_cast<int>(digits.size()) + exponent_;
  if (point > max_plain_point || point < min_plain_point) {
    if (digits.size() > 1) digits.insert(1, ".");
    digits += point > 0 ? "e+" : "e-";
    digits += std::to_string(point > 0 ? point - 1 : 1 - point);
  } else if (exponent_ >= 0) {
    digits.append(static_cast<std::size_t>(exponent_), '0');
  } else if (point > 0) {
    digits.insert(static_cast<std::size_t>(point), ".");
  } else {
    digits.insert(0, "0." + std::string(static_cast<std::size_t>(-point), '0'));
  }
  return is_negative() ? "-" + digits : digits;
}

Decimal Decimal::negated() const {
  Decimal result = *this;
  result.coefficient_ = -coefficient_;
  return result;
}

Decimal Decimal::rounded(int places) const {
  const int dropped = decimal_places() - places;
  if (dropped <= 0) return *this;
  if (dropped > max_digits) return {};  // less than a tenth of the last place
  const Int128 unit = power_of_ten(dropped);
  Int128 kept = coefficient_ / unit;
  if (magnitude(coefficient_ % unit) * 2 >= unit) kept += is_negative() ? -1 : 1;
  return make(kept, -places).value_or(Decimal());  // always has a value: no more digits than before
}

std::optional<Decimal> add(const Decimal& left, const Decimal& right) {
  if (left.is_zero()) return right;
  if (right.is_zero()) return left;
  const Decimal& high = left.exponent_ < right.exponent_ ? right : left;
  const Decimal& low = left.exponent_ < right.exponent_ ? left : right;
  const int shift = high.exponent_ - low.exponent_;
  if (shift == 0) return Decimal::make(left.coefficient_ + right.coefficient_, low.exponent_);
  // The last digit of `low` is not zero, so it is the last digit of the sum. A shifted `high` of
  // 36 digits or more therefore leaves more than 34 digits, whatever `low` takes away.
  const bool is_small = fits_word(high.coefficient_) && shift <= Decimal::max_digits - word_digits;
  if (!is_small && high.significant_digits() + shift > Decimal::max_digits + 1) return std::nullopt;
  return Decimal::make(high.coefficient_ * power_of_ten(shift) + low.coefficient_, low.exponent_);
}

std::optional<Decimal> subtract(const Decimal& left, const Decimal& right) {
  return add(left, right.negated());
}

std::optional<Decimal> multiply(const Decimal& left, const Decimal& right) {
  if (left.is_zero() || right.is_zero()) return Decimal();
  Int128 first = left.coefficient_;
  Int128 second = right.coefficient_;
  int exponent = left.exponent_ + right.exponent_;
  // A ten in the product can only come from a two in one factor and a five in the other, since neither ends
  // in zero. With those taken out the product is reduced, and too large only if it really has too many
  // digits.
  while (first % 2 == 0 && second % 5 == 0) {
    first /= 2;
    second /= 5;
    ++exponent;
  }
  while (first % 5 == 0 && second % 2 == 0) {
    first /= 5;
    second /= 2;
    ++exponent;
  }
  if (magnitude(first) > (coefficient_end - 1) / magnitude(second)) return std::nullopt;
  return Decimal::make(first * second, exponent);
}

std::optional<Decimal> divide(const Decimal& left, const Decimal& right) {
  if (right.is_zero()) return std::nullopt;
  const Int128 divisor = magnitude(right.coefficient_);
  Division<Int128> division =
      begin_division(magnitude(left.coefficient_), divisor, left.exponent_ - right.exponent_);
  division.go_on(divisor, power_of_ten(Decimal::max_digits - 1));
  Int128& quotient = division.quotient;
  if (division.rest != 0) {
    const bool quotient_is_odd = quotient % 2 != 0;
    const Int128 twice = division.rest * 2;
    if (twice > divisor || (twice == divisor && quotient_is_odd)) ++quotient;
  }
  return Decimal::make(left.is_negative() != right.is_negative() ? -quotient : quotient, division.exponent);
}

std::optional<Decimal> remainder(const Decimal& left, const Decimal& right) {
  if (right.is_zero()) return std::nullopt;
  const int shift = left.exponent_ - right.exponent_;
  if (shift < 0) {
    // Written with the exponent of `left`, `right` either is larger than 34 digits, and `left` is all rest …
    if (right.significant_digits() - shift > Decimal::max_digits) return left;
    // … or fits.
    return Decimal::make(left.coefficient_ % (right.coefficient_ * power_of_ten(-shift)), left.exponent_);
  }
  Int128 rest = left.coefficient_ % right.coefficient_;
  if (shift > 0 && rest != 0) {
    const auto divisor = static_cast<Magnitude>(magnitude(right.coefficient_));
    const auto factor = static_cast<Magnitude>(magnitude(rest));
    rest = static_cast<Int128>(multiply_modulo(factor, power_modulo(shift, divisor), divisor));
    if (left.is_negative()) rest = -rest;
  }
  return Decimal::make(rest, right.exponent_);
}

std::strong_ordering operator<=>(const Decimal& left, const Decimal& right) {
  const bool have_one_unit = left.exponent_ == right.exponent_;
  if (have_one_unit || left.is_negative() != right.is_negative() || left.is_zero() || right.is_zero()) {
    return left.coefficient_ <=> right.coefficient_;
  }
  const int shift = left.exponent_ - right.exponent_;
  const auto with_one_unit = [&] {
    return left.coefficient_ * power_of_ten(std::max(shift, 0)) <=>
           right.coefficient_ * power_of_ten(std::max(-shift, 0));
  };
  const bool is_small = std::max(shift, -shift) <= Decimal::max_digits - word_digits;
  if (is_small && fits_word(left.coefficient_) && fits_word(right.coefficient_)) return with_one_unit();
  const int left_point = left.significant_digits() + left.exponent_;
  const int right_point = right.significant_digits() + right.exponent_;
  if (left_point != right_point) {
    return (left_point < right_point) != left.is_negative() ? std::strong_ordering::less
                                                            : std::strong_ordering::greater;
  }
  // Equally large: the one with more digits has at most 34, and the other is brought up to as many.
  return with_one_unit();
}

}  // namespace tianbao::number
