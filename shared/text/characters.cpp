#include "shared/text/characters.h"

#include <algorithm>

#include "shared/text/utf8.h"

namespace tianbao::text {
namespace {

bool is_between(char32_t code_point, char32_t first, char32_t last) {
  return code_point >= first && code_point <= last;
}

template <typename Matches>
std::string with_replaced(std::string_view text, Matches matches, char replacement) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t code_point = next_code_point(text, offset);
    append_code_point(result, matches(code_point) ? static_cast<char32_t>(replacement) : code_point);
  }
  return result;
}

}  // namespace

bool is_all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_blank(char32_t code_point) {
  return code_point == ' ' || code_point == '\t' || code_point == 0xA0 || code_point == 0x1680 ||
         is_between(code_point, 0x2000, 0x200A) || code_point == 0x202F || code_point == 0x205F ||
         code_point == 0x3000;
}

bool is_line_break(char32_t code_point) {
  return is_between(code_point, '\n', '\r') || code_point == 0x85 || code_point == 0x2028 ||
         code_point == 0x2029;
}

bool is_invisible(char32_t code_point) {
  if (is_blank(code_point) || is_line_break(code_point)) return false;
  return code_point < 0x20 || is_between(code_point, 0x7F, 0x9F) || code_point == 0xAD ||
         is_between(code_point, 0x200B, 0x200F) || is_between(code_point, 0x202A, 0x202E) ||
         is_between(code_point, 0x2060, 0x206F) || code_point == 0xFEFF;
}

bool is_dash(char32_t code_point) {
  return code_point == '-' || is_between(code_point, 0x2010, 0x2015) || code_point == 0x2212 ||
         code_point == 0x2500 || code_point == 0xFE58 || code_point == 0xFE63 || code_point == 0xFF0D;
}

bool is_han(char32_t code_point) {
  return is_between(code_point, 0x3400, 0x4DBF) || is_between(code_point, 0x4E00, 0x9FFF) ||
         is_between(code_point, 0x20000, 0x3FFFF);
}

std::string to_lower(std::string_view text) {
  std::string result(text);
  for (char& character : result) {
    if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
  }
  return result;
}

std::string to_upper(std::string_view text) {
  std::string result(text);
  for (char& character : result) {
    if (character >= 'a' && character <= 'z') character = static_cast<char>(character - 'a' + 'A');
  }
  return result;
}

std::string without_blanks(std::string_view cleaned) {
  std::string result(cleaned);
  result.erase(std::remove_if(result.begin(), result.end(),
                              [](char character) { return character == ' ' || character == '\n'; }),
               result.end());
  return result;
}

std::string in_one_line(std::string_view cleaned) {
  std::string line;
  for (const char character : cleaned) {
    if (character != '\n') {
      line.push_back(character);
    } else if (!line.empty() && line.back() != ' ') {
      line.push_back(' ');
    }
  }
  return line;
}

std::string with_plain_hyphens(std::string_view text) {
  return with_replaced(text, is_dash, '-');
}

std::string with_plain_dots(std::string_view text) {
  return with_replaced(
      text, [](char32_t code_point) { return code_point == U'。'; }, '.');
}

bool take_prefix(std::string_view& text, std::string_view part) {
  if (text.substr(0, part.size()) != part) return false;
  text.remove_prefix(part.size());
  return true;
}

bool take_suffix(std::string_view& text, std::string_view part) {
  if (text.size() < part.size() || text.substr(text.size() - part.size()) != part) return false;
  text.remove_suffix(part.size());
  return true;
}

std::string_view take_digits(std::string_view& text) {
  const std::size_t length = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view digits = text.substr(0, length);
  text.remove_prefix(length);
  return digits;
}

}  // namespace tianbao::text
