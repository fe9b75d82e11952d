#include "tests/conformance/go_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "shared/expression/arithmetic.h"
#include "shared/text/utf8.h"

namespace tianbao::conformance {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Go's strconv.IsPrint takes letters, marks, numbers, punctuation, symbols and the ASCII space. This is what
// is none of these in the blocks that the cases use; unassigned code points only as whole planes.
constexpr std::array<Range, 15> unprintable = {{{0x00, 0x1f},
                                                {0x7f, 0xa0},
                                                {0xad, 0xad},
                                                {0x1680, 0x1680},
                                                {0x180e, 0x180e},
                                                {0x2000, 0x200f},
                                                {0x2028, 0x202f},
                                                {0x205f, 0x206f},
                                                {0x3000, 0x3000},
                                                {0xd800, 0xf8ff},
                                                {0xfeff, 0xfeff},
                                                {0xfff0, 0xfffb},
                                                {0xfffe, 0xffff},
                                                {0x40000, 0xe00ff},
                                                {0xe01f0, 0x10ffff}}};

bool is_printable(char32_t code_point) {
  return std::none_of(unprintable.begin(), unprintable.end(), [code_point](const Range& range) {
    return code_point >= range.first && code_point <= range.last;
  });
}

void append_hexadecimal(std::string& text, char letter, std::uint32_t number, int digits) {
  text.push_back('\\');
  text.push_back(letter);
  for (int digit = digits - 1; digit >= 0; --digit) {
    text.push_back("0123456789abcdef"[(number >> (4 * digit)) & 0xfU]);
  }
}

void append_escaped(std::string& text, char32_t code_point) {
  constexpr std::u32string_view escaped = U"\a\b\f\n\r\t\v\"\\";
  constexpr std::string_view letters = "abfnrtv\"\\";
  if (const std::size_t index = escaped.find(code_point); index != std::u32string_view::npos) {
    text.push_back('\\');
    text.push_back(letters[index]);
  } else if (is_printable(code_point)) {
    text::append_code_point(text, code_point);
  } else if (code_point < 0x80) {
    append_hexadecimal(text, 'x', code_point, 2);
  } else if (code_point < 0x10000) {
    append_hexadecimal(text, 'u', code_point, 4);
  } else {
    append_hexadecimal(text, 'U', code_point, 8);
  }
}

/// 12.5 is "125" and 1: d.ddd × 10^exponent.
struct Digits {
  std::string digits;
  int exponent = 0;
};

/// Of a number as ECMAScript writes it, without a sign.
Digits read_digits(std::string_view text) {
  const std::size_t mark = std::min(text.find('e'), text.size());
  const std::size_t point = std::min(text.find('.'), mark);
  Digits read = {std::string(text.substr(0, point)), static_cast<int>(point) - 1};
  if (point < mark) read.digits += text.substr(point + 1, mark - point - 1);
  if (mark < text.size()) read.exponent += std::atoi(std::string(text.substr(mark + 1)).c_str());
  const std::size_t zeros = std::min(read.digits.find_first_not_of('0'), read.digits.size() - 1);
  read.digits.erase(0, zeros);
  read.exponent -= static_cast<int>(zeros);
  read.digits.erase(read.digits.find_last_not_of('0') + 1);
  return read;
}

std::string with_exponent(const Digits& number) {
  std::string text = number.digits.substr(0, 1);
  if (number.digits.size() > 1) text += "." + number.digits.substr(1);
  const std::string exponent = std::to_string(std::abs(number.exponent));
  return text + (number.exponent < 0 ? "e-" : "e+") + (exponent.size() < 2 ? "0" : "") + exponent;
}

std::string without_exponent(const Digits& number) {
  if (number.exponent < 0) {
    return "0." + std::string(static_cast<std::size_t>(-number.exponent - 1), '0') + number.digits;
  }
  const auto whole = static_cast<std::size_t>(number.exponent) + 1;
  if (number.digits.size() <= whole) return number.digits + std::string(whole - number.digits.size(), '0');
  return number.digits.substr(0, whole) + "." + number.digits.substr(whole);
}

}  // namespace

std::string go_quoted(std::string_view bytes) {
  std::string text = "\"";
  while (!bytes.empty()) {
    const std::size_t valid = text::valid_utf8_length(bytes);
    for (std::size_t offset = 0; offset < valid;) append_escaped(text, text::next_code_point(bytes, offset));
    bytes.remove_prefix(valid);
    if (bytes.empty()) break;
    append_hexadecimal(text, 'x', static_cast<unsigned char>(bytes.front()), 2);
    bytes.remove_prefix(1);
  }
  text.push_back('"');
  return text;
}

std::string go_double(double value) {
  const std::string sign = std::signbit(value) ? "-" : "";
  if (value == 0) return sign + "0";
  const Digits digits = read_digits(expression::to_decimal({std::abs(value)})->to_string());
  return sign +
         (digits.exponent < -4 || digits.exponent >= 6 ? with_exponent(digits) : without_exponent(digits));
}

}  // namespace tianbao::conformance
