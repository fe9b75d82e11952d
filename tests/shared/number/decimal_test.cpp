#include "shared/number/decimal.h"

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <random>
#include <vector>

using tianbao::number::Decimal;

namespace {

/// The number that the text means; the tests of parse() itself use parse().
Decimal decimal(const std::string& text) {
  const std::optional<Decimal> parsed = Decimal::parse(text);
  REQUIRE(parsed);
  return *parsed;
}

std::string text_of(const std::optional<Decimal>& number) {
  return number ? number->to_string() : "refused";
}

const std::string thirty_four_nines(34, '9');

}  // namespace

TEST_CASE("Decimal::parse reads numbers as JSON writes them") {
  struct Case {
    std::string text;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"0", "0"},
      {"-0", "0"},
      {"0.000", "0"},
      {"0e999999999999999999999", "0"},
      {"16965", "16965"},
      {"-12", "-12"},
      {"0.50", "0.5"},
      {"1e5", "100000"},
      {"1E+5", "100000"},
      {"1.5e-1", "0.15"},
      {"120.00", "120"},
      {"0.1", "0.1"},
      {"1547391", "1547391"},
      {"1" + std::string(60, '0') + "e-60", "1"},
      {"0." + std::string(60, '0') + "1e61", "1"},
      {"100000000000000000000000000000000001e0", "refused"},  // 36 digits
      {thirty_four_nines, "9.999999999999999999999999999999999e+33"},
      {thirty_four_nines + "0", "9.999999999999999999999999999999999e+34"},
      {"0." + thirty_four_nines, "0." + thirty_four_nines},
      {thirty_four_nines + "9", "refused"},
      {"1e6111", "1e+6111"},
      {"1e6112", "refused"},
      {"1e-6176", "1e-6176"},
      {"1e-6177", "refused"},
      {"1e99999999999999999999999999", "refused"},
      {"1e-99999999999999999999999999", "refused"},
  };
  for (const Case& row : cases) {
    CAPTURE(row.text);
    CHECK(text_of(Decimal::parse(row.text)) == row.expected);
  }
}

TEST_CASE("Decimal::parse refuses what is no JSON number") {
  for (const char* text :
       {"",   "-",  "+1",  ".5",  "5.",   "01",  "-01", "00",    "1e",  "1e+",   "e5", "1.e5",
        " 1", "1 ", "1,5", "1 2", "0x10", "Inf", "NaN", "1.2.3", "--1", "1e5.5", "１", "1_000"}) {
    CAPTURE(text);
    CHECK_FALSE(Decimal::parse(text));
  }
}

// RFC 8785 appendix B. Its numbers are doubles; a Decimal holds the decimal digits of each and has to write
// them in the same notation.
TEST_CASE("Decimal::to_string writes numbers as RFC 8785 does") {
  for (const char* text : {"0",
                           "5e-324",
                           "-5e-324",
                           "1.7976931348623157e+308",
                           "-1.7976931348623157e+308",
                           "9007199254740992",
                           "-9007199254740992",
                           "295147905179352830000",
                           "9.999999999999997e+22",
                           "1e+23",
                           "1.0000000000000001e+23",
                           "999999999999999700000",
                           "999999999999999900000",
                           "1e+21",
                           "9.999999999999997e-7",
                           "0.000001",
                           "333333333.3333332",
                           "333333333.33333325",
                           "333333333.3333333",
                           "333333333.3333334",
                           "333333333.33333343",
                           "-0.0000033333333333333333",
                           "1424953923781206.2"}) {
    CAPTURE(text);
    CHECK(decimal(text).to_string() == text);
  }
}

TEST_CASE("Decimal::to_string changes notation where ECMAScript does") {
  CHECK(decimal("1e20").to_string() == "100000000000000000000");
  CHECK(decimal("1e21").to_string() == "1e+21");
  CHECK(decimal("12e20").to_string() == "1.2e+21");
  CHECK(decimal("123456789012345678901.5").to_string() == "123456789012345678901.5");
  CHECK(decimal("1234567890123456789012.5").to_string() == "1.2345678901234567890125e+21");
  CHECK(decimal("0.00001").to_string() == "0.00001");
  CHECK(decimal("1e-6").to_string() == "0.000001");
  CHECK(decimal("1e-7").to_string() == "1e-7");
  CHECK(decimal("-12e-8").to_string() == "-1.2e-7");
}

