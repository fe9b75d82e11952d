#pragma once

#include <cstdint>
#include <string>

namespace tianbao::calendar {

/// A day of the Gregorian calendar, extended to the years before it began (ISO 8601); year 0 is 1 BC.
struct Date {
  int year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // from 1
  friend bool operator==(const Date&, const Date&) = default;
};

/// `month` is 1 to 12.
int days_in_month(int year, int month);

/// Whether the calendar has this day.
bool is_date(const Date& date);

/// Days from 1970-01-01 on, negative before it; of a day that the calendar has.
std::int64_t to_day_number(const Date& date);

/// The day of that number, in the years -9999 to 99999.
Date from_day_number(std::int64_t day_number);

/// 0 is Sunday.
int weekday(std::int64_t day_number);

/// 2020-01-31, in the years 0 to 9999.
std::string to_iso(const Date& date);

}  // namespace tianbao::calendar
