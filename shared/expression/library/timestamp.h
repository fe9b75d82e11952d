#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/calendar/date.h"
#include "shared/expression/library/duration.h"
#include "shared/expression/value.h"

namespace tianbao::expression {

/// From 1970-01-01T00:00:00Z on. overflow outside of the years 1 to 9999.
Value make_timestamp(Nanoseconds since_epoch);

/// "2009-02-13T23:31:30.5+08:00" (RFC 3339 section 5.6); what is less than a nanosecond is cut off, and a
/// leap second is none: Timestamp does not count them. overflow as in make_timestamp(), invalid_argument for
/// any other text.
Value read_timestamp(std::string_view text);

/// In UTC, with as many places of a second as it takes: "2009-02-13T15:31:30.5Z".
std::string write_timestamp(const Timestamp& timestamp);

/// "+08:00", "-02:30": minutes east of UTC, less than a day (RFC 3339 section 5.6, time-numoffset).
std::optional<int> read_utc_offset_minutes(std::string_view text);

/// What calendar and clock show.
struct LocalTime {
  std::int64_t day_number = 0;  // as in shared/calendar
  calendar::Date date;
  int second_of_day = 0;
  std::int32_t nanoseconds = 0;  // of the second
};

LocalTime to_local_time(const Timestamp& timestamp, int utc_offset_minutes);

/// overflow as in make_timestamp().
Value add(const Timestamp& timestamp, const Duration& duration);
Value subtract(const Timestamp& timestamp, const Duration& duration);
/// overflow as in make_duration().
Value subtract(const Timestamp& left, const Timestamp& right);

std::strong_ordering order(const Timestamp& left, const Timestamp& right);

}  // namespace tianbao::expression