TEST_CASE("equal numbers are equal however they were written") {
  CHECK(decimal("1200") == decimal("1.2e3"));
  CHECK(decimal("0.50") == decimal("5e-1"));
  CHECK(decimal("-0") == Decimal());
  CHECK(decimal("0.1") != decimal("0.1000000000000000000000000000000001"));
}

TEST_CASE("a Decimal knows its digits and places") {
  struct Case {
    const char* text;
    int significant_digits;
    int decimal_places;
    bool is_integer;
  };
  for (const Case& row : {Case{"0", 1, 0, true}, Case{"1200", 2, 0, true}, Case{"0.05", 1, 2, false},
                          Case{"-12.50", 3, 1, false}, Case{"1e30", 1, 0, true}, Case{"999", 3, 0, true}}) {
    CAPTURE(row.text);
    const Decimal number = decimal(row.text);
    CHECK(number.significant_digits() == row.significant_digits);
    CHECK(number.decimal_places() == row.decimal_places);
    CHECK(number.is_integer() == row.is_integer);
    CHECK(number.is_negative() == (row.text[0] == '-'));
    CHECK(number.is_zero() == (number == Decimal()));
  }
  CHECK(decimal(thirty_four_nines).significant_digits() == Decimal::max_digits);
}

TEST_CASE("whole numbers of 64 bits go in and out unchanged") {
  constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
  constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
  for (const std::int64_t value : {std::int64_t{0}, std::int64_t{1}, std::int64_t{-1200}, lowest, lowest + 1,
                                   highest, std::int64_t{1'000'000'000'000'000'000}}) {
    CHECK(Decimal::from_integer(value).to_string() == std::to_string(value));
    CHECK(Decimal::from_integer(value).to_integer() == value);
  }
  CHECK_FALSE(decimal("9223372036854775808").to_integer());
  CHECK_FALSE(decimal("-9223372036854775809").to_integer());
  CHECK_FALSE(decimal("1e19").to_integer());
  CHECK_FALSE(decimal("1e6111").to_integer());
  CHECK_FALSE(decimal("1.5").to_integer());
  CHECK(decimal("9e18").to_integer() == 9'000'000'000'000'000'000);
}

TEST_CASE("sums, differences and products are exact") {
  CHECK(text_of(add(decimal("0.1"), decimal("0.2"))) == "0.3");
  CHECK(text_of(add(decimal("8362"), decimal("-7362"))) == "1000");
  CHECK(text_of(subtract(decimal("523"), decimal("658"))) == "-135");
  CHECK(text_of(subtract(decimal("1"), decimal("0.9999999999999999999999999999999999"))) == "1e-34");
  CHECK(text_of(multiply(decimal("-1.5"), decimal("0.02"))) == "-0.03");
  CHECK(text_of(multiply(decimal("0"), decimal("1e6111"))) == "0");
  // 2^100 × 5^100 has 101 digits, of which one is significant; the factors here are 2^112 and 5^48.
  CHECK(text_of(multiply(decimal("5192296858534827628530496329220096"),
                         decimal("3552713678800500929355621337890625"))) == "1.8446744073709551616e+67");
}

TEST_CASE("a sum or product of more than 34 digits is refused") {
  CHECK_FALSE(add(decimal(thirty_four_nines), decimal("0.1")));
  CHECK_FALSE(add(decimal("1e34"), decimal("1")));
  CHECK(text_of(subtract(decimal("1e34"), decimal("1"))) == "9.999999999999999999999999999999999e+33");
  CHECK(text_of(add(decimal(thirty_four_nines), decimal("1"))) == "1e+34");
  CHECK_FALSE(subtract(decimal("1e35"), decimal("1")));
  CHECK_FALSE(add(decimal("1e6111"), decimal("1e-6176")));
  CHECK_FALSE(multiply(decimal("99999999999999999"), decimal("999999999999999999")));
  CHECK(text_of(multiply(decimal("99999999999999999"), decimal("99999999999999999"))) ==
        "9.999999999999999800000000000000001e+33");
  CHECK_FALSE(multiply(decimal("1e6000"), decimal("1e112")));
  CHECK_FALSE(multiply(decimal("1e-6000"), decimal("1e-177")));
}

