#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "shared/expression/library/library.h"
#include "tests/shared/expression/library/call.h"
#include "tests/shared/expression/library/values.h"

namespace tianbao::expression::testing::library {
namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
constexpr std::uint64_t highest_unsigned = std::numeric_limits<std::uint64_t>::max();

bool is_nan(const Value& value) {
  const auto* floating = std::get_if<double>(&value.content);
  return floating && std::isnan(*floating);
}

}  // namespace

TEST_CASE("The greatest and the least of numbers of any type keep their own") {
  check_calls(
      math_functions(),
      {
          {"math.greatest", {integer(-5)}, integer(-5)},
          {"math.greatest", {integer(-7), integer(5)}, integer(5)},
          {"math.greatest",
           {integer(highest), unsigned_integer(highest_unsigned)},
           unsigned_integer(highest_unsigned)},
          {"math.greatest", {floating(5.4), integer(10), unsigned_integer(3), floating(-5)}, integer(10)},
          {"math.greatest", {list({floating(5.4), integer(10), unsigned_integer(3)})}, integer(10)},
          {"math.greatest", {decimal("0.3"), floating(0.25), integer(0)}, decimal("0.3")},
          {"math.greatest", {integer(1), floating(infinity), decimal("1e300")}, floating(infinity)},
          {"math.least", {integer(-3), integer(3)}, integer(-3)},
          {"math.least", {floating(-1.797693e308), floating(1.5)}, floating(-1.797693e308)},
          {"math.least", {unsigned_integer(highest_unsigned), integer(lowest)}, integer(lowest)},
          {"math.least", {list({decimal("2"), decimal("1.5"), integer(3)})}, decimal("1.5")},
          {"math.least",
           {integer(0), integer(1), integer(2), integer(3), integer(4), integer(5), integer(6), integer(7)},
           integer(0)},
      });
}

TEST_CASE("Of equal numbers the first one is the greatest and the least") {
  check_calls(math_functions(), {
                                    {"math.greatest", {integer(1), floating(1)}, integer(1)},
                                    {"math.greatest", {floating(1), integer(1)}, floating(1)},
                                    {"math.least", {decimal("1"), unsigned_integer(1)}, decimal("1")},
                                });
}

TEST_CASE("What has no order has neither a greatest nor a least") {
  check_calls(math_functions(), {
                                    {"math.greatest", {list({})}, invalid},
                                    {"math.least", {list({})}, invalid},
                                    {"math.greatest", {floating(not_a_number), integer(1)}, invalid},
                                    {"math.least", {integer(1), floating(not_a_number), integer(0)}, invalid},
                                    {"math.greatest", {string("1")}, no_such_overload},
                                    {"math.greatest", {integer(1), string("1")}, no_such_overload},
                                    {"math.least", {list({integer(1), boolean(true)})}, no_such_overload},
                                    {"math.least", {}, no_such_overload},
                                });
}

TEST_CASE("A double is rounded in four ways") {
  check_calls(math_functions(), {
                                    {"math.ceil", {floating(-1.2)}, floating(-1)},
                                    {"math.ceil", {floating(1.2)}, floating(2)},
                                    {"math.floor", {floating(-1.2)}, floating(-2)},
                                    {"math.floor", {floating(1.2)}, floating(1)},
                                    {"math.round", {floating(-1.5)}, floating(-2)},
                                    {"math.round", {floating(-1.4)}, floating(-1)},
                                    {"math.round", {floating(2.5)}, floating(3)},
                                    {"math.trunc", {floating(-1.7)}, floating(-1)},
                                    {"math.trunc", {floating(1.7)}, floating(1)},
                                    {"math.round", {floating(infinity)}, floating(infinity)},
                                    {"math.ceil", {integer(1)}, no_such_overload},
                                    {"math.floor", {integer(1)}, no_such_overload},
                                    {"math.round", {integer(1)}, no_such_overload},
                                    {"math.trunc", {unsigned_integer(1)}, no_such_overload},
                                });
  for (const char* name : {"math.ceil", "math.floor", "math.round", "math.trunc", "math.abs", "math.sign"}) {
    INFO(name);
    CHECK(is_nan(call(math_functions(), name, {floating(not_a_number)})));
  }
}

