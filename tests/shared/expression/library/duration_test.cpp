#include "shared/expression/library/duration.h"

#include <catch2/catch_test_macros.hpp>
#include <vector>

namespace tianbao::expression::testing {
namespace {

const Value overflow = make_error_value(ErrorCode::overflow);
const Value invalid = make_error_value(ErrorCode::invalid_argument);

constexpr Duration longest = {9'223'372'036, 854'775'807};
constexpr Duration least = {-9'223'372'036, -854'775'808};

}  // namespace

TEST_CASE("a duration is read from numbers with their units") {
  struct Case {
    std::string text;
    Value expected;
  };
  const std::vector<Case> cases = {
      {"0", {Duration{0, 0}}},
      {"-0", {Duration{0, 0}}},
      {"0s", {Duration{0, 0}}},
      {"1000000s", {Duration{1'000'000, 0}}},
      {"1h30m", {Duration{5400, 0}}},
      {"1h45m47s", {Duration{6347, 0}}},
      {"+2h", {Duration{7200, 0}}},
      {"-1.5h", {Duration{-5400, 0}}},
      {"1.5s", {Duration{1, 500'000'000}}},
      {"-1.5s", {Duration{-1, -500'000'000}}},
      {".5s", {Duration{0, 500'000'000}}},
      {"1.s", {Duration{1, 0}}},
      {"-3ms", {Duration{0, -3'000'000}}},
      {"1m1ms", {Duration{60, 1'000'000}}},
      {"4us", {Duration{0, 4000}}},
      {"4µs", {Duration{0, 4000}}},
      {"4μs", {Duration{0, 4000}}},
      {"-999999999ns", {Duration{0, -999'999'999}}},
      {"1h34us", {Duration{3600, 34'000}}},
      {"1s1h1s", {Duration{3602, 0}}},
      {"0.9ns", {Duration{0, 0}}},
      {"0.3333333333333333333333333h", {Duration{1199, 999'999'999}}},
      {"123.321456789s", {Duration{123, 321'456'789}}},
      {"9223372036.854775807s", {longest}},
      {"-9223372036854775808ns", {least}},
      {"9223372036854775808ns", overflow},
      {"-9223372036854775809ns", overflow},
      {"320000000000s", overflow},
      {"-320000000000s", overflow},
      {"2562048h", overflow},
      {"99999999999999999999999999999999999999999h", overflow},
      {"9000000000s9000000000s", overflow},
      {"", invalid},
      {"-", invalid},
      {"1", invalid},
      {"00", invalid},
      {"s", invalid},
      {".s", invalid},
      {"1d", invalid},
      {"1 s", invalid},
      {" 1s", invalid},
      {"1s ", invalid},
      {"1h-30m", invalid},
      {"--1s", invalid},
      {"1S", invalid},
      {"1.5.5s", invalid},
      {"1e3s", invalid},
      {"99999999999999999999999x", invalid},
      {"一小时", invalid},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(read_duration(each.text) == each.expected);
  }
}

TEST_CASE("a duration is written in seconds with the places that it has") {
  CHECK(write_duration({0, 0}) == "0s");
  CHECK(write_duration({5400, 0}) == "5400s");
  CHECK(write_duration({0, 100'000'000}) == "0.1s");
  CHECK(write_duration({0, -3'000'000}) == "-0.003s");
  CHECK(write_duration({60, 1'000'000}) == "60.001s");
  CHECK(write_duration({-1, -1}) == "-1.000000001s");
  CHECK(write_duration(longest) == "9223372036.854775807s");
  CHECK(write_duration(least) == "-9223372036.854775808s");
}

TEST_CASE("a sum of durations has the sign of its parts, or is an overflow") {
  CHECK(add(Duration{600, 0}, Duration{50, 0}) == Value{Duration{650, 0}});
  CHECK(add(Duration{1, 600'000'000}, Duration{0, 500'000'000}) == Value{Duration{2, 100'000'000}});
  CHECK(add(Duration{1, 0}, Duration{-2, -500'000'000}) == Value{Duration{-1, -500'000'000}});
  CHECK(subtract(Duration{900, 0}, Duration{42, 0}) == Value{Duration{858, 0}});
  CHECK(subtract(Duration{1, 0}, Duration{0, 1}) == Value{Duration{0, 999'999'999}});
  CHECK(subtract(longest, longest) == Value{Duration{0, 0}});
  CHECK(add(longest, Duration{0, 1}) == overflow);
  CHECK(add(least, Duration{0, -1}) == overflow);
  CHECK(subtract(Duration{0, 0}, least) == overflow);
  CHECK(subtract(least, Duration{0, 1}) == overflow);
}

TEST_CASE("durations are ordered by length") {
  CHECK(order(Duration{1, 5}, Duration{1, 5}) == std::strong_ordering::equal);
  CHECK(order(Duration{0, -1}, Duration{0, 0}) == std::strong_ordering::less);
  CHECK(order(Duration{-1, -5}, Duration{-1, -6}) == std::strong_ordering::greater);
  CHECK(order(Duration{300, 0}, Duration{200, 999}) == std::strong_ordering::greater);
}

}  // namespace tianbao::expression::testing
