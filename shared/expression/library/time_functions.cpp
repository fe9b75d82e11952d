#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/calendar/date.h"
#include "shared/expression/library/duration.h"
#include "shared/expression/library/library.h"
#include "shared/expression/library/timestamp.h"

namespace tianbao::expression {
namespace {

constexpr std::int64_t nanoseconds_per_millisecond = 1'000'000;

Value identity(Arguments arguments) {
  return *arguments[0];
}

Value timestamp_of_seconds(Arguments arguments) {
  const std::int64_t seconds = *std::get_if<std::int64_t>(&arguments[0]->content);
  return make_timestamp(Nanoseconds{seconds} * nanoseconds_per_second);
}

Value timestamp_of_string(Arguments arguments) {
  return read_timestamp(*arguments[0]->string());
}

Value duration_of_string(Arguments arguments) {
  return read_duration(*arguments[0]->string());
}

/// What the second argument names, UTC without one. "02:00" is not in the language's grammar, but the
/// conformance cases have it. Names such as "Asia/Shanghai" would take a data base.
std::optional<int> zone_offset_minutes(Arguments arguments) {
  if (arguments.size() == 1) return 0;
  const std::string& zone = *arguments[1]->string();
  if (zone == "UTC") return 0;
  const std::optional<int> offset = read_utc_offset_minutes(zone);
  return offset ? offset : read_utc_offset_minutes("+" + zone);
}

std::int64_t full_year(const LocalTime& time) {
  return time.date.year;
}

std::int64_t month(const LocalTime& time) {
  return time.date.month - 1;
}

std::int64_t date(const LocalTime& time) {
  return time.date.day;
}

std::int64_t day_of_month(const LocalTime& time) {
  return time.date.day - 1;
}

std::int64_t day_of_week(const LocalTime& time) {
  return calendar::weekday(time.day_number);
}

std::int64_t day_of_year(const LocalTime& time) {
  return time.day_number - calendar::to_day_number({time.date.year, 1, 1});
}

std::int64_t hours(const LocalTime& time) {
  return time.second_of_day / 3600;
}

std::int64_t minutes(const LocalTime& time) {
  return time.second_of_day / 60 % 60;
}

std::int64_t seconds(const LocalTime& time) {
  return time.second_of_day % 60;
}

std::int64_t milliseconds(const LocalTime& time) {
  return time.nanoseconds / nanoseconds_per_millisecond;
}

using Part = std::int64_t (*)(const LocalTime& time);

Value part_of_timestamp(Arguments arguments, Part part) {
  const std::optional<int> offset_minutes = zone_offset_minutes(arguments);
  if (!offset_minutes) return make_error_value(ErrorCode::invalid_argument);
  return {part(to_local_time(*std::get_if<Timestamp>(&arguments[0]->content), *offset_minutes))};
}

template <Part part>
Value part_of_timestamp(Arguments arguments) {
  return part_of_timestamp(arguments, part);
}

const Duration& duration_argument(Arguments arguments) {
  return *std::get_if<Duration>(&arguments[0]->content);
}

Value hours_of_duration(Arguments arguments) {
  return {duration_argument(arguments).seconds / 3600};
}

Value minutes_of_duration(Arguments arguments) {
  return {duration_argument(arguments).seconds / 60};
}

Value seconds_of_duration(Arguments arguments) {
  return {duration_argument(arguments).seconds};
}

/// Unlike the others not the whole duration (langdef.md, getMilliseconds).
Value milliseconds_of_duration(Arguments arguments) {
  return {duration_argument(arguments).nanoseconds / nanoseconds_per_millisecond};
}

using enum Parameter;

template <Part part>
constexpr Function in_utc(std::string_view name) {
  return {name, CallStyle::receiver, {timestamp}, Type::integer, part_of_timestamp<part>};
}

template <Part part>
constexpr Function in_zone(std::string_view name) {
  return {name, CallStyle::receiver, {timestamp, string}, Type::integer, part_of_timestamp<part>};
}

constexpr Function of_duration(std::string_view name, Value (*implementation)(Arguments)) {
  return {name, CallStyle::receiver, {duration}, Type::integer, implementation};
}

constexpr std::array table = {
    Function{"timestamp", CallStyle::global, {timestamp}, Type::timestamp, identity},
    Function{"timestamp", CallStyle::global, {integer}, Type::timestamp, timestamp_of_seconds},
    Function{"timestamp", CallStyle::global, {string}, Type::timestamp, timestamp_of_string},
    Function{"duration", CallStyle::global, {duration}, Type::duration, identity},
    Function{"duration", CallStyle::global, {string}, Type::duration, duration_of_string},
    in_utc<full_year>("getFullYear"),
    in_zone<full_year>("getFullYear"),
    in_utc<month>("getMonth"),
    in_zone<month>("getMonth"),
    in_utc<date>("getDate"),
    in_zone<date>("getDate"),
    in_utc<day_of_month>("getDayOfMonth"),
    in_zone<day_of_month>("getDayOfMonth"),
    in_utc<day_of_week>("getDayOfWeek"),
    in_zone<day_of_week>("getDayOfWeek"),
    in_utc<day_of_year>("getDayOfYear"),
    in_zone<day_of_year>("getDayOfYear"),
    in_utc<hours>("getHours"),
    in_zone<hours>("getHours"),
    of_duration("getHours", hours_of_duration),
    in_utc<minutes>("getMinutes"),
    in_zone<minutes>("getMinutes"),
    of_duration("getMinutes", minutes_of_duration),
    in_utc<seconds>("getSeconds"),
    in_zone<seconds>("getSeconds"),
    of_duration("getSeconds", seconds_of_duration),
    in_utc<milliseconds>("getMilliseconds"),
    in_zone<milliseconds>("getMilliseconds"),
    of_duration("getMilliseconds", milliseconds_of_duration),
};

}  // namespace

FunctionTable time_functions() {
  return table;
}

}  // namespace tianbao::expression
