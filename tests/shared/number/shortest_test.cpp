#include "shared/number/shortest.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include "tests/support/random.h"

namespace tianbao::number {
namespace {

using Limits = std::numeric_limits<double>;

double read(const std::string& digits, int point) {
  return std::strtod(("." + digits + "e" + std::to_string(point)).c_str(), nullptr);
}

/// The C library's nearest number of so many digits, without the zeros at its end.
Digits rounded(double value, std::size_t count) {
  std::string text(64, '\0');
  std::snprintf(text.data(), text.size(), "%.*e", static_cast<int>(count) - 1, value);
  const std::size_t exponent = text.find('e');
  std::string digits = text.substr(0, 1) + (count > 1 ? text.substr(2, exponent - 2) : "");
  return {false, digits, std::atoi(text.c_str() + exponent + 1) + 1};
}

/// Both numbers of so many digits that the value lies between.
bool has_name_of(double value, std::size_t count) {
  const Digits exact = exact_digits(value);
  if (exact.digits.size() <= count) return true;
  std::string digits = exact.digits.substr(0, count);
  if (read(digits, exact.point) == value) return true;
  int point = exact.point;
  std::size_t place = count;
  while (place > 0 && digits[place - 1] == '9') digits[--place] = '0';
  if (place == 0) {
    digits.insert(0, "1");
    ++point;
  } else {
    ++digits[place - 1];
  }
  return read(digits, point) == value;
}

void check_shortest(double value) {
  const Digits shortest = shortest_digits(value);
  INFO(shortest.digits << " at " << shortest.point);
  REQUIRE_FALSE(shortest.digits.empty());
  const std::size_t count = shortest.digits.size();
  CHECK(shortest.digits.front() != '0');
  CHECK(shortest.digits.back() != '0');
  CHECK(read(shortest.digits, shortest.point) == value);
  if (count > 1) CHECK_FALSE(has_name_of(value, count - 1));
  const Digits nearest = rounded(value, count);
  if (read(nearest.digits, nearest.point) == value) CHECK(nearest.digits == shortest.digits);
}

}  // namespace

TEST_CASE("a double is named by the fewest digits that read back as the same") {
  struct Case {
    double value;
    const char* text;
  };
  for (const Case& row : std::vector<Case>{
           {0.0, "0"},
           {-0.0, "-0"},
           {1.0, "1"},
           {-1200.0, "-1200"},
           {0.1, "0.1"},
           {0.1 + 0.2, "0.30000000000000004"},
           {1.0 / 3.0, "0.3333333333333333"},
           // Grisu2 gives each of these one digit more.
           {190.2235649546828, "190.2235649546828"},
           {5.14203233256351, "5.14203233256351"},
           {7.123529411764705, "7.123529411764705"},
           {9007199254740992.0, "9007199254740992"},
           {9007199254740994.0, "9007199254740994"},
           {1e21, "1000000000000000000000"},
           {1e22, "10000000000000000000000"},
           {9.5367431640625e-07, "0.00000095367431640625"},
           {0x1p-44,
            "0.00000000000005684341886080802"},  // the next double below is nearer than the one above
       }) {
    CHECK(to_plain(shortest_digits(row.value)) == row.text);
  }
  const Digits least = shortest_digits(Limits::denorm_min());
  CHECK(least.digits == "5");
  CHECK(least.point == -323);
  CHECK(shortest_digits(Limits::max()).digits == "17976931348623157");
  CHECK(shortest_digits(Limits::min()).digits == "22250738585072014");
}

TEST_CASE("no fewer digits name a double, and of as many no nearer ones") {
  testing::Random random(1);
  for (int round = 0; round < 3000; ++round) {
    const std::uint64_t bits = random.next() & ~(std::uint64_t{1} << 63);
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    if (std::isfinite(value) && value != 0) check_shortest(value);
    check_shortest(static_cast<double>(1 + random.below(100000)) /
                   static_cast<double>(1 + random.below(1000)));
    check_shortest(static_cast<double>(1 + random.below(1000000)) / 1000);
  }
  for (int exponent = -1074; exponent < 1024; ++exponent) {
    const double power = std::ldexp(1.0, exponent);
    check_shortest(power);
    check_shortest(std::nextafter(power, 0.0) == 0 ? power : std::nextafter(power, 0.0));
  }
}

}  // namespace tianbao::number
