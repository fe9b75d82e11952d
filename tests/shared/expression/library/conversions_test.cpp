#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "shared/expression/library/library.h"
#include "tests/shared/expression/library/call.h"

namespace tianbao::expression::testing {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

const Value overflow = make_error_value(ErrorCode::overflow);
const Value invalid = make_error_value(ErrorCode::invalid_argument);
const Value no_such_overload = make_error_value(ErrorCode::no_such_overload);

Value integer(std::int64_t number) {
  return {number};
}

Value unsigned_integer(std::uint64_t number) {
  return {number};
}

Value floating(double number) {
  return {number};
}

Value decimal(std::string_view text) {
  return {number::Decimal::parse(text).value()};
}

Value string(const std::string& text) {
  return {text};
}

Value bytes(const std::string& content) {
  return {Bytes{content}};
}

const Value moment = {Timestamp{1'095'379'199, 500'000'000}};
const Value span = {Duration{5400, 100'000'000}};

struct Case {
  Value argument;
  Value expected;
};

void check(std::string_view function, const std::vector<Case>& cases) {
  for (std::size_t index = 0; index < cases.size(); ++index) {
    INFO(function << " case " << index);
    CHECK(call(conversions(), function, {cases[index].argument}) == cases[index].expected);
  }
}

}  // namespace

TEST_CASE("int() truncates and refuses what no int holds") {
  check("int", {
                   {integer(-7), integer(-7)},
                   {unsigned_integer(42), integer(42)},
                   {unsigned_integer(9223372036854775807U), integer(9223372036854775807)},
                   {unsigned_integer(9223372036854775808U), overflow},
                   {unsigned_integer(18446744073709551615U), overflow},
                   {floating(-123.456), integer(-123)},
                   {floating(1.9), integer(1)},
                   {floating(-7.9), integer(-7)},
                   {floating(11.5), integer(11)},
                   {floating(-3.5), integer(-3)},
                   {floating(36028797018963968.0), integer(36028797018963968)},
                   {floating(9223372036854774784.0), integer(9223372036854774784)},
                   {floating(9223372036854775807.0), overflow},
                   {floating(-9223372036854775808.0), overflow},
                   {floating(18446744073709551615.0), overflow},
                   {floating(1e99), overflow},
                   {floating(infinity), overflow},
                   {floating(not_a_number), overflow},
                   {decimal("12.9"), integer(12)},
                   {decimal("-12.9"), integer(-12)},
                   {decimal("1e-40"), integer(0)},
                   {decimal("12e3"), integer(12000)},
                   {decimal("9223372036854775807.9"), integer(9223372036854775807)},
                   {decimal("-9223372036854775808.9"), integer(std::numeric_limits<std::int64_t>::min())},
                   {decimal("9223372036854775808"), overflow},
                   {decimal("1e400"), overflow},
                   {decimal("-1e21"), overflow},
                   {string("987"), integer(987)},
                   {string("-987"), integer(-987)},
                   {string("+987"), integer(987)},
                   {string("007"), integer(7)},
                   {string("-9223372036854775808"), integer(std::numeric_limits<std::int64_t>::min())},
                   {string("9223372036854775808"), overflow},
                   {string(std::string(100, '9')), overflow},
                   {string("-" + std::string(100, '9')), overflow},
                   {string(""), invalid},
                   {string("-"), invalid},
                   {string("+-1"), invalid},
                   {string("1.0"), invalid},
                   {string("0x10"), invalid},
                   {string(" 1"), invalid},
                   {string("1 "), invalid},
                   {string("１"), invalid},
                   {moment, integer(1'095'379'199)},
                   {span, no_such_overload},
                   {{true}, no_such_overload},
                   {{Null{}}, no_such_overload},
               });
}

TEST_CASE("uint() truncates and refuses what no uint holds") {
  check("uint", {
                    {unsigned_integer(7), unsigned_integer(7)},
                    {integer(1729), unsigned_integer(1729)},
                    {integer(9223372036854775807), unsigned_integer(9223372036854775807U)},
                    {integer(-1), overflow},
                    {floating(3.14159265), unsigned_integer(3)},
                    {floating(25.5), unsigned_integer(25)},
                    {floating(-0.0), unsigned_integer(0)},
                    {floating(36028797018963968.0), unsigned_integer(36028797018963968U)},
                    {floating(18446744073709549568.0), unsigned_integer(18446744073709549568U)},
                    {floating(18446744073709551615.0), overflow},
                    {floating(-0.5), overflow},
                    {floating(6.022e23), overflow},
                    {floating(not_a_number), overflow},
                    {decimal("25.5"), unsigned_integer(25)},
                    {decimal("18446744073709551615.9"), unsigned_integer(18446744073709551615U)},
                    {decimal("18446744073709551616"), overflow},
                    {decimal("-0.5"), overflow},
                    {string("300"), unsigned_integer(300)},
                    {string("18446744073709551615"), unsigned_integer(18446744073709551615U)},
                    {string("18446744073709551616"), overflow},
                    {string("-1"), invalid},
                    {string("+1"), invalid},
                    {string("1u"), invalid},
                    {string(""), invalid},
                    {moment, no_such_overload},
                });
}

TEST_CASE("double() gives the nearest double") {
  check("double", {
                      {floating(5.5), floating(5.5)},
                      {integer(-1000000000000000), floating(-1000000000000000.0)},
                      {integer(9007199254740992), floating(9007199254740992.0)},
                      {integer(9223372036854775807), floating(9223372036854775808.0)},
                      {unsigned_integer(123), floating(123.0)},
                      {unsigned_integer(18446744073709551615U), floating(18446744073709551616.0)},
                      {decimal("0.1"), floating(0.1)},
                      {decimal("-1e300"), floating(-1e300)},
                      {decimal("1234567890123456789.5"), floating(1234567890123456789.5)},
                      {decimal("1e400"), overflow},
                      {decimal("1e-400"), floating(0.0)},
                      {string("0"), floating(0.0)},
                      {string("-0.0"), floating(-0.0)},
                      {string("123"), floating(123.0)},
                      {string("123.456"), floating(123.456)},
                      {string("-987.654"), floating(-987.654)},
                      {string("+1.5"), floating(1.5)},
                      {string("1."), floating(1.0)},
                      {string(".5"), floating(0.5)},
                      {string("6.02214e23"), floating(6.02214e23)},
                      {string("1.38E-23"), floating(1.38e-23)},
                      {string("-84.32e+7"), floating(-84.32e7)},
                      {string("-5.43e-21"), floating(-5.43e-21)},
                      {string("1e-400"), floating(0.0)},
                      {string("1e400"), overflow},
                      {string("-1e400"), overflow},
                      {string("Infinity"), floating(infinity)},
                      {string("-Infinity"), floating(-infinity)},
                      {string("+Inf"), floating(infinity)},
                      {string("-Inf"), floating(-infinity)},
                      {string("-NaN"), invalid},
                      {string("infinite"), invalid},
                      {string(""), invalid},
                      {string("."), invalid},
                      {string("-"), invalid},
                      {string("e5"), invalid},
                      {string("1e"), invalid},
                      {string("1e+"), invalid},
                      {string("1e5.0"), invalid},
                      {string("0x10"), invalid},
                      {string(" 1"), invalid},
                      {string("1 "), invalid},
                      {string("1,5"), invalid},
                      {{true}, no_such_overload},
                      {moment, no_such_overload},
                  });
  const Value nan = call(conversions(), "double", {string("NaN")});
  REQUIRE(std::holds_alternative<double>(nan.content));
  CHECK(std::isnan(std::get<double>(nan.content)));
}

TEST_CASE("string() writes numbers, and what is no text otherwise") {
  check("string", {
                      {string("hello"), string("hello")},
                      {integer(123), string("123")},
                      {integer(std::numeric_limits<std::int64_t>::min()), string("-9223372036854775808")},
                      {unsigned_integer(18446744073709551615U), string("18446744073709551615")},
                      {decimal("0.10"), string("0.1")},
                      {decimal("-1000000"), string("-1000000")},
                      {{true}, string("true")},
                      {{false}, string("false")},
                      {bytes("abc"), string("abc")},
                      {bytes("\303\277"), string("ÿ")},
                      {bytes(std::string("\0\xff", 2)), invalid},
                      {bytes("\xed\xa0\x80"), invalid},
                      {moment, string("2004-09-16T23:59:59.5Z")},
                      {span, string("5400.1s")},
                      {{Null{}}, no_such_overload},
                      {{List{}}, no_such_overload},
                  });
}

TEST_CASE("string() of a double has the fewest digits that name it") {
  check("string", {
                      {floating(123.456), string("123.456")},
                      {floating(-4.5e-3), string("-0.0045")},
                      {floating(1.0), string("1")},
                      {floating(0.0), string("0")},
                      {floating(-0.0), string("-0")},
                      {floating(0.1), string("0.1")},
                      {floating(1.0 / 3), string("0.3333333333333333")},
                      {floating(-1.23e4), string("-12300")},
                      {floating(999999.0), string("999999")},
                      {floating(999999.5), string("999999.5")},
                      {floating(1000000.0), string("1e+06")},
                      {floating(123456789.0), string("1.23456789e+08")},
                      {floating(0.0001), string("0.0001")},
                      {floating(0.00001), string("1e-05")},
                      {floating(1.5e21), string("1.5e+21")},
                      {floating(5e-324), string("5e-324")},
                      {floating(1.7976931348623157e308), string("1.7976931348623157e+308")},
                      {floating(infinity), string("+Inf")},
                      {floating(-infinity), string("-Inf")},
                      {floating(not_a_number), string("NaN")},
                  });
}

TEST_CASE("bytes() is the UTF-8 of a text") {
  check("bytes", {
                     {string(""), bytes("")},
                     {string("abc"), bytes("abc")},
                     {string("ÿ"), bytes("\303\277")},
                     {bytes("\xff"), bytes("\xff")},
                     {integer(1), no_such_overload},
                 });
}

TEST_CASE("bool() knows the spellings of true and false") {
  std::vector<Case> cases = {{{true}, {true}}, {{false}, {false}}, {integer(1), no_such_overload}};
  for (const std::string text : {"1", "t", "T", "true", "TRUE", "True"}) {
    cases.push_back({string(text), {true}});
  }
  for (const std::string text : {"0", "f", "F", "false", "FALSE", "False"}) {
    cases.push_back({string(text), {false}});
  }
  for (const std::string text : {"TrUe", "FaLsE", "", "2", "yes", " true", "是"}) {
    cases.push_back({string(text), invalid});
  }
  check("bool", cases);
}

TEST_CASE("type() names the type of a value") {
  struct Named {
    Value value;
    std::string name;
  };
  const std::vector<Named> cases = {
      {{true}, "bool"},
      {integer(0), "int"},
      {unsigned_integer(64), "uint"},
      {floating(3.14), "double"},
      {decimal("3.14"), "decimal"},
      {{Null{}}, "null_type"},
      {string("foo"), "string"},
      {bytes("\xff"), "bytes"},
      {{List{}}, "list"},
      {{Map{}}, "map"},
      {moment, "google.protobuf.Timestamp"},
      {span, "google.protobuf.Duration"},
      {{Optional{}}, "optional_type"},
      {{TypeName{"int"}}, "type"},
  };
  for (const Named& each : cases) {
    INFO(each.name);
    CHECK(call(conversions(), "type", {each.value}) == Value{TypeName{each.name}});
  }
}

}  // namespace tianbao::expression::testing
