#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "shared/expression/arithmetic.h"
#include "shared/expression/library/library.h"

namespace tianbao::expression {
namespace {

using number::Decimal;

Value invalid_argument() {
  return {Error{ErrorCode::invalid_argument}};
}

bool is_letter(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

/// RFC 3986 section 3.1.
bool is_scheme(std::string_view text) {
  return !text.empty() && is_letter(text.front()) &&
         std::all_of(text.begin(), text.end(), [](char character) {
           return is_letter(character) || is_digit(character) ||
                  std::string_view("+-.").find(character) != std::string_view::npos;
         });
}

/// Letters of any script are let through: 中文域名 are typed as such. What RFC 3986 leaves out of every host
/// is not; the percent sign, with which a host could be written in two ways, neither.
bool is_host_character(char character) {
  return static_cast<unsigned char>(character) > ' ' && character != '\x7F' &&
         std::string_view("\"#%/:<>?@[\\]^`{|}").find(character) == std::string_view::npos;
}

/// Strictly, so that no browser finds another host in the same text: to some a backslash is a slash.
bool is_user(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char character) {
    return character == ':' || character == '%' || is_host_character(character);
  });
}

bool is_host(std::string_view text) {
  const bool address_literal = text.size() > 2 && text.front() == '[' && text.back() == ']';
  if (address_literal) {
    text = text.substr(1, text.size() - 2);
    return std::all_of(text.begin(), text.end(),
                       [](char character) { return character == ':' || is_host_character(character); });
  }
  return !text.empty() && std::all_of(text.begin(), text.end(), is_host_character);
}

/// Without user and port; nullopt when there is none.
std::optional<std::string_view> find_host(std::string_view url) {
  const std::size_t scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos || !is_scheme(url.substr(0, scheme_end))) return std::nullopt;
  std::string_view authority = url.substr(scheme_end + 3);
  authority = authority.substr(0, authority.find_first_of("/?#"));
  if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
    if (!is_user(authority.substr(0, at))) return std::nullopt;
    authority.remove_prefix(at + 1);
  }
  const std::size_t colon = authority.rfind(':');
  const std::size_t bracket = authority.rfind(']');
  if (colon != std::string_view::npos && (bracket == std::string_view::npos || bracket < colon)) {
    const std::string_view port = authority.substr(colon + 1);
    if (!std::all_of(port.begin(), port.end(), is_digit)) return std::nullopt;
    authority = authority.substr(0, colon);
  }
  if (!is_host(authority)) return std::nullopt;
  return authority;
}

std::optional<std::int64_t> to_integer(const Value& value) {
  const std::optional<Decimal> decimal = to_decimal(value);
  return decimal ? decimal->to_integer() : std::nullopt;
}

/// In the Gregorian calendar, extended to years before it began.
int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[static_cast<std::size_t>(month - 1)];
}

void append_digits(std::string& text, int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  text.append(width - digits.size(), '0');
  text += digits;
}

/// The first of equal ones. `ordering` says how the chosen one stands to the others.
class Choice {
 public:
  explicit Choice(bool greatest) : greatest_(greatest) {}

  void offer(const Value& number) {
    const std::optional<Decimal> candidate = to_decimal(number);
    if (!candidate) {
      has_decimals_ = false;
    } else if (!chosen_ || (greatest_ ? *chosen_ < *candidate : *candidate < *chosen_)) {
      chosen_ = candidate;
    }
  }

  Value result() const { return has_decimals_ && chosen_ ? Value{*chosen_} : invalid_argument(); }

 private:
  bool greatest_;
  bool has_decimals_ = true;  // none of them was an infinity or NaN
  std::optional<Decimal> chosen_;
};

Value choose_argument(Arguments arguments, bool greatest) {
  Choice choice(greatest);
  for (const Value* argument : arguments) choice.offer(*argument);
  return choice.result();
}

