#include <cstddef>

#include "shared/calendar/date.h"
#include "shared/text/characters.h"
#include "shared/text/normalize.h"
#include "shared/text/read.h"
#include "shared/text/reading.h"
#include "shared/text/utf8.h"

namespace tianbao::text {
namespace {

int to_number(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

/// The ISO 8601 date, or nothing when the calendar has no such day.
std::string to_iso(std::string_view year, std::string_view month, std::string_view day) {
  if (year.size() != 4 || year.front() == '0') return {};
  if (month.empty() || month.size() > 2 || day.empty() || day.size() > 2) return {};
  const calendar::Date date{to_number(year), to_number(month), to_number(day)};
  return calendar::is_date(date) ? calendar::to_iso(date) : std::string();
}

/// 0 to 9, 10 for 十, -1 for what is no Chinese numeral.
int chinese_numeral(char32_t code_point) {
  constexpr std::u32string_view numerals = U"〇一二三四五六七八九十";
  if (code_point == U'零' || code_point == U'○') return 0;
  const std::size_t index = numerals.find(code_point);
  return index == std::u32string_view::npos ? -1 : static_cast<int>(index);
}

/// 二〇一八年一月二十六日 with Arabic digits. A ten is written as such only in front of nothing and behind
/// nothing; beside a digit it only sets that digit's place: 十 10, 十一 11, 二十 20, 二十六 26. Where there
/// are Arabic digits already, 一 is a dash that came out wrong (2018一1一26).
std::string with_arabic_digits(std::string_view text) {
  constexpr int ten = 10;
  if (text.find_first_of("0123456789") != std::string_view::npos) return std::string(text);
  std::string result;
  int previous = -1;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t code_point = next_code_point(text, offset);
    const int numeral = chinese_numeral(code_point);
    std::size_t ahead = offset;
    const int next = offset < text.size() ? chinese_numeral(next_code_point(text, ahead)) : -1;
    const bool digit_follows = next > 0 && next < ten;
    if (numeral < 0) {
      append_code_point(result, code_point);
    } else if (numeral < ten) {
      result.push_back(static_cast<char>('0' + numeral));
    } else {
      if (previous < 0) result.push_back('1');
      if (!digit_follows) result.push_back('0');
    }
    previous = numeral;
  }
  return result;
}

/// Blanks beside a sign or a word are of the typesetting; one between two digits may part two numbers.
std::string without_harmless_blanks(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    const bool between_digits =
        offset > 0 && offset + 1 < text.size() && is_digit(text[offset - 1]) && is_digit(text[offset + 1]);
    if (text[offset] != ' ' || between_digits) result.push_back(text[offset]);
  }
  return result;
}

struct DateParts {
  std::string_view year;
  std::string_view month;
  std::string_view day;
  std::string_view rest;  // what follows the day
};

/// Takes `text` apart at one kind of separators; an empty day when it is not written with these.
DateParts split(std::string_view text, std::string_view first, std::string_view second) {
  DateParts parts;
  parts.year = take_digits(text);
  if (!take_prefix(text, first)) return {};
  parts.month = take_digits(text);
  if (!take_prefix(text, second)) return {};
  parts.day = take_digits(text);
  parts.rest = text;
  return parts;
}

DateParts split(std::string_view text) {
  constexpr std::size_t compact_length = 8;
  if (text.size() == compact_length && is_all_digits(text)) {
    return {text.substr(0, 4), text.substr(4, 2), text.substr(6, 2), {}};
  }
  for (const std::string_view separator : {"-", ".", "/"}) {
    const DateParts parts = split(text, separator, separator);
    if (!parts.day.empty()) return parts;
  }
  DateParts parts = split(text, "年", "月");
  if (!take_prefix(parts.rest, "日")) take_prefix(parts.rest, "号");
  return parts;
}

}  // namespace

Reading read_date(std::string_view typed) {
  const std::string line = in_one_line(clean(typed));
  if (const std::optional<Reading> nothing = reading_of_nothing(line)) return *nothing;
  const std::string text =
      without_harmless_blanks(with_plain_dots(with_plain_hyphens(with_arabic_digits(line))));
  const DateParts parts = split(text);
  if (parts.rest.empty()) {
    std::string date = to_iso(parts.year, parts.month, parts.day);
    if (!date.empty()) return value_reading(std::move(date));
    // `18.1.26` has lost its century.
    const bool short_year = parts.year.size() == 2;
    return unread_reading(short_year ? to_iso("20" + std::string(parts.year), parts.month, parts.day) : "");
  }
  // A time of day, as spreadsheets append it.
  const bool time_follows = parts.rest.find_first_not_of("0123456789:.TZ ") == std::string_view::npos &&
                            parts.rest.find(':') != std::string_view::npos;
  return unread_reading(time_follows ? to_iso(parts.year, parts.month, parts.day) : "");
}

}  // namespace tianbao::text
