#include "shared/number/digits.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdio>
#include <limits>
#include <random>
#include <vector>

namespace tianbao::number {
namespace {

Digits digits_of(const std::string& decimal) {
  return to_digits(Decimal::parse(decimal).value());
}

/// What the C library prints, which rounds exactly as well.
std::string printed(const char* format, int places, double value) {
  const int length = std::snprintf(nullptr, 0, format, places, value);
  std::string text(static_cast<std::size_t>(length) + 1, '\0');
  std::snprintf(text.data(), text.size(), format, places, value);
  text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("A decimal is printed without an exponent") {
  for (const std::string text : {"0", "1", "-12", "1200", "0.5", "-0.05", "16965.25", "0.0000000001"}) {
    CHECK(to_plain(digits_of(text)) == text);
  }
  CHECK(to_plain(digits_of("-1.5e30")) == "-1500000000000000000000000000000");
  CHECK(to_plain(digits_of("1.25e-9")) == "0.00000000125");
  CHECK(to_plain(digits_of("1e-6176")).size() == 6178);
}

TEST_CASE("Digits are rounded half to even") {
  struct Case {
    std::string number;
    int places;
    std::string fixed;
    std::string scientific;
  };
  const std::vector<Case> cases = {
      {"0", 0, "0", "0e+00"},
      {"0", 2, "0.00", "0.00e+00"},
      {"0.5", 0, "0", "5e-01"},
      {"1.5", 0, "2", "2e+00"},
      {"2.5", 0, "2", "2e+00"},
      {"2.51", 0, "3", "3e+00"},
      {"-2.5", 0, "-2", "-2e+00"},
      {"0.51", 0, "1", "5e-01"},
      {"0.05", 0, "0", "5e-02"},
      {"0.95", 1, "1.0", "9.5e-01"},
      {"9.95", 1, "10.0", "1.0e+01"},
      {"9.85", 1, "9.8", "9.8e+00"},
      {"99.96", 1, "100.0", "1.0e+02"},
      {"1052.032911275", 6, "1052.032911", "1.052033e+03"},
      {"1e100", 0, "1" + std::string(100, '0'), "1e+100"},
      {"1e-100", 3, "0.000", "1.000e-100"},
      {"5e-3", 2, "0.00", "5.00e-03"},
      {"15e-3", 2, "0.02", "1.50e-02"},
  };
  for (const Case& row : cases) {
    INFO(row.number << " to " << row.places);
    CHECK(to_fixed(digits_of(row.number), row.places) == row.fixed);
    CHECK(to_scientific(digits_of(row.number), row.places) == row.scientific);
  }
}

TEST_CASE("A double has all its digits") {
  CHECK(to_plain(exact_digits(0.1)) == "0.1000000000000000055511151231257827021181583404541015625");
  CHECK(to_plain(exact_digits(-0.0)) == "-0");
  CHECK(to_plain(exact_digits(9007199254740993.0)) == "9007199254740992");
  CHECK(exact_digits(std::numeric_limits<double>::denorm_min()).digits.size() == 751);
  CHECK(exact_digits(2.2250738585072011e-308).digits.size() == 767);
  CHECK(to_plain(exact_digits(std::numeric_limits<double>::max())).size() == 309);
}

TEST_CASE("Doubles of every size are printed as the C library does") {
  std::mt19937_64 random(20'180'101);
  std::uniform_real_distribution<double> exponent(-320, 308);
  std::uniform_int_distribution<int> places(0, 20);
  for (int round = 0; round < 2000; ++round) {
    const double size = std::pow(10.0, exponent(random));
    const double value = (static_cast<double>(random() % 2'000'001) - 1'000'000) / 1'000'000 * size;
    const int count = places(random);
    INFO(value << " to " << count);
    CHECK(to_fixed(exact_digits(value), count) == printed("%.*f", count, value));
    CHECK(to_scientific(exact_digits(value), count) == printed("%.*e", count, value));
  }
}

}  // namespace tianbao::number
