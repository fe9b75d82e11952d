#include "shared/calendar/date.h"

#include <array>
#include <cstddef>

namespace tianbao::calendar {
namespace {

constexpr std::int64_t days_in_era = 146097;  // of 400 years, after which the calendar repeats itself
constexpr std::int64_t years_in_era = 400;

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

std::int64_t divide_down(std::int64_t dividend, std::int64_t divisor) {
  return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

/// The number of the year's first day.
std::int64_t first_day(std::int64_t year) {
  constexpr std::int64_t days_before_1970 = 719162;  // from the first day of year 1
  const std::int64_t past = year - 1;
  const std::int64_t leap_days = divide_down(past, 4) - divide_down(past, 100) + divide_down(past, 400);
  return past * 365 + leap_days - days_before_1970;
}

void append_digits(std::string& text, int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  text.append(width - digits.size(), '0');
  text += digits;
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool is_date(const Date& date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

std::int64_t to_day_number(const Date& date) {
  std::int64_t days = first_day(date.year) + date.day - 1;
  for (int month = 1; month < date.month; ++month) days += days_in_month(date.year, month);
  return days;
}

Date from_day_number(std::int64_t day_number) {
  // By the years' average length, which leap years put off by at most one.
  std::int64_t year = 1970 + divide_down(day_number * years_in_era, days_in_era);
  if (day_number < first_day(year)) --year;
  if (day_number >= first_day(year + 1)) ++year;
  Date date{static_cast<int>(year), 1, static_cast<int>(day_number - first_day(year)) + 1};
  for (int days = days_in_month(date.year, 1); date.day > days; days = days_in_month(date.year, date.month)) {
    date.day -= days;
    ++date.month;
  }
  return date;
}

int weekday(std::int64_t day_number) {
  constexpr std::int64_t thursday = 4;  // 1970-01-01
  const std::int64_t shifted = day_number + thursday;
  return static_cast<int>(shifted - divide_down(shifted, 7) * 7);
}

std::string to_iso(const Date& date) {
  std::string text;
  append_digits(text, date.year, 4);
  text += '-';
  append_digits(text, date.month, 2);
  text += '-';
  append_digits(text, date.day, 2);
  return text;
}

}  // namespace tianbao::calendar