TEST_CASE("a quotient is exact or rounded half to even at 34 digits") {
  struct Case {
    std::string left;
    std::string right;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"1", "4", "0.25"},
      {"306000", "108000", "2.833333333333333333333333333333333"},
      {"2", "3", "0.6666666666666666666666666666666667"},
      {"-2", "3", "-0.6666666666666666666666666666666667"},
      {"0", "7", "0"},
      {"1", "8e6000", "1.25e-6001"},
      {"1e6111", "1e-1", "refused"},
      {"1e-6176", "10", "refused"},
      {"1", "0", "refused"},
      {"0", "0", "refused"},
      // Halfway between two numbers of 34 digits: to the even one.
      {"2000000000000000000000000000000001", "20", "100000000000000000000000000000000"},
      {"2000000000000000000000000000000003", "20", "100000000000000000000000000000000.2"},
      {"1000000000000000000000000000000003", "2", "500000000000000000000000000000001.5"},
      {"9999999999999999999999999999999999", "9999999999999999999999999999999998",
       "1.000000000000000000000000000000000"},
  };
  for (const Case& row : cases) {
    CAPTURE(row.left, row.right);
    const std::optional<Decimal> expected = Decimal::parse(row.expected);
    CHECK(text_of(divide(decimal(row.left), decimal(row.right))) ==
          (expected ? expected->to_string() : row.expected));
  }
}

TEST_CASE("a number is rounded half away from zero") {
  struct Case {
    std::string_view exact;
    int places;
    std::string_view rounded;
  };
  const Case cases[] = {
      {"0.125", 2, "0.13"},
      {"-0.125", 2, "-0.13"},
      {"0.1249999999999999999999999999999999", 2, "0.12"},
      {"0.135", 2, "0.14"},
      {"2.5", 0, "3"},
      {"-2.5", 0, "-3"},
      {"2.4", 0, "2"},
      {"9.995", 2, "10"},
      {"0.005", 2, "0.01"},
      {"0.004", 2, "0"},
      {"-0.004", 2, "0"},
      {"5e-35", 34, "1e-34"},
      {"9e-36", 1, "0"},
      {"9e-6176", 0, "0"},
      {"9999999999999999999999999999999999", 2, "9999999999999999999999999999999999"},
      {"0.9999999999999999999999999999999999", 33, "1"},
      {"1e30", 0, "1e30"},
      {"1.5", 6, "1.5"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.exact, each.places);
    CHECK(Decimal::parse(each.exact)->rounded(each.places) == *Decimal::parse(each.rounded));
  }
}

TEST_CASE("a remainder has the sign of the dividend") {
  struct Case {
    const char* left;
    const char* right;
    const char* expected;
  };
  for (const Case& row :
       {Case{"7", "3", "1"}, Case{"-7", "3", "-1"}, Case{"7", "-3", "1"}, Case{"-7", "-3", "-1"},
        Case{"7.5", "2", "1.5"}, Case{"0.3", "0.1", "0"}, Case{"1", "0.3", "0.1"}, Case{"6", "3", "0"},
        Case{"5", "1e6111", "5"}, Case{"1234", "1e2", "34"}, Case{"12345678901234567890", "1e3", "890"},
        // 10 ≡ 3 (mod 7) and 10^6 ≡ 1 (mod 7), so 10^6111 ≡ 10^3 ≡ 6.
        Case{"1e6111", "7", "6"}, Case{"1e6111", "2e-6176", "0"}, Case{"1", "0", "refused"}}) {
    CAPTURE(row.left, row.right);
    CHECK(text_of(remainder(decimal(row.left), decimal(row.right))) == row.expected);
  }
}

TEST_CASE("numbers of every size are ordered without overflow") {
  const std::vector<std::string> ascending = {"-1e6111",
                                              "-" + thirty_four_nines,
                                              "-9223372036854775808",
                                              "-1.5",
                                              "-1",
                                              "-0.1",
                                              "-1e-6176",
                                              "0",
                                              "1e-6176",
                                              "0.09",
                                              "0.1",
                                              "0.1000000000000000000000000000000001",
                                              "1",
                                              "1.5",
                                              "2",
                                              "10",
                                              "9999999999999999999999999999999998",
                                              thirty_four_nines,
                                              "1e34",
                                              "1.1e34",
                                              "1e6111",
                                              thirty_four_nines + "e6111"};
  for (std::size_t left = 0; left < ascending.size(); ++left) {
    for (std::size_t right = 0; right < ascending.size(); ++right) {
      CAPTURE(ascending[left], ascending[right]);
      CHECK((decimal(ascending[left]) <=> decimal(ascending[right])) == (left <=> right));
    }
  }
}
