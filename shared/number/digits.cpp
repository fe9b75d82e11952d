#include "shared/number/digits.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace tianbao::number {
namespace {

Digits trimmed(bool negative, std::string digits, int point) {
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string::npos) return {negative, {}, 0};
  digits.erase(digits.find_last_not_of('0') + 1);
  digits.erase(0, first);
  return {negative, std::move(digits), point - static_cast<int>(first)};
}

/// A whole number of any size: nine decimal digits in each limb, the lowest limb first.
class Whole {
 public:
  explicit Whole(std::uint64_t value) {
    for (; value != 0; value /= limb_end) limbs_.push_back(static_cast<std::uint32_t>(value % limb_end));
  }

  void multiply(std::uint32_t factor) {
    std::uint64_t carry = 0;
    for (std::uint32_t& limb : limbs_) {
      carry += std::uint64_t{limb} * factor;
      limb = static_cast<std::uint32_t>(carry % limb_end);
      carry /= limb_end;
    }
    for (; carry != 0; carry /= limb_end) limbs_.push_back(static_cast<std::uint32_t>(carry % limb_end));
  }

  /// By base^power.
  void multiply(std::uint32_t base, int power) {
    while (power > 0) {
      // As much of it as one factor holds: 2^31, 5^13.
      std::uint32_t factor = 1;
      for (; power > 0 && factor <= std::numeric_limits<std::uint32_t>::max() / base; --power) factor *= base;
      multiply(factor);
    }
  }

  /// Zeros may stand in front.
  std::string digits() const {
    std::string reversed;
    for (std::uint32_t limb : limbs_) {
      for (int place = 0; place < limb_digits; ++place, limb /= 10) {
        reversed.push_back(static_cast<char>('0' + limb % 10));
      }
    }
    return {reversed.rbegin(), reversed.rend()};
  }

 private:
  static constexpr std::uint32_t limb_end = 1'000'000'000;
  static constexpr int limb_digits = 9;
  std::vector<std::uint32_t> limbs_;
};

/// Cuts the digits behind the first `count` off, half to even.
void keep(Digits& number, int count) {
  if (count >= static_cast<int>(number.digits.size())) return;
  const std::string dropped = number.digits.substr(static_cast<std::size_t>(std::max(0, count)));
  number.digits.erase(number.digits.size() - dropped.size());
  const bool odd = !number.digits.empty() && (number.digits.back() - '0') % 2 != 0;
  // The last digit is not zero: any behind a 5 makes it more than a half.
  const bool rounds_up = dropped.front() > '5' || (dropped.front() == '5' && (odd || dropped.size() > 1));
  if (count >= 0 && rounds_up) {
    while (!number.digits.empty() && number.digits.back() == '9') number.digits.pop_back();
    if (number.digits.empty()) {
      number.digits = "0";
      ++number.point;
    }
    ++number.digits.back();
  }
  number = trimmed(number.negative, std::move(number.digits), number.point);
}

/// The digits at the positions from `first` to before `end`, with zeros where there are none.
void append(std::string& text, const Digits& number, int first, int end) {
  for (int position = first; position < end; ++position) {
    const bool inside = position >= 0 && position < static_cast<int>(number.digits.size());
    text.push_back(inside ? number.digits[static_cast<std::size_t>(position)] : '0');
  }
}

/// `point` digits, but one at least, then `places` behind the point.
std::string write(const Digits& number, int point, int places) {
  std::string text = number.negative ? "-" : "";
  append(text, number, std::min(0, point - 1), point);
  if (places > 0) text.push_back('.');
  append(text, number, point, point + places);
  return text;
}

}  // namespace

Digits to_digits(const Decimal& value) {
  const std::string text = value.to_string();
  std::string digits;
  int point = -1;
  int exponent = 0;
  for (std::size_t offset = value.is_negative() ? 1 : 0; offset < text.size(); ++offset) {
    if (text[offset] == '.') {
      point = static_cast<int>(digits.size());
    } else if (text[offset] == 'e') {
      offset += text[offset + 1] == '+' ? 2U : 1U;
      std::from_chars(text.data() + offset, text.data() + text.size(), exponent);
      break;
    } else {
      digits.push_back(text[offset]);
    }
  }
  if (point < 0) point = static_cast<int>(digits.size());
  return trimmed(value.is_negative(), std::move(digits), point + exponent);
}

Digits exact_digits(double value) {
  constexpr int mantissa_bits = 53;
  int exponent = 0;
  const double fraction = std::frexp(std::abs(value), &exponent);
  Whole whole(static_cast<std::uint64_t>(std::ldexp(fraction, mantissa_bits)));
  exponent -= mantissa_bits;
  // m × 2^-e is m × 5^e × 10^-e.
  whole.multiply(exponent < 0 ? 5 : 2, std::abs(exponent));
  std::string digits = whole.digits();
  const int point = static_cast<int>(digits.size()) + std::min(exponent, 0);
  return trimmed(std::signbit(value), std::move(digits), point);
}

std::string to_plain(const Digits& number) {
  return write(number, number.point, std::max(0, static_cast<int>(number.digits.size()) - number.point));
}

std::string to_fixed(Digits number, int places) {
  keep(number, number.point + places);
  return write(number, number.point, places);
}

std::string to_scientific(Digits number, int places) {
  keep(number, places + 1);
  const int exponent = number.digits.empty() ? 0 : number.point - 1;
  std::string text = write(number, 1, places);
  text += exponent < 0 ? "e-" : "e+";
  if (std::abs(exponent) < 10) text.push_back('0');
  return text + std::to_string(std::abs(exponent));
}

}  // namespace tianbao::number