Value choose_item(Arguments arguments, bool greatest) {
  Choice choice(greatest);
  for (const Value& item : *arguments[0]->list()) choice.offer(item);
  return choice.result();
}

/// host("https://WWW.Dongkou.gov.cn:8080/a") is "www.dongkou.gov.cn". invalid_argument for what is no
/// absolute URL with a host (RFC 3986 section 3).
Value host(Arguments arguments) {
  const std::optional<std::string_view> found = find_host(*arguments[0]->string());
  if (!found) return invalid_argument();
  std::string lower(*found);
  for (char& character : lower) {
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
  }
  return {std::move(lower)};
}

/// day(2020, 1, 31) is "2020-01-31", which compares with dates as text does. invalid_argument when the
/// calendar has no such day; years 1 to 9999.
Value day(Arguments arguments) {
  const std::int64_t year = to_integer(*arguments[0]).value_or(0);
  const std::int64_t month = to_integer(*arguments[1]).value_or(0);
  const std::int64_t day_of_month = to_integer(*arguments[2]).value_or(0);
  if (year < 1 || year > 9999 || month < 1 || month > 12) return invalid_argument();
  const int last_day = days_in_month(static_cast<int>(year), static_cast<int>(month));
  if (day_of_month < 1 || day_of_month > last_day) return invalid_argument();
  std::string text;
  append_digits(text, static_cast<int>(year), 4);
  text += '-';
  append_digits(text, static_cast<int>(month), 2);
  text += '-';
  append_digits(text, static_cast<int>(day_of_month), 2);
  return {std::move(text)};
}

/// Exact; 0 for the empty list.
Value sum(Arguments arguments) {
  Decimal total;
  for (const Value& item : *arguments[0]->list()) {
    const std::optional<Decimal> number = to_decimal(item);
    const std::optional<Decimal> next = number ? add(total, *number) : std::nullopt;
    if (!next) return {Error{ErrorCode::overflow}};
    total = *next;
  }
  return {total};
}

Value absolute(Arguments arguments) {
  const std::optional<Decimal> number = to_decimal(*arguments[0]);
  if (!number) return {Error{ErrorCode::overflow}};
  return {number->is_negative() ? number->negated() : *number};
}

/// round(1.005, 2) is 1.01: half away from zero. invalid_argument for places that are not 0 to 34.
Value round(Arguments arguments) {
  const std::optional<Decimal> number = to_decimal(*arguments[0]);
  if (!number) return {Error{ErrorCode::overflow}};
  const std::int64_t places = to_integer(*arguments[1]).value_or(-1);
  if (places < 0 || places > Decimal::max_digits) return invalid_argument();
  return {number->rounded(static_cast<int>(places))};
}

/// invalid_argument for the empty list, here and below.
Value greatest_of_list(Arguments arguments) {
  return choose_item(arguments, true);
}

Value least_of_list(Arguments arguments) {
  return choose_item(arguments, false);
}

Value greatest(Arguments arguments) {
  return choose_argument(arguments, true);
}

Value least(Arguments arguments) {
  return choose_argument(arguments, false);
}

using enum Parameter;

constexpr std::array table = {
    Function{"host", CallStyle::global, {string}, Type::string, host},
    Function{"day", CallStyle::global, {number, number, number}, Type::string, day},
    Function{"sum", CallStyle::global, {numbers}, Type::decimal, sum},
    Function{"abs", CallStyle::global, {number}, Type::decimal, absolute},
    Function{"round", CallStyle::global, {number, number}, Type::decimal, round},
    Function{"max", CallStyle::global, {numbers}, Type::decimal, greatest_of_list},
    Function{"max", CallStyle::global, {number, number}, Type::decimal, greatest, true},
    Function{"min", CallStyle::global, {numbers}, Type::decimal, least_of_list},
    Function{"min", CallStyle::global, {number, number}, Type::decimal, least, true},
};

}  // namespace

FunctionTable form_functions() {
  return table;
}

}  // namespace tianbao::expression
