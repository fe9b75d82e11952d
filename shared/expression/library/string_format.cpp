#include "shared/expression/library/string_format.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>

#include "shared/expression/arithmetic.h"
#include "shared/expression/library/bounded_text.h"
#include "shared/expression/library/value_print.h"
#include "shared/number/digits.h"
#include "shared/text/characters.h"

namespace tianbao::expression {
namespace {

constexpr std::string_view lower_digits = "0123456789abcdef";
constexpr std::string_view upper_digits = "0123456789ABCDEF";

/// `%.3f` without its percent sign.
struct Clause {
  char conversion = 's';
  int precision = 6;
};

/// Takes the clause that the pattern starts with off it.
std::optional<Clause> take_clause(std::string_view& pattern) {
  Clause clause;
  const bool has_precision = text::take_prefix(pattern, ".");
  if (has_precision) {
    const std::string_view digits = text::take_digits(pattern);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), clause.precision);
    if (error != std::errc() || clause.precision > max_precision) return std::nullopt;
  }
  if (pattern.empty()) return std::nullopt;
  clause.conversion = pattern.front();
  pattern.remove_prefix(1);
  if (has_precision && clause.conversion != 'f' && clause.conversion != 'e') return std::nullopt;
  return clause;
}

/// An int or uint to the base of so many digits; false for any other value.
bool print_integer(BoundedText& text, const Value& value, std::string_view base_digits) {
  const auto* integer = std::get_if<std::int64_t>(&value.content);
  const auto* unsigned_integer = std::get_if<std::uint64_t>(&value.content);
  if (!integer && !unsigned_integer) return false;
  const bool negative = integer && *integer < 0;
  std::uint64_t rest = integer ? static_cast<std::uint64_t>(*integer) : *unsigned_integer;
  if (negative) rest = 0 - rest;
  std::string reversed;
  do {
    reversed.push_back(base_digits[rest % base_digits.size()]);
    rest /= base_digits.size();
  } while (rest != 0);
  if (negative) reversed.push_back('-');
  std::reverse(reversed.begin(), reversed.end());
  text.append(reversed);
  return true;
}

/// An integer as one number, a text or bytes as two digits for each byte.
bool print_hexadecimal(BoundedText& text, const Value& value, std::string_view base_digits) {
  const Bytes* bytes = std::get_if<Bytes>(&value.content);
  const std::string* content = bytes ? &bytes->content : value.string();
  if (!content) return print_integer(text, value, base_digits);
  for (const char character : *content) {
    const auto byte = static_cast<unsigned char>(character);
    text.append(base_digits[byte / base_digits.size()]);
    text.append(base_digits[byte % base_digits.size()]);
  }
  return true;
}

bool print_binary(BoundedText& text, const Value& value) {
  const bool* boolean = value.boolean();
  if (boolean) text.append(*boolean ? '1' : '0');
  return boolean || print_integer(text, value, lower_digits.substr(0, 2));
}

/// %f and %e, rounded by every digit that the number has: a double is seldom what its shortest form says.
bool print_rounded(BoundedText& text, const Value& value, const Clause& clause) {
  if (!is_number(value)) return false;
  if (const std::string_view name = name_of_digitless(value); !name.empty()) {
    text.append(name);
    return true;
  }
  const auto* floating = std::get_if<double>(&value.content);
  const number::Digits digits = floating ? number::exact_digits(*floating)
                                         : number::to_digits(to_decimal(value).value_or(number::Decimal()));
  text.append(clause.conversion == 'f' ? number::to_fixed(digits, clause.precision)
                                       : number::to_scientific(digits, clause.precision));
  return true;
}

/// Whether the clause prints values of that type.
bool print_clause(BoundedText& text, const Clause& clause, const Value& value) {
  switch (clause.conversion) {
    case 's':
      return print(text, value);
    case 'd':
      return is_number(value) && print(text, value);
    case 'f':
    case 'e':
      return print_rounded(text, value, clause);
    case 'x':
      return print_hexadecimal(text, value, lower_digits);
    case 'X':
      return print_hexadecimal(text, value, upper_digits);
    case 'o':
      return print_integer(text, value, lower_digits.substr(0, 8));
    case 'b':
      return print_binary(text, value);
    default:
      return false;
  }
}

}  // namespace

Value format_text(std::string_view pattern, const List& arguments) {
  BoundedText text;
  auto argument = arguments.begin();
  while (!text.overflow()) {
    const std::size_t percent = pattern.find('%');
    text.append(pattern.substr(0, percent));
    if (percent == std::string_view::npos) break;
    pattern.remove_prefix(percent + 1);
    if (text::take_prefix(pattern, "%")) {
      text.append('%');
      continue;
    }
    const std::optional<Clause> clause = take_clause(pattern);
    if (!clause || argument == arguments.end() || !print_clause(text, *clause, *argument)) {
      return make_error_value(ErrorCode::invalid_argument);
    }
    ++argument;
  }
  return text.take();
}

}  // namespace tianbao::expression
