#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "shared/expression/library/library.h"
#include "tests/shared/expression/library/call.h"

namespace tianbao::expression::testing {
namespace {

const Value invalid = make_error_value(ErrorCode::invalid_argument);
const Value no_such_overload = make_error_value(ErrorCode::no_such_overload);

Value string(const std::string& text) {
  return {text};
}

Value timestamp(const std::string& text) {
  return call(time_functions(), "timestamp", {string(text)});
}

Value duration(const std::string& text) {
  return call(time_functions(), "duration", {string(text)});
}

Value integer(std::int64_t number) {
  return {number};
}

}  // namespace

TEST_CASE("timestamp() takes a text, seconds or a timestamp") {
  const Value moment = {Timestamp{1'000'000'000, 0}};
  CHECK(timestamp("2001-09-09T01:46:40Z") == moment);
  CHECK(call(time_functions(), "timestamp", {integer(1'000'000'000)}) == moment);
  CHECK(call(time_functions(), "timestamp", {moment}) == moment);
  CHECK(timestamp("2001-09-09") == invalid);
  const Value overflow = make_error_value(ErrorCode::overflow);
  CHECK(call(time_functions(), "timestamp", {integer(-62'135'596'800)}) == timestamp("0001-01-01T00:00:00Z"));
  CHECK(call(time_functions(), "timestamp", {integer(-62'135'596'801)}) == overflow);
  CHECK(call(time_functions(), "timestamp", {integer(253'402'300'799)}) == timestamp("9999-12-31T23:59:59Z"));
  CHECK(call(time_functions(), "timestamp", {integer(253'402'300'800)}) == overflow);
  CHECK(call(time_functions(), "timestamp", {{std::uint64_t{1}}}) == no_such_overload);
}

TEST_CASE("duration() takes a text or a duration") {
  CHECK(duration("100s") == Value{Duration{100, 0}});
  CHECK(call(time_functions(), "duration", {duration("100s")}) == duration("100s"));
  CHECK(duration("100") == invalid);
  CHECK(call(time_functions(), "duration", {integer(1)}) == no_such_overload);
}

TEST_CASE("a part of a timestamp is that of UTC, or of the zone that is named") {
  struct Case {
    std::string moment;
    std::string function;
    std::string zone;  // "" for none
    std::int64_t expected;
  };
  const std::vector<Case> cases = {
      {"2009-02-13T23:31:30Z", "getDate", "", 13},
      {"2009-02-13T23:31:30Z", "getDayOfMonth", "", 12},
      {"2009-02-13T23:31:30Z", "getDayOfWeek", "", 5},
      {"2009-02-13T23:31:30Z", "getDayOfYear", "", 43},
      {"2009-02-13T23:31:30Z", "getFullYear", "", 2009},
      {"2009-02-13T23:31:30Z", "getHours", "", 23},
      {"2009-02-13T23:31:20.123456789Z", "getMilliseconds", "", 123},
      {"2009-02-13T23:31:30Z", "getMinutes", "", 31},
      {"2009-02-13T23:31:30Z", "getMonth", "", 1},
      {"2009-02-13T23:31:30Z", "getSeconds", "", 30},
      {"2009-02-13T23:31:30Z", "getDate", "+11:00", 14},
      {"2009-02-13T23:31:30Z", "getDayOfMonth", "+11:00", 13},
      {"2009-02-13T02:00:00Z", "getDayOfMonth", "-02:30", 11},
      {"2009-02-13T23:31:30Z", "getDayOfWeek", "UTC", 5},
      {"2009-02-13T23:31:30Z", "getDayOfWeek", "+08:00", 6},
      {"2009-02-14T23:31:30Z", "getDayOfWeek", "+08:00", 0},
      {"2009-02-13T23:31:30Z", "getDayOfYear", "-06:00", 43},
      {"2009-02-13T23:31:30Z", "getFullYear", "-09:30", 2009},
      {"2009-02-13T23:31:30Z", "getHours", "02:00", 1},
      {"2009-02-13T23:31:30Z", "getMinutes", "+05:45", 16},
      {"2009-02-13T23:31:30Z", "getMonth", "UTC", 1},
      {"2009-02-13T23:31:30Z", "getSeconds", "-00:00", 30},
      {"2009-02-13T23:31:20.123456789Z", "getMilliseconds", "+08:00", 123},
      {"2019-12-31T16:00:00Z", "getFullYear", "+08:00", 2020},
      {"2019-12-31T16:00:00Z", "getMonth", "+08:00", 0},
      {"2019-12-31T16:00:00Z", "getDayOfYear", "", 364},
      {"2020-12-31T16:00:00Z", "getDayOfYear", "", 365},
      {"2019-12-31T16:00:00Z", "getDayOfYear", "+08:00", 0},
      {"1969-12-31T23:59:59.75Z", "getHours", "", 23},
      {"1969-12-31T23:59:59.75Z", "getSeconds", "", 59},
      {"1969-12-31T23:59:59.75Z", "getMilliseconds", "", 750},
      {"0001-01-01T00:00:00Z", "getFullYear", "-00:01", 0},
      {"9999-12-31T23:59:59Z", "getFullYear", "+00:01", 10000},
  };
  for (const Case& each : cases) {
    INFO(each.moment << ' ' << each.function << ' ' << each.zone);
    std::vector<Value> arguments = {timestamp(each.moment)};
    if (!each.zone.empty()) arguments.push_back(string(each.zone));
    CHECK(call(time_functions(), each.function, arguments) == integer(each.expected));
  }
}

TEST_CASE("a zone that is no fixed offset is refused") {
  for (const std::string zone : {"Asia/Shanghai", "US/Central", "", "utc", "Z", "+8:00", "+0800", "+24:00",
                                 "+08:60", "+-8:00", "++08:00", "+08:00 "}) {
    INFO(zone);
    CHECK(call(time_functions(), "getHours", {timestamp("2009-02-13T23:31:30Z"), string(zone)}) == invalid);
  }
}

TEST_CASE("a part of a duration is the whole of it, except for milliseconds") {
  CHECK(call(time_functions(), "getHours", {duration("10000s")}) == integer(2));
  CHECK(call(time_functions(), "getMinutes", {duration("3730s")}) == integer(62));
  CHECK(call(time_functions(), "getSeconds", {duration("3730.9s")}) == integer(3730));
  CHECK(call(time_functions(), "getMilliseconds", {duration("123.321456789s")}) == integer(321));
  CHECK(call(time_functions(), "getHours", {duration("-90m")}) == integer(-1));
  CHECK(call(time_functions(), "getMinutes", {duration("-90s")}) == integer(-1));
  CHECK(call(time_functions(), "getSeconds", {duration("-1.5s")}) == integer(-1));
  CHECK(call(time_functions(), "getMilliseconds", {duration("-1.5s")}) == integer(-500));
  CHECK(call(time_functions(), "getHours", {duration("1h"), string("UTC")}) == no_such_overload);
  CHECK(call(time_functions(), "getFullYear", {duration("1h")}) == no_such_overload);
}

}  // namespace tianbao::expression::testing
