#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "shared/expression/library/double_text.h"
#include "shared/expression/library/duration.h"
#include "shared/expression/library/library.h"
#include "shared/expression/library/timestamp.h"
#include "shared/text/characters.h"
#include "shared/text/utf8.h"

namespace tianbao::expression {
namespace {

using number::Decimal;
using number::Int128;

constexpr double two_to_63 = 9223372036854775808.0;
constexpr double two_to_64 = 18446744073709551616.0;

Value identity(Arguments arguments) {
  return *arguments[0];
}

template <typename Content>
const Content& content(Arguments arguments) {
  return *std::get_if<Content>(&arguments[0]->content);
}

/// Of digits alone; what is too large for any integer stays so.
std::optional<Int128> read_integer(std::string_view digits) {
  constexpr Int128 beyond = Int128{1} << 64;
  if (!text::is_all_digits(digits)) return std::nullopt;
  Int128 number = 0;
  for (const char digit : digits) number = std::min(number * 10 + (digit - '0'), beyond);
  return number;
}

/// Towards zero; nullopt when it is of more than 21 digits.
std::optional<Int128> truncate(const Decimal& decimal) {
  const std::optional<Decimal> places = remainder(decimal, Decimal::from_integer(1));
  const std::optional<Decimal> whole = places ? subtract(decimal, *places) : std::nullopt;
  if (!whole) return std::nullopt;
  const std::string digits = whole->to_string();
  const bool negative = whole->is_negative();
  const std::optional<Int128> magnitude = read_integer(std::string_view(digits).substr(negative ? 1 : 0));
  return magnitude && negative ? -*magnitude : magnitude;
}

template <typename Integer>
Value in_range(std::optional<Int128> number) {
  using Limits = std::numeric_limits<Integer>;
  if (!number || *number < Limits::min() || *number > Limits::max()) {
    return make_error_value(ErrorCode::overflow);
  }
  return {static_cast<Integer>(*number)};
}

/// An int, uint or decimal.
std::optional<Int128> whole_number(const Value& number) {
  if (const auto* integer = std::get_if<std::int64_t>(&number.content)) return *integer;
  if (const auto* integer = std::get_if<std::uint64_t>(&number.content)) return *integer;
  return truncate(*number.decimal());
}

/// Of the doubles at both ends nobody knows whether they were beyond (langdef.md, Overflow).
Value int_of_number(Arguments arguments) {
  const auto* floating = std::get_if<double>(&arguments[0]->content);
  if (!floating) return in_range<std::int64_t>(whole_number(*arguments[0]));
  const bool fits = *floating > -two_to_63 && *floating < two_to_63;
  return fits ? Value{static_cast<std::int64_t>(*floating)} : make_error_value(ErrorCode::overflow);
}

Value int_of_string(Arguments arguments) {
  std::string_view digits = content<std::string>(arguments);
  const bool negative = text::take_prefix(digits, "-");
  if (!negative) text::take_prefix(digits, "+");
  const std::optional<Int128> magnitude = read_integer(digits);
  if (!magnitude) return make_error_value(ErrorCode::invalid_argument);
  return in_range<std::int64_t>(negative ? -*magnitude : *magnitude);
}

Value int_of_timestamp(Arguments arguments) {
  return {content<Timestamp>(arguments).seconds};
}

/// As in cel-go, -0.5 is refused and not truncated to 0.
Value uint_of_number(Arguments arguments) {
  const Decimal* decimal = arguments[0]->decimal();
  if (decimal && decimal->is_negative()) return make_error_value(ErrorCode::overflow);
  const auto* floating = std::get_if<double>(&arguments[0]->content);
  if (!floating) return in_range<std::uint64_t>(whole_number(*arguments[0]));
  const bool fits = *floating >= 0 && *floating < two_to_64;
  return fits ? Value{static_cast<std::uint64_t>(*floating)} : make_error_value(ErrorCode::overflow);
}

Value uint_of_string(Arguments arguments) {
  const std::optional<Int128> number = read_integer(content<std::string>(arguments));
  return number ? in_range<std::uint64_t>(number) : make_error_value(ErrorCode::invalid_argument);
}

Value double_of_number(Arguments arguments) {
  const Value& number = *arguments[0];
  if (const auto* integer = std::get_if<std::int64_t>(&number.content)) {
    return {static_cast<double>(*integer)};
  }
  if (const auto* integer = std::get_if<std::uint64_t>(&number.content)) {
    return {static_cast<double>(*integer)};
  }
  return number.decimal() ? read_double(number.decimal()->to_string()) : number;
}

Value double_of_string(Arguments arguments) {
  return read_double(content<std::string>(arguments));
}

Value string_of_number(Arguments arguments) {
  const Value& number = *arguments[0];
  if (const auto* integer = std::get_if<std::int64_t>(&number.content)) return {std::to_string(*integer)};
  if (const auto* integer = std::get_if<std::uint64_t>(&number.content)) return {std::to_string(*integer)};
  if (const auto* floating = std::get_if<double>(&number.content)) return {write_double(*floating)};
  return {number.decimal()->to_string()};
}

Value string_of_bool(Arguments arguments) {
  return {std::string(content<bool>(arguments) ? "true" : "false")};
}

Value string_of_bytes(Arguments arguments) {
  const std::string& bytes = content<Bytes>(arguments).content;
  return text::is_valid_utf8(bytes) ? Value{bytes} : make_error_value(ErrorCode::invalid_argument);
}

Value string_of_timestamp(Arguments arguments) {
  return {write_timestamp(content<Timestamp>(arguments))};
}

Value string_of_duration(Arguments arguments) {
  return {write_duration(content<Duration>(arguments))};
}

Value bytes_of_string(Arguments arguments) {
  return {Bytes{content<std::string>(arguments)}};
}

/// The spellings that the conformance cases know, and cel-go's T and F.
Value bool_of_string(Arguments arguments) {
  const std::string& written = content<std::string>(arguments);
  for (const std::string_view spelling : {"true", "True", "TRUE", "t", "T", "1"}) {
    if (written == spelling) return {true};
  }
  for (const std::string_view spelling : {"false", "False", "FALSE", "f", "F", "0"}) {
    if (written == spelling) return {false};
  }
  return make_error_value(ErrorCode::invalid_argument);
}

Value type_of(Arguments arguments) {
  // In the order of Value::content; an error is no argument.
  constexpr std::array<std::string_view, std::variant_size_v<decltype(Value::content)>> names = {
      "error",
      "null_type",
      "bool",
      "int",
      "uint",
      "double",
      "decimal",
      "string",
      "list",
      "bytes",
      "google.protobuf.Timestamp",
      "google.protobuf.Duration",
      "type",
      "map",
      "optional_type"};
  return {TypeName{std::string(names[arguments[0]->content.index()])}};
}

using enum Parameter;

constexpr std::array table = {
    Function{"int", CallStyle::global, {number}, Type::integer, int_of_number},
    Function{"int", CallStyle::global, {string}, Type::integer, int_of_string},
    Function{"int", CallStyle::global, {timestamp}, Type::integer, int_of_timestamp},
    Function{"uint", CallStyle::global, {number}, Type::unsigned_integer, uint_of_number},
    Function{"uint", CallStyle::global, {string}, Type::unsigned_integer, uint_of_string},
    Function{"double", CallStyle::global, {number}, Type::floating, double_of_number},
    Function{"double", CallStyle::global, {string}, Type::floating, double_of_string},
    Function{"string", CallStyle::global, {string}, Type::string, identity},
    Function{"string", CallStyle::global, {number}, Type::string, string_of_number},
    Function{"string", CallStyle::global, {boolean}, Type::string, string_of_bool},
    Function{"string", CallStyle::global, {bytes}, Type::string, string_of_bytes},
    Function{"string", CallStyle::global, {timestamp}, Type::string, string_of_timestamp},
    Function{"string", CallStyle::global, {duration}, Type::string, string_of_duration},
    Function{"bytes", CallStyle::global, {bytes}, Type::bytes, identity},
    Function{"bytes", CallStyle::global, {string}, Type::bytes, bytes_of_string},
    Function{"bool", CallStyle::global, {boolean}, Type::boolean, identity},
    Function{"bool", CallStyle::global, {string}, Type::boolean, bool_of_string},
    Function{"type", CallStyle::global, {any}, Type::type, type_of},
};

}  // namespace

FunctionTable conversions() {
  return table;
}

}  // namespace tianbao::expression
