#include "shared/expression/library/timestamp.h"

#include <catch2/catch_test_macros.hpp>
#include <vector>

namespace tianbao::expression::testing {
namespace {

const Value overflow = make_error_value(ErrorCode::overflow);
const Value invalid = make_error_value(ErrorCode::invalid_argument);

constexpr Timestamp first = {-62'135'596'800, 0};
constexpr Timestamp last = {253'402'300'799, 999'999'999};

}  // namespace

TEST_CASE("a timestamp is read as RFC 3339 has it") {
  struct Case {
    std::string text;
    Value expected;
  };
  const std::vector<Case> cases = {
      {"1970-01-01T00:00:00Z", {Timestamp{0, 0}}},
      {"2009-02-13T23:31:30Z", {Timestamp{1'234'567'890, 0}}},
      {"2009-02-13t23:31:30z", {Timestamp{1'234'567'890, 0}}},
      {"2009-02-14T07:31:30+08:00", {Timestamp{1'234'567'890, 0}}},
      {"2009-02-13T21:01:30-02:30", {Timestamp{1'234'567'890, 0}}},
      {"2009-02-13T23:31:30-00:00", {Timestamp{1'234'567'890, 0}}},
      {"2009-02-13T23:31:30.5Z", {Timestamp{1'234'567'890, 500'000'000}}},
      {"2009-02-13T23:31:30.000000001+00:00", {Timestamp{1'234'567'890, 1}}},
      {"2009-02-13T23:31:30.1234567899Z", {Timestamp{1'234'567'890, 123'456'789}}},
      {"1969-12-31T23:59:59.75Z", {Timestamp{-1, 750'000'000}}},
      {"2020-02-29T00:00:00Z", {Timestamp{1'582'934'400, 0}}},
      {"0001-01-01T00:00:00Z", {first}},
      {"9999-12-31T23:59:59.999999999Z", {last}},
      {"0000-01-01T00:00:00Z", overflow},
      {"0001-01-01T00:00:00+00:01", overflow},
      {"9999-12-31T23:59:59-00:01", overflow},
      {"", invalid},
      {"10000-01-01T00:00:00Z", invalid},
      {"2019-02-29T00:00:00Z", invalid},
      {"2019-13-01T00:00:00Z", invalid},
      {"2019-00-01T00:00:00Z", invalid},
      {"2019-01-00T00:00:00Z", invalid},
      {"2019-01-01T24:00:00Z", invalid},
      {"2019-01-01T00:60:00Z", invalid},
      {"2016-12-31T23:59:60Z", invalid},
      {"2019-01-01T00:00:00", invalid},
      {"2019-01-01T00:00:00.Z", invalid},
      {"2019-01-01T00:00:00,5Z", invalid},
      {"2019-01-01T00:00Z", invalid},
      {"2019-01-01 00:00:00Z", invalid},
      {"2019-1-01T00:00:00Z", invalid},
      {"2019-01-01T00:00:00+8:00", invalid},
      {"2019-01-01T00:00:00+24:00", invalid},
      {"2019-01-01T00:00:00+08:60", invalid},
      {"2019-01-01T00:00:00+0800", invalid},
      {"2019-01-01T00:00:00ZZ", invalid},
      {" 2019-01-01T00:00:00Z", invalid},
      {"+019-01-01T00:00:00Z", invalid},
      {"2019-01-01", invalid},
  };
  for (const Case& each : cases) {
    INFO(each.text);
    CHECK(read_timestamp(each.text) == each.expected);
  }
}

TEST_CASE("a timestamp is written in UTC with the places that it has") {
  CHECK(write_timestamp({1'234'567'890, 0}) == "2009-02-13T23:31:30Z");
  CHECK(write_timestamp({1'234'567'890, 120'000'000}) == "2009-02-13T23:31:30.12Z");
  CHECK(write_timestamp({-1, 750'000'000}) == "1969-12-31T23:59:59.75Z");
  CHECK(write_timestamp({0, 1}) == "1970-01-01T00:00:00.000000001Z");
  CHECK(write_timestamp(first) == "0001-01-01T00:00:00Z");
  CHECK(write_timestamp(last) == "9999-12-31T23:59:59.999999999Z");
}

TEST_CASE("a sum with a timestamp stays within the years 1 to 9999") {
  CHECK(add(Timestamp{10, 999'999'999}, Duration{0, 1}) == Value{Timestamp{11, 0}});
  CHECK(add(Timestamp{-1, 1}, Duration{0, -2}) == Value{Timestamp{-2, 999'999'999}});
  CHECK(subtract(Timestamp{10, 0}, Duration{0, 1}) == Value{Timestamp{9, 999'999'999}});
  CHECK(subtract(Timestamp{10, 0}, Duration{-5, -1}) == Value{Timestamp{15, 1}});
  CHECK(add(first, Duration{0, 0}) == Value{first});
  CHECK(add(first, Duration{0, -1}) == overflow);
  CHECK(subtract(first, Duration{1, 0}) == overflow);
  CHECK(add(last, Duration{0, 1}) == overflow);
  CHECK(subtract(last, Duration{-1, 0}) == overflow);
}

TEST_CASE("two timestamps are a duration apart, if there is one so long") {
  CHECK(subtract(Timestamp{1'234'567'860, 0}, Timestamp{1'234'567'740, 0}) == Value{Duration{120, 0}});
  CHECK(subtract(Timestamp{10, 0}, Timestamp{9, 999'999'999}) == Value{Duration{0, 1}});
  CHECK(subtract(Timestamp{9, 999'999'999}, Timestamp{11, 0}) == Value{Duration{-1, -1}});
  CHECK(subtract(last, first) == overflow);
  CHECK(subtract(first, last) == overflow);
}

TEST_CASE("timestamps are ordered by time") {
  CHECK(order(Timestamp{1, 5}, Timestamp{1, 5}) == std::strong_ordering::equal);
  CHECK(order(Timestamp{1, 5}, Timestamp{1, 6}) == std::strong_ordering::less);
  CHECK(order(Timestamp{2, 0}, Timestamp{1, 6}) == std::strong_ordering::greater);
  CHECK(order(first, last) == std::strong_ordering::less);
}

}  // namespace tianbao::expression::testing
