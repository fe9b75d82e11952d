#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "shared/calendar/date.h"
#include "shared/expression/arithmetic.h"
#include "shared/expression/library/choice.h"
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

/// 0 for what is no whole number, and for a large one.
int to_small_integer(const Value& value) {
  constexpr std::int64_t end = 10'000;
  const std::optional<Decimal> decimal = to_decimal(value);
  const std::int64_t integer = decimal ? decimal->to_integer().value_or(0) : 0;
  return integer > 0 && integer < end ? static_cast<int>(integer) : 0;
}

/// The greatest or the least as a decimal; an infinity or NaN is none.
Value choose(const List& numbers, std::partial_ordering wanted) {
  List decimals;
  decimals.reserve(numbers.size());
  for (const Value& number : numbers) {
    const std::optional<Decimal> decimal = to_decimal(number);
    if (!decimal) return invalid_argument();
    decimals.push_back({*decimal});
  }
  Choice choice(wanted);
  for (const Value& decimal : decimals) choice.offer(decimal);
  return choice.result();
}

Value choose(Arguments arguments, std::partial_ordering wanted) {
  List numbers;
  numbers.reserve(arguments.size());
  for (const Value* argument : arguments) numbers.push_back(*argument);
  return choose(numbers, wanted);
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
  constexpr int last_year = 9999;
  const calendar::Date date = {to_small_integer(*arguments[0]), to_small_integer(*arguments[1]),
                               to_small_integer(*arguments[2])};
  if (date.year < 1 || date.year > last_year || !calendar::is_date(date)) return invalid_argument();
  return {calendar::to_iso(date)};
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
  const std::optional<int> places = to_places(*arguments[1]);
  return places ? Value{number->rounded(*places)} : invalid_argument();
}

/// invalid_argument for the empty list, here and below.
Value greatest_of_list(Arguments arguments) {
  return choose(*arguments[0]->list(), std::partial_ordering::greater);
}

Value least_of_list(Arguments arguments) {
  return choose(*arguments[0]->list(), std::partial_ordering::less);
}

Value greatest(Arguments arguments) {
  return choose(arguments, std::partial_ordering::greater);
}

Value least(Arguments arguments) {
  return choose(arguments, std::partial_ordering::less);
}

using enum Parameter;

constexpr std::array table = {
    Function{"host", CallStyle::global, {string}, Type::string, host},
    Function{"day", CallStyle::global, {number, number, number}, Type::string, day},
    Function{"sum", CallStyle::global, {numbers}, Type::decimal, sum},
    Function{"abs", CallStyle::global, {number}, Type::decimal, absolute},
    Function{"round", CallStyle::global, {number, places}, Type::decimal, round},
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
