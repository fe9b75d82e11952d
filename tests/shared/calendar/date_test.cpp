#include "shared/calendar/date.h"

#include <catch2/catch_test_macros.hpp>
#include <vector>

namespace tianbao::calendar {

TEST_CASE("a month has the days of the Gregorian calendar") {
  struct Case {
    int year;
    int month;
    int days;
  };
  const std::vector<Case> cases = {
      {2019, 1, 31}, {2019, 2, 28},  {2020, 2, 29}, {1900, 2, 28}, {2000, 2, 29}, {2019, 4, 30},
      {2019, 9, 30}, {2019, 12, 31}, {0, 2, 29},    {-1, 2, 28},   {-4, 2, 29},   {-100, 2, 28},
  };
  for (const Case& each : cases) {
    INFO(each.year << '-' << each.month);
    CHECK(days_in_month(each.year, each.month) == each.days);
  }
}

TEST_CASE("only what the calendar has is a date") {
  CHECK(is_date({2020, 2, 29}));
  CHECK(is_date({2019, 12, 31}));
  for (const Date& date : {Date{2019, 2, 29}, Date{2019, 0, 1}, Date{2019, 13, 1}, Date{2019, 1, 0},
                           Date{2019, 1, 32}, Date{2019, 4, -1}}) {
    INFO(date.year << '-' << date.month << '-' << date.day);
    CHECK_FALSE(is_date(date));
  }
}

TEST_CASE("days are numbered from 1970-01-01 on and have their weekday") {
  struct Case {
    Date date;
    std::int64_t number;
    int weekday;
  };
  const std::vector<Case> cases = {
      {{1970, 1, 1}, 0, 4},         {{1969, 12, 31}, -1, 3},     {{2000, 2, 29}, 11016, 2},
      {{2009, 2, 13}, 14288, 5},    {{2020, 1, 15}, 18276, 3},   {{1900, 3, 1}, -25508, 4},
      {{1, 1, 1}, -719162, 1},      {{0, 12, 31}, -719163, 0},   {{0, 1, 1}, -719528, 6},
      {{9999, 12, 31}, 2932896, 5}, {{10000, 1, 1}, 2932897, 6},
  };
  for (const Case& each : cases) {
    INFO(each.number);
    CHECK(to_day_number(each.date) == each.number);
    CHECK(from_day_number(each.number) == each.date);
    CHECK(weekday(each.number) == each.weekday);
  }
}

TEST_CASE("every day follows the one before it") {
  Date expected{-1, 1, 1};
  std::int64_t number = to_day_number(expected);
  while (expected.year < 10001) {
    if (from_day_number(number) != expected || to_day_number(expected) != number) {
      FAIL("day number " << number);
    }
    ++number;
    ++expected.day;
    if (expected.day > days_in_month(expected.year, expected.month)) {
      expected.day = 1;
      ++expected.month;
    }
    if (expected.month > 12) {
      expected.month = 1;
      ++expected.year;
    }
  }
}

TEST_CASE("a date is written as ISO 8601 has it") {
  CHECK(to_iso({2020, 1, 31}) == "2020-01-31");
  CHECK(to_iso({1, 12, 1}) == "0001-12-01");
  CHECK(to_iso({0, 1, 1}) == "0000-01-01");
}

}  // namespace tianbao::calendar
