#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tianbao::text {

/// Of one code point.
constexpr std::size_t max_utf8_bytes = 4;

/// How many bytes from the start on are well-formed UTF-8 (RFC 3629: no surrogates, no overlong forms): the
/// whole length, or the offset of the first sequence that is not.
std::size_t valid_utf8_length(std::string_view text);

bool is_valid_utf8(std::string_view text);

/// Decodes the code point at `offset` and moves `offset` behind it. `text` must be valid UTF-8 and offset
/// inside it.
char32_t next_code_point(std::string_view text, std::size_t& offset);

void append_code_point(std::string& text, char32_t code_point);

/// Length in code points: what 填写说明 call 字.
std::size_t count_code_points(std::string_view text);

/// The beginning of a text that is at most `max_bytes` long and does not end inside a character.
std::string_view beginning(std::string_view text, std::size_t max_bytes);

/// The text, or its beginning with … behind it where it has more code points than that.
std::string shortened(std::string_view text, std::size_t max_code_points);

/// Less-than by UTF-16 code units, the order in which RFC 8785 section 3.2.3 sorts member names.
bool less_by_utf16(std::string_view left, std::string_view right);

}  // namespace tianbao::text
