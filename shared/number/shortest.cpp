#include "shared/number/shortest.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace tianbao::number {
namespace {

/// A whole number as large as doubles ask for: 2^1080 or so.
class Natural {
 public:
  /// value × 2^shift
  Natural(std::uint64_t value, int shift) : size_(static_cast<std::size_t>(shift / limb_bits)) {
    const int bits = shift % limb_bits;
    push(static_cast<Limb>(value << bits));
    push(static_cast<Limb>(value >> (limb_bits - bits)));
    push(static_cast<Limb>(value >> limb_bits >> (limb_bits - bits)));
    drop_zeros();
  }

  void multiply(std::uint32_t factor) {
    std::uint64_t carry = 0;
    for (std::size_t place = 0; place < size_; ++place) {
      carry += std::uint64_t{limbs_[place]} * factor;
      limbs_[place] = static_cast<Limb>(carry);
      carry >>= limb_bits;
    }
    if (carry != 0) push(static_cast<Limb>(carry));
  }

  void multiply_by_ten(int power) {
    constexpr int limb_power = 9;
    constexpr std::uint32_t limb_factor = 1'000'000'000;
    for (; power >= limb_power; power -= limb_power) multiply(limb_factor);
    for (; power > 0; --power) multiply(10);
  }

  void add(const Natural& other) {
    std::uint64_t carry = 0;
    for (std::size_t place = 0; place < other.size_ || carry != 0; ++place) {
      if (place == size_) push(0);
      carry += std::uint64_t{limbs_[place]} + (place < other.size_ ? other.limbs_[place] : 0);
      limbs_[place] = static_cast<Limb>(carry);
      carry >>= limb_bits;
    }
  }

  /// How often `other`, of which it is less than ten times, can be taken away; leaves the rest.
  std::uint32_t divide(const Natural& other) {
    // By the upper limbs it is this or a little more.
    std::uint64_t upper = size_ < other.size_ ? 0 : limbs_[other.size_ - 1];
    if (size_ > other.size_) upper |= std::uint64_t{limbs_[other.size_]} << limb_bits;
    auto times = static_cast<std::uint32_t>(upper / (std::uint64_t{other.limbs_[other.size_ - 1]} + 1));
    subtract(other, times);
    for (; *this >= other; ++times) subtract(other, 1);
    return times;
  }

  friend std::strong_ordering operator<=>(const Natural& left, const Natural& right) {
    if (left.size_ != right.size_) return left.size_ <=> right.size_;
    for (std::size_t place = left.size_; place-- > 0;) {
      if (left.limbs_[place] != right.limbs_[place]) return left.limbs_[place] <=> right.limbs_[place];
    }
    return std::strong_ordering::equal;
  }

 private:
  using Limb = std::uint32_t;
  static constexpr int limb_bits = 32;
  static constexpr std::size_t max_limbs = 36;

  /// `other` so many times, which together is not larger.
  void subtract(const Natural& other, std::uint32_t times) {
    std::uint64_t taken = 0;
    for (std::size_t place = 0; place < size_; ++place) {
      if (place < other.size_) taken += std::uint64_t{other.limbs_[place]} * times;
      const auto low = static_cast<Limb>(taken);
      taken = (taken >> limb_bits) + (limbs_[place] < low ? 1 : 0);
      limbs_[place] -= low;
    }
    drop_zeros();
  }

  void push(Limb limb) { limbs_[size_++] = limb; }
  void drop_zeros() {
    while (size_ > 0 && limbs_[size_ - 1] == 0) --size_;
  }

  std::array<Limb, max_limbs> limbs_{};  // the lowest first
  std::size_t size_ = 0;                 // without zeros at the upper end
};

/// A double being written (Burger and Dybvig 1996): it is `rest` / `unit`, and whatever lies between
/// `below` / `unit` under it and `below` or twice that over it reads back as the same.
struct Writing {
  Natural rest;
  Natural unit;
  Natural below;
  bool is_wider_above;  // the next double is further away than the last one: a power of two
  bool takes_ends;      // halfway to the next one still reads back as this one, whose last bit is even

  void multiply(std::uint32_t factor) {
    rest.multiply(factor);
    below.multiply(factor);
  }

  bool may_end_below() const { return takes_ends ? rest <= below : rest < below; }

  bool may_end_above() const {
    Natural end = rest;
    end.add(below);
    if (is_wider_above) end.add(below);
    return takes_ends ? end >= unit : end > unit;
  }

  char take_digit() {
    multiply(10);
    return static_cast<char>('0' + rest.divide(unit));
  }

  /// Whether what is left is nearer to one more than to nothing; half goes to the even digit.
  bool rounds_up(char digit) const {
    Natural twice = rest;
    twice.add(rest);
    const std::strong_ordering ordering = twice <=> unit;
    return ordering == std::strong_ordering::greater ||
           (ordering == std::strong_ordering::equal && (digit - '0') % 2 != 0);
  }
};

int floor_of_log10(int power_of_two) {
  return power_of_two * 78913 >> 18;
}

}  // namespace

Digits shortest_digits(double value) {
  using Limits = std::numeric_limits<double>;
  constexpr std::uint64_t least_normal = std::uint64_t{1} << (Limits::digits - 1);
  constexpr int least_exponent = Limits::min_exponent - Limits::digits;
  Digits result;
  result.negative = std::signbit(value);
  if (value == 0) return result;

  // |value| = mantissa × 2^exponent
  int magnitude = 0;
  const double fraction = std::frexp(std::abs(value), &magnitude);
  const int exponent = std::max(magnitude - Limits::digits, least_exponent);
  const auto mantissa = static_cast<std::uint64_t>(std::ldexp(fraction, magnitude - exponent));
  const bool is_wider_above = mantissa == least_normal && exponent > least_exponent;
  // All is twice as large, or four times, so that the way to the next double can be halved.
  const int scale = is_wider_above ? 2 : 1;
  const int up = std::max(exponent, 0);
  Writing writing{{mantissa, up + scale},
                  {1, std::max(-exponent, 0) + scale},
                  {1, up},
                  is_wider_above,
                  mantissa % 2 == 0};
  result.point = floor_of_log10(magnitude - 1);
  writing.unit.multiply_by_ten(std::max(result.point, 0));
  writing.rest.multiply_by_ten(std::max(-result.point, 0));
  writing.below.multiply_by_ten(std::max(-result.point, 0));
  for (; writing.may_end_above(); ++result.point) writing.unit.multiply(10);

  while (true) {
    char digit = writing.take_digit();
    const bool ends_below = writing.may_end_below();
    const bool ends_above = writing.may_end_above();
    if (ends_above && (!ends_below || writing.rounds_up(digit))) ++digit;
    result.digits.push_back(digit);
    if (ends_below || ends_above) return result;
  }
}

}  // namespace tianbao::number