TEST_CASE("Size and sign have the number's own type") {
  check_calls(math_functions(), {
                                    {"math.abs", {unsigned_integer(1)}, unsigned_integer(1)},
                                    {"math.abs", {integer(-11)}, integer(11)},
                                    {"math.abs", {integer(11)}, integer(11)},
                                    {"math.abs", {integer(lowest + 1)}, integer(highest)},
                                    {"math.abs", {integer(lowest)}, overflow},
                                    {"math.abs", {floating(-11.5)}, floating(11.5)},
                                    {"math.sign", {unsigned_integer(100)}, unsigned_integer(1)},
                                    {"math.sign", {unsigned_integer(0)}, unsigned_integer(0)},
                                    {"math.sign", {integer(lowest)}, integer(-1)},
                                    {"math.sign", {integer(0)}, integer(0)},
                                    {"math.sign", {integer(100)}, integer(1)},
                                    {"math.sign", {floating(-32)}, floating(-1)},
                                    {"math.sign", {floating(-0.0)}, floating(0)},
                                    {"math.sign", {floating(100.5)}, floating(1)},
                                    {"math.sign", {boolean(true)}, no_such_overload},
                                });
}

TEST_CASE("A double says what kind of number it is") {
  check_calls(math_functions(), {
                                    {"math.isNaN", {floating(not_a_number)}, boolean(true)},
                                    {"math.isNaN", {floating(infinity)}, boolean(false)},
                                    {"math.isInf", {floating(-infinity)}, boolean(true)},
                                    {"math.isInf", {floating(not_a_number)}, boolean(false)},
                                    {"math.isFinite", {floating(1.5)}, boolean(true)},
                                    {"math.isFinite", {floating(not_a_number)}, boolean(false)},
                                    {"math.isFinite", {floating(-infinity)}, boolean(false)},
                                    {"math.isNaN", {boolean(true)}, no_such_overload},
                                });
}

TEST_CASE("Bits are combined within one type") {
  check_calls(math_functions(),
              {
                  {"math.bitAnd", {integer(1), integer(-1)}, integer(1)},
                  {"math.bitAnd", {unsigned_integer(1), unsigned_integer(3)}, unsigned_integer(1)},
                  {"math.bitOr", {integer(4), integer(-2)}, integer(-2)},
                  {"math.bitOr", {unsigned_integer(1), unsigned_integer(4)}, unsigned_integer(5)},
                  {"math.bitXor", {integer(4), integer(-2)}, integer(-6)},
                  {"math.bitXor", {unsigned_integer(1), unsigned_integer(3)}, unsigned_integer(2)},
                  {"math.bitNot", {integer(1)}, integer(-2)},
                  {"math.bitNot", {unsigned_integer(0)}, unsigned_integer(highest_unsigned)},
                  {"math.bitAnd", {integer(1), unsigned_integer(1)}, no_such_overload},
                  {"math.bitOr", {floating(1.2), integer(1)}, no_such_overload},
                  {"math.bitNot", {string("")}, no_such_overload},
              });
}

TEST_CASE("Bits are shifted with zeros coming in") {
  check_calls(math_functions(),
              {
                  {"math.bitShiftLeft", {integer(1), integer(2)}, integer(4)},
                  {"math.bitShiftLeft", {integer(1), integer(63)}, integer(lowest)},
                  {"math.bitShiftLeft", {integer(-1), integer(64)}, integer(0)},
                  {"math.bitShiftLeft", {unsigned_integer(1), integer(2)}, unsigned_integer(4)},
                  {"math.bitShiftLeft", {unsigned_integer(1), integer(highest)}, unsigned_integer(0)},
                  {"math.bitShiftLeft", {unsigned_integer(1), integer(-1)}, invalid},
                  {"math.bitShiftRight", {integer(1024), integer(2)}, integer(256)},
                  {"math.bitShiftRight", {integer(-1024), integer(3)}, integer(2'305'843'009'213'693'824)},
                  {"math.bitShiftRight", {integer(-1024), integer(64)}, integer(0)},
                  {"math.bitShiftRight", {unsigned_integer(1024), integer(2)}, unsigned_integer(256)},
                  {"math.bitShiftRight", {integer(1), integer(lowest)}, invalid},
                  {"math.bitShiftRight", {bytes("123"), integer(1)}, no_such_overload},
                  {"math.bitShiftLeft", {integer(1), unsigned_integer(1)}, no_such_overload},
              });
}

}  // namespace tianbao::expression::testing::library
