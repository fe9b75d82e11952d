#include "shared/text/utf8.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace tianbao::text;

namespace {

bool is_surrogate(char32_t code_point) {
  return code_point >= 0xD800 && code_point <= 0xDFFF;
}

std::string encoded(char32_t code_point) {
  std::string text;
  append_code_point(text, code_point);
  return text;
}

/// The same order taken from the definition: by the code units of UTF-16.
std::u16string utf16(std::string_view text) {
  std::u16string units;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t code_point = next_code_point(text, offset);
    if (code_point < 0x10000) {
      units.push_back(static_cast<char16_t>(code_point));
    } else {
      units.push_back(static_cast<char16_t>(0xD7C0U + (code_point >> 10)));
      units.push_back(static_cast<char16_t>(0xDC00U + (code_point & 0x3FFU)));
    }
  }
  return units;
}

}  // namespace

TEST_CASE("every code point survives encoding and decoding") {
  std::size_t wrong = 0;
  for (char32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
    const std::string text = encoded(code_point);
    bool right = is_valid_utf8(text) == !is_surrogate(code_point);
    if (!is_surrogate(code_point)) {
      std::size_t offset = 0;
      right = right && next_code_point(text, offset) == code_point && offset == text.size();
    }
    if (!right) ++wrong;
  }
  CHECK(wrong == 0);
  CHECK(encoded(U'洞') == "洞");
  CHECK(encoded(U'𠮷') == "𠮷");
}

TEST_CASE("ill-formed bytes are found where they begin") {
  struct Case {
    std::string bytes;
    std::size_t valid_length;
  };
  for (const Case& row : {
           Case{"", 0},
           Case{"洞口 abc", 10},
           Case{"ab\x80", 2},                    // continuation without lead
           Case{"\xC0\xAF", 0},                  // overlong, two bytes
           Case{"\xC1\xBF", 0},                  //
           Case{"\xE0\x9F\xBF", 0},              // overlong, three bytes
           Case{"\xF0\x8F\xBF\xBF", 0},          // overlong, four bytes
           Case{"a\xED\xA0\x80", 1},             // U+D800
           Case{"a\xED\xBF\xBF", 1},             // U+DFFF
           Case{"\xED\x9F\xBF\xEE\x80\x80", 6},  // U+D7FF and U+E000
           Case{"\xF4\x8F\xBF\xBF", 4},          // U+10FFFF
           Case{"\xF4\x90\x80\x80", 0},          // U+110000
           Case{"\xF5\x80\x80\x80", 0},          //
           Case{"\xFF", 0},                      //
           Case{"a\xE6\xB4", 1},                 // cut off
           Case{"a\xF0\xA0\xAE", 1},             // cut off
           Case{"\xE6\xB4"
                "a",
                0},  // cut short
           Case{"\xF0\xA0\xAE"
                "a",
                0},                // cut short
           Case{"洞\xB6\xB4", 3},  // GB 18030
       }) {
    CAPTURE(row.bytes);
    CHECK(valid_utf8_length(row.bytes) == row.valid_length);
    CHECK(is_valid_utf8(row.bytes) == (row.valid_length == row.bytes.size()));
  }
}

TEST_CASE("text is counted in characters") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("洞口县 2019") == 8);
  CHECK(count_code_points("𠮷野家") == 3);
}

TEST_CASE("texts are ordered by UTF-16 code units") {
  const std::vector<std::string> texts = {
      "",       "\r",     "1",      "a",      "ab",         "b",       "\u007F", "\u0080", "é",
      "€",      "洞",     "洞口",   "\uD7FF", "\U00010000", "𠮷",      "𠮷a",    "𠮸",     "\uE000",
      "\uEFFF", "\uF000", "\uFB33", "\uFFFF", "\U0010FFFF", "a\uE000", "a𠮷"};
  for (const std::string& left : texts) {
    for (const std::string& right : texts) {
      CAPTURE(left, right);
      CHECK(less_by_utf16(left, right) == (utf16(left) < utf16(right)));
    }
  }
}
