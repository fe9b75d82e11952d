#include <algorithm>
#include <cstddef>
#include <initializer_list>

#include "shared/text/characters.h"
#include "shared/text/normalize.h"
#include "shared/text/read.h"
#include "shared/text/reading.h"

namespace tianbao::text {
namespace {

constexpr std::size_t max_extension_digits = 6;
constexpr std::size_t max_group_digits = 4;

bool is_mobile(std::string_view digits) {
  return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3';
}

bool is_subscriber(std::string_view digits) {
  return (digits.size() == 7 || digits.size() == 8) && digits.front() >= '2';
}

/// 010 and 02x, which have three digits, or one of four such as 0739.
bool is_area(std::string_view digits) {
  if (digits.size() < 3 || digits[0] != '0') return false;
  const bool three_digits = digits[1] == '2' || digits.substr(0, 3) == "010";
  return digits.size() == (three_digits ? 3U : 4U) && digits[1] != '0';
}

/// 07397221691: an area code and a number without a hyphen between them.
bool is_area_with_subscriber(std::string_view digits) {
  return (is_area(digits.substr(0, 3)) && is_subscriber(digits.substr(3))) ||
         (digits.size() > 4 && is_area(digits.substr(0, 4)) && is_subscriber(digits.substr(4)));
}

/// 400 and 800 numbers.
bool is_service(std::string_view digits) {
  return digits.size() == 10 && (digits[0] == '4' || digits[0] == '8') && digits.substr(1, 2) == "00";
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char character : text) {
    if (is_digit(character)) digits.push_back(character);
  }
  return digits;
}

/// The number without an extension, written with digits and hyphens, or nothing when it is none.
std::string canonical_number(std::string_view text) {
  if (text.find_first_not_of("0123456789-") != std::string_view::npos || text.empty()) return {};
  if (text.front() == '-' || text.back() == '-' || text.find("--") != std::string_view::npos) return {};
  std::string digits = digits_of(text);
  const std::size_t hyphen = text.find('-');
  // People group the digits of these at will, 139-0000-0000 or 400-820-0000; behind a longer first group the
  // hyphen announces an extension.
  const bool may_be_groups = hyphen == std::string_view::npos || hyphen <= max_group_digits;
  if (may_be_groups && (is_mobile(digits) || is_service(digits))) return digits;
  if (hyphen == std::string_view::npos) {
    return is_subscriber(digits) || is_area_with_subscriber(digits) ? digits : std::string();
  }
  const std::string_view area = text.substr(0, hyphen);
  const std::string_view subscriber = text.substr(hyphen + 1);
  return is_area(area) && is_all_digits(subscriber) && is_subscriber(subscriber) ? std::string(text)
                                                                                 : std::string();
}

/// `(0739)7221691` with a hyphen instead of the brackets.
std::string without_area_brackets(std::string text) {
  const std::size_t end = text.find(')');
  if (text.empty() || text.front() != '(' || end == std::string::npos) return text;
  text[end] = '-';
  if (text.compare(end + 1, 1, "-") == 0) text.erase(end, 1);
  return text.substr(1);
}

struct Extended {
  std::string_view number;
  std::string_view extension;
};

Extended split_extension(std::string_view text) {
  for (const std::string_view word : {"转分机", "转", "分机"}) {
    const std::size_t offset = text.find(word);
    if (offset != std::string_view::npos) return {text.substr(0, offset), text.substr(offset + word.size())};
  }
  const std::size_t hyphen = text.rfind('-');
  if (hyphen == std::string_view::npos) return {text, {}};
  return {text.substr(0, hyphen), text.substr(hyphen + 1)};
}

/// One number with or without an extension in its canonical form, or nothing when it is none. `text` has
/// half-width punctuation.
std::string read_one(std::string_view text) {
  const std::string joined = without_area_brackets(with_plain_hyphens(without_blanks(text)));
  std::string_view domestic = joined;
  if (!take_prefix(domestic, "+86-")) take_prefix(domestic, "+86");
  std::string number = canonical_number(domestic);
  if (!number.empty()) return number;

  const Extended extended = split_extension(domestic);
  number = canonical_number(extended.number);
  if (number.empty() || !is_all_digits(extended.extension) ||
      extended.extension.size() > max_extension_digits) {
    return {};
  }
  return number + "-" + std::string(extended.extension);
}

/// Takes the first of several numbers off `text`. A blank separates numbers too (domain.md §7.5), but also
/// the digits of one: the longest run of words that is one number is taken.
std::string take_one(std::string_view& text) {
  constexpr std::size_t max_words = 5;  // +86 0739 722 0000 转801
  std::string taken;
  std::size_t taken_bytes = 0;
  std::size_t end = 0;
  for (std::size_t words = 0; words < max_words && end < text.size(); ++words) {
    end = std::min(text.find_first_of(" \n", end + 1), text.size());
    std::string number = read_one(text.substr(0, end));
    if (number.empty()) continue;
    taken = std::move(number);
    taken_bytes = end;
  }
  text.remove_prefix(taken_bytes);
  return taken;
}

/// Takes what stands before the next separator off `text`, and that separator.
std::string_view take_part(std::string_view& text) {
  std::size_t begin = text.size();
  std::size_t separator_bytes = 0;
  for (const std::string_view separator : {"、", ",", ";", "/", "或"}) {
    const std::size_t offset = text.find(separator);
    if (offset >= begin) continue;
    begin = offset;
    separator_bytes = separator.size();
  }
  const std::string_view part = text.substr(0, begin);
  text.remove_prefix(begin + separator_bytes);
  return part;
}

void skip_blanks(std::string_view& text) {
  while (take_prefix(text, " ") || take_prefix(text, "\n")) {
  }
}

}  // namespace

Reading read_phone(std::string_view typed) {
  const std::string cleaned = clean(typed);
  if (const std::optional<Reading> nothing = reading_of_nothing(cleaned)) return *nothing;
  std::string numbers;
  for (std::string_view rest = cleaned; !rest.empty();) {
    std::string_view part = take_part(rest);
    for (skip_blanks(part); !part.empty(); skip_blanks(part)) {
      const std::string number = take_one(part);
      if (number.empty()) return unread_reading();
      numbers += (numbers.empty() ? "" : "、") + number;
    }
  }
  return numbers.empty() ? unread_reading() : value_reading(std::move(numbers));
}

}  // namespace tianbao::text
