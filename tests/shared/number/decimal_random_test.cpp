#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <random>

#include "shared/number/decimal.h"
#include "tests/shared/number/schoolbook.h"

using tianbao::number::Decimal;
using namespace tianbao::testing;

namespace {

/// Numbers of all lengths, with many that lie at the edges: runs of nines and zeros, powers of two and five
/// (whose products end in zeros), exponents that hardly fit.
class RandomNumbers {
 public:
  Schoolbook next() {
    Schoolbook number;
    number.negative = pick(2) == 1;
    number.digits = digits();
    number.exponent = pick(20) == 0 ? pick(12200) - 6200 : pick(80) - 40;
    return number;
  }

 private:
  int pick(int count) { return static_cast<int>(engine_() % static_cast<unsigned>(count)); }

  std::string digits() {
    const int kind = pick(6);
    if (kind == 0) return std::string(static_cast<std::size_t>(1 + pick(34)), '9');
    if (kind == 1) return power(2, 1 + pick(112));
    if (kind == 2) return power(5, 1 + pick(48));
    if (kind == 3) return std::to_string(pick(1000));
    std::string digits;
    for (int left = 1 + pick(34); left > 0; --left) digits.push_back(static_cast<char>('0' + pick(10)));
    digits.front() = static_cast<char>('1' + pick(9));
    return digits;
  }

  static std::string power(int base, int exponent) {
    Schoolbook result{false, "1", 0};
    const Schoolbook factor{false, std::to_string(base), 0};
    for (; exponent > 0; --exponent) result = schoolbook_product(result, factor);
    return result.digits;
  }

  std::mt19937_64 engine_{20190131};
};

constexpr std::size_t max_digits = Decimal::max_digits;

std::optional<Decimal> parse(const Schoolbook& number) {
  return Decimal::parse(reduced_text(number));
}

void check_same(const std::optional<Decimal>& result, const Schoolbook& expected) {
  CAPTURE(reduced_text(expected));
  if (reduced_digits(expected) > max_digits) {
    CHECK_FALSE(result);
  } else {
    CHECK(result == parse(expected));
  }
}

}  // namespace

TEST_CASE("random sums, differences, products, quotients and remainders are those of arithmetic on paper") {
  RandomNumbers random;
  std::size_t calculated = 0;
  for (int round = 0; round < 2000; ++round) {
    const Schoolbook left = random.next();
    Schoolbook right = random.next();
    const std::optional<Decimal> a = parse(left);
    const std::optional<Decimal> b = parse(right);
    if (!a || !b) continue;  // an exponent beyond the range
    ++calculated;
    CAPTURE(reduced_text(left), reduced_text(right));
    check_same(add(*a, *b), schoolbook_sum(left, right));
    check_same(multiply(*a, *b), schoolbook_product(left, right));
    // On paper a remainder of numbers far apart takes its time.
    const bool are_near = std::abs(left.exponent - right.exponent) < 150;
    if (!b->is_zero() && (are_near || round % 20 == 0)) {
      check_same(remainder(*a, *b), schoolbook_remainder(left, right));
    }
    if (!b->is_zero()) check_same(divide(*a, *b), schoolbook_quotient(left, right, max_digits));
    right.negative = !right.negative;
    check_same(subtract(*a, *b), schoolbook_sum(left, right));
  }
  CHECK(calculated > 1500);
}

TEST_CASE("random numbers obey the laws of algebra") {
  RandomNumbers random;
  for (int round = 0; round < 6000; ++round) {
    const std::optional<Decimal> a = parse(random.next());
    const std::optional<Decimal> b = parse(random.next());
    if (!a || !b) continue;
    CAPTURE(a->to_string(), b->to_string());
    CHECK(Decimal::parse(a->to_string()) == a);
    CHECK(add(*a, *b) == add(*b, *a));
    CHECK(multiply(*a, *b) == multiply(*b, *a));
    CHECK(add(*a, a->negated()) == Decimal());
    CHECK((*a <=> *b) == (b->negated() <=> a->negated()));
    if (const std::optional<Decimal> sum = add(*a, *b)) CHECK(subtract(*sum, *b) == a);
    if (const std::optional<Decimal> difference = subtract(*a, *b)) {
      CHECK((*a <=> *b) == (*difference <=> Decimal()));
    }
    if (b->is_zero()) continue;
    if (const std::optional<Decimal> product = multiply(*a, *b)) CHECK(divide(*product, *b) == a);
    const std::optional<Decimal> rest = remainder(*a, *b);
    REQUIRE(rest);
    const auto size = [](const Decimal& number) { return number.is_negative() ? number.negated() : number; };
    CHECK(size(*rest) < size(*b));
    CHECK((rest->is_zero() || rest->is_negative() == a->is_negative()));
    // What the remainder leaves is a whole multiple, where that can be written down.
    if (const std::optional<Decimal> multiple = subtract(*a, *rest)) {
      const std::optional<Decimal> factor = divide(*multiple, *b);
      if (factor && multiply(*factor, *b) == multiple) CHECK(factor->is_integer());
    }
  }
}
