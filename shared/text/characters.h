#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tianbao::text {

inline bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

inline bool is_ascii_letter(char character) {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

/// Whether there is text and all of it is digits.
bool is_all_digits(std::string_view text);

/// Blanks that people cannot tell from a plain one: Unicode's space separators and the tab.
bool is_blank(char32_t code_point);

/// Line ends of every system, and the vertical tab that Word copies for 手动换行.
bool is_line_break(char32_t code_point);

/// Characters that come along with pasted text and show nothing: zero-width and direction marks, controls.
bool is_invisible(char32_t code_point);

/// Hyphens, dashes, the minus sign and the box-drawing line that input methods offer in their place.
bool is_dash(char32_t code_point);

/// A Chinese character of the blocks that names are written in.
bool is_han(char32_t code_point);

/// The text with A to Z in lower (upper) case and all else as it is.
std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);

/// The cleaned text without blanks and line breaks.
std::string without_blanks(std::string_view cleaned);

/// The cleaned text with line breaks as blanks.
std::string in_one_line(std::string_view cleaned);

/// The text with every dash as a hyphen-minus.
std::string with_plain_hyphens(std::string_view text);

/// The text with the ideographic full stop, which a Chinese input method gives for the key `.`, as a dot.
std::string with_plain_dots(std::string_view text);

/// If the text starts (ends) with `part`, takes it off.
bool take_prefix(std::string_view& text, std::string_view part);
bool take_suffix(std::string_view& text, std::string_view part);

/// Takes the digits that the text starts with off it.
std::string_view take_digits(std::string_view& text);

}  // namespace tianbao::text
