#include "shared/expression/library/string_format.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/shared/expression/library/values.h"

namespace tianbao::expression::testing::library {
namespace {

struct Case {
  std::string pattern;
  std::vector<Value> arguments;
  std::string expected;
};

void check(const std::vector<Case>& cases) {
  for (const Case& row : cases) {
    INFO(row.pattern << " for " << row.expected);
    CHECK(format_text(row.pattern, row.arguments) == string(row.expected));
  }
}

}  // namespace

TEST_CASE("Clauses take the arguments in their order") {
  check({
      {"no substitution", {}, "no substitution"},
      {"", {}, ""},
      {"%s 条", {integer(5)}, "5 条"},
      {"%% and also %%", {}, "% and also %"},
      {"%%%s%%", {string("text")}, "%text%"},
      {"%d %d, %s%s", {integer(1), integer(2), string("甲"), string("乙")}, "1 2, 甲乙"},
      {"%s", {string("%s"), string("left over")}, "%s"},
  });
}

TEST_CASE("%s prints every kind of value") {
  check({
      {"%s", {null()}, "null"},
      {"%s, %s", {boolean(true), boolean(false)}, "true, false"},
      {"%s", {integer(-999'999'999'999)}, "-999999999999"},
      {"%s", {unsigned_integer(18'446'744'073'709'551'615U)}, "18446744073709551615"},
      {"%s", {floating(56.8)}, "56.8"},
      {"%s", {floating(1e21)}, "1000000000000000000000"},
      {"%s", {floating(-0.0)}, "-0"},
      {"%s", {decimal("0.50")}, "0.5"},
      {"%s", {decimal("1e-10")}, "0.0000000001"},
      {"%s", {bytes("xyz")}, "xyz"},
      {"%s", {bytes("a\xFF\xFE\xE4\xB8 b\xC0")}, "a\uFFFD b\uFFFD"},
      {"%s", {{TypeName{"string"}}}, "string"},
      {"%s", {{Timestamp{1'675'467'080, 0}}}, "2023-02-03T23:31:20Z"},
      {"%s", {{Duration{6347, 500'000'000}}}, "6347.5s"},
      {"%s", {list({})}, "[]"},
      {"%s",
       {list({string("abc"), floating(3.14), null(), list({integer(9), integer(8)})})},
       "[abc, 3.14, null, [9, 8]]"},
      {"%s",
       {list({floating(not_a_number), floating(infinity), floating(-infinity)})},
       "[NaN, Infinity, -Infinity]"},
      {"%s", {map({})}, "{}"},
      {"%s",
       {map({{string("strKey"), string("x")},
             {integer(6), {Duration{422, 0}}},
             {boolean(true), integer(42)}})},
       "{6: 422s, strKey: x, true: 42}"},
      {"%s", {map({{string("1"), string("text")}, {integer(1), string("int")}})}, "{1: text, 1: int}"},
  });
}

TEST_CASE("%d prints numbers") {
  check({
      {"%d", {integer(-64)}, "-64"},
      {"%d", {unsigned_integer(256)}, "256"},
      {"%d", {decimal("16965")}, "16965"},
      {"%d", {floating(3.14)}, "3.14"},
      {"%d", {floating(not_a_number)}, "NaN"},
      {"%d %d", {floating(infinity), floating(-infinity)}, "Infinity -Infinity"},
  });
}

TEST_CASE("%f and %e print so many places, rounded half to even by all digits of the double") {
  check({
      {"%f", {floating(2.71828)}, "2.718280"},
      {"%e", {floating(2.71828)}, "2.718280e+00"},
      {"%.3f", {floating(1.2345)}, "1.234"},
      {"%.3f", {floating(-123.4999)}, "-123.500"},
      {"%.3f", {floating(123.4994)}, "123.499"},
      {"%.0f %.0f", {floating(1.5), floating(2.5)}, "2 2"},
      {"%.5f", {floating(-1.2)}, "-1.20000"},
      {"%.2f", {floating(1.005)}, "1.00"},
      {"%.2f", {decimal("1.005")}, "1.00"},
      {"%.2f", {decimal("1.015")}, "1.02"},
      {"%.1f", {integer(9'007'199'254'740'993)}, "9007199254740993.0"},
      {"%f", {unsigned_integer(1)}, "1.000000"},
      {"%.6e", {floating(1052.032911275)}, "1.052033e+03"},
      {"%.1e", {floating(-3.14)}, "-3.1e+00"},
      {"%e", {integer(0)}, "0.000000e+00"},
      {"%.0e", {floating(5e-324)}, "5e-324"},
      {"%f %e", {floating(not_a_number), floating(-infinity)}, "NaN -Infinity"},
      {"%.100f", {integer(0)}, "0." + std::string(100, '0')},
  });
}

TEST_CASE("%x, %X, %o and %b print integers to other bases") {
  check({
      {"%x %X", {integer(30), unsigned_integer(6010)}, "1e 177A"},
      {"%x", {integer(-30)}, "-1e"},
      {"%x", {integer(0)}, "0"},
      {"%x", {integer(-9'223'372'036'854'775'807 - 1)}, "-8000000000000000"},
      {"%x", {unsigned_integer(18'446'744'073'709'551'615U)}, "ffffffffffffffff"},
      {"%x", {string("Hello world!")}, "48656c6c6f20776f726c6421"},
      {"%X", {bytes("byte string\n")}, "6279746520737472696E670A"},
      {"%x", {string("ÿ")}, "c3bf"},
      {"%o", {integer(11)}, "13"},
      {"%o", {unsigned_integer(65'535)}, "177777"},
      {"%b", {integer(-5)}, "-101"},
      {"%b", {unsigned_integer(64)}, "1000000"},
      {"%b%b", {boolean(true), boolean(false)}, "10"},
  });
}

TEST_CASE("A clause that cannot be followed is an error") {
  const std::vector<std::pair<std::string, std::vector<Value>>> cases = {
      {"%a", {integer(1)}},
      {"%E", {floating(0.5)}},
      {"%S", {string("")}},
      {"%", {integer(1)}},
      {"100%", {}},
      {"% d", {integer(1)}},
      {"%d %d %d", {integer(0), integer(1)}},
      {"%.", {floating(1)}},
      {"%.f", {floating(1)}},
      {"%.-1f", {floating(1)}},
      {"%.101f", {floating(1)}},
      {"%.99999999999999999999f", {floating(1)}},
      {"%.2", {floating(1)}},
      {"%.2d", {integer(1)}},
      {"%.2s", {string("abc")}},
      {"%s", {some(integer(1))}},
      {"%s", {list({none()})}},
      {"%s", {map({{integer(1), none()}})}},
      {"%d", {string("1")}},
      {"%d", {boolean(true)}},
      {"%d", {null()}},
      {"%d", {{Duration{1802, 0}}}},
      {"%f", {null()}},
      {"%f", {string("NaN")}},
      {"%e", {null()}},
      {"%x", {floating(0.5)}},
      {"%X", {null()}},
      {"%x", {boolean(true)}},
      {"%o", {string("8")}},
      {"%o", {boolean(true)}},
      {"%b", {string("1")}},
      {"%b", {null()}},
  };
  for (const auto& [pattern, arguments] : cases) {
    INFO(pattern);
    CHECK(format_text(pattern, arguments) == invalid);
  }
}

}  // namespace tianbao::expression::testing::library
