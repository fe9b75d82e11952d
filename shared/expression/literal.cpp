#include "shared/expression/literal.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <utility>

#include "shared/expression/compile_error.h"
#include "shared/text/utf8.h"

namespace tianbao::expression {
namespace {

constexpr std::string_view simple_escapes = "abfnrtv\\?\"'`";
constexpr std::string_view simple_escape_values = "\a\b\f\n\r\t\v\\?\"'`";

int digit_value(char character) {
  if (character >= '0' && character <= '9') return character - '0';
  if (character >= 'a' && character <= 'f') return character - 'a' + 10;
  if (character >= 'A' && character <= 'F') return character - 'A' + 10;
  return std::numeric_limits<int>::max();
}

std::optional<std::uint64_t> read_integer(std::string_view digits, unsigned base) {
  std::uint64_t value = 0;
  for (const char digit : digits) {
    if (__builtin_mul_overflow(value, std::uint64_t{base}, &value)) return std::nullopt;
    if (__builtin_add_overflow(value, static_cast<std::uint64_t>(digit_value(digit)), &value)) {
      return std::nullopt;
    }
  }
  return value;
}

/// int64's magnitude is one larger below zero; the conversion is modular (C++20).
std::optional<std::int64_t> with_sign(std::uint64_t magnitude, bool negative) {
  constexpr auto max = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (magnitude > max + (negative ? 1 : 0)) return std::nullopt;
  return static_cast<std::int64_t>(negative ? 0 - magnitude : magnitude);
}

/// As Decimal::parse wants it: a digit before the point, no zeros in front.
std::optional<number::Decimal> read_exactly(std::string_view digits, bool negative) {
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
  std::string text = negative ? "-" : "";
  if (first == digits.size() || digits[first] < '0' || digits[first] > '9') text += '0';
  text += digits.substr(first);
  return number::Decimal::parse(text);
}

/// Resolves the escape sequence behind a backslash and moves `offset` behind it; false when it is none.
bool append_escape(std::string_view source, bool is_bytes, std::size_t& offset, std::string& text) {
  const char letter = source[offset];
  if (const std::size_t index = simple_escapes.find(letter); index != std::string_view::npos) {
    text.push_back(simple_escape_values[index]);
    ++offset;
    return true;
  }
  std::size_t count = 0;
  int base = 16;
  if (letter == 'x' || letter == 'X') count = 2;
  if (letter == 'u' && !is_bytes) count = 4;
  if (letter == 'U' && !is_bytes) count = 8;
  if (letter >= '0' && letter <= '3') {
    count = 3;
    base = 8;
  } else {
    ++offset;
  }
  if (count == 0 || count > source.size() - offset) return false;
  std::uint64_t code_point = 0;
  for (const char digit : source.substr(offset, count)) {
    if (digit_value(digit) >= base) return false;
    code_point =
        code_point * static_cast<std::uint64_t>(base) + static_cast<std::uint64_t>(digit_value(digit));
  }
  offset += count;
  if (is_bytes) {
    text.push_back(static_cast<char>(code_point));
    return code_point <= 0xFF;
  }
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) return false;
  text::append_code_point(text, static_cast<char32_t>(code_point));
  return true;
}

}  // namespace

Result<NumberLiteral, CompileError> read_number(std::string_view source, const Token& token, bool negative) {
  const auto out_of_range = [&](Expected expected) {
    return make_error(CompileErrorCode::literal_out_of_range, source, token.offset, token.length, expected);
  };
  std::string_view digits = source.substr(token.offset, token.length);
  if (token.kind == TokenKind::floating) {
    const double value = std::strtod(std::string(digits).c_str(), nullptr);
    if (std::isinf(value)) return out_of_range(Expected::finite_double);
    return NumberLiteral{{negative ? -value : value}, read_exactly(digits, negative)};
  }
  if (token.kind == TokenKind::unsigned_integer) digits.remove_suffix(1);
  const bool hexadecimal = digits.starts_with("0x");
  const std::optional<std::uint64_t> magnitude =
      hexadecimal ? read_integer(digits.substr(2), 16) : read_integer(digits, 10);
  if (token.kind == TokenKind::unsigned_integer) {
    if (!magnitude || (negative && *magnitude != 0)) return out_of_range(Expected::unsigned_integer);
    return NumberLiteral{{*magnitude}, read_exactly(std::to_string(*magnitude), false)};
  }
  const std::optional<std::int64_t> value = magnitude ? with_sign(*magnitude, negative) : std::nullopt;
  if (!value) return out_of_range(Expected::integer);
  return NumberLiteral{{*value}, number::Decimal::from_integer(*value)};
}

Result<Value, CompileError> read_string(std::string_view source, const Token& token) {
  std::size_t offset = token.offset;
  const bool is_bytes = token.kind == TokenKind::bytes;
  if (is_bytes) ++offset;
  const bool raw = source[offset] == 'r' || source[offset] == 'R';
  if (raw) ++offset;
  const char quote = source[offset];
  const std::string_view token_text = source.substr(offset, token.offset + token.length - offset);
  const bool triple = token_text.size() >= 6 && token_text[1] == quote && token_text[2] == quote;
  const std::size_t quote_length = triple ? 3 : 1;
  offset += quote_length;
  const std::size_t end = token.offset + token.length - quote_length;
  std::string text;
  while (offset < end) {
    if (raw || source[offset] != '\\') {
      text.push_back(source[offset++]);
      continue;
    }
    const std::size_t begin = offset++;
    if (!append_escape(source.substr(0, end), is_bytes, offset, text)) {
      offset = std::max(offset, begin + 2);
      return make_error(CompileErrorCode::syntax, source, begin, offset - begin, Expected::escape);
    }
  }
  if (is_bytes) return Value{Bytes{std::move(text)}};
  return Value{std::move(text)};
}

}  // namespace tianbao::expression
