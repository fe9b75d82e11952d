#include "tests/differential/random_text.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "tests/differential/typed_texts.h"

namespace tianbao::differential {
namespace {

constexpr std::array<std::string_view, 44> pieces = {
    "a",      "Z",          "0",          "9",      " ",       "-",      ".",      "/",
    "'",      "\"",         "\\",         "<b>",    "&amp;",   "{",      "}",      "%s",
    "\n",     "\t",         "洞口县",     "，",     "。",      "（",     "１２",   "Ａ",
    "％",     "㍿",         "ﬀ",          "é",      "e\u0301", "\u00a0", "\u3000", "\u200b",
    "\u200d", "\u202e",     "\ufeff",     "\ufffd", "\uffff",  "𠮷",     "䶮",     "👨‍👩‍👧",
    "🇨🇳",     "\U0010ffff", "\U00010000", "\u0600"};

constexpr std::array<std::string_view, 36> tokens = {
    "(",       ")",    "[",    "]",  "{",     "}",
    ",",       ".",    "..",   ":",  "?",     "!",
    "&&",      "||",   "==",   "=",  "<",     "+",
    "-",       "%",    "'",    "\"", "\\",    "\\u12",
    "\\ud800", "null", "true", "0x", "1e999", "99999999999999999999999999999999999",
    "，",      "（",   "“",    "≤",  "𠮷",    "//"};

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// A place between two characters.
std::size_t random_place(const std::string& text, Random& random) {
  std::size_t place = random.below(text.size() + 1);
  while (place < text.size() && is_continuation(text[place])) ++place;
  return place;
}

void overwrite_byte(std::string& text, Random& random) {
  if (text.empty()) return;
  const std::size_t place = random.below(text.size());
  text[place] = static_cast<char>(random.below(256));
}

}  // namespace

std::string random_text(Random& random) {
  if (random.one_in(4)) return std::string(random.pick(typed_texts));
  std::string text;
  for (std::size_t count = random.below(random.one_in(8) ? 40 : 6); count > 0; --count)
    text += random.pick(pieces);
  return text;
}

std::string random_decimal(Random& random, std::size_t max_digits) {
  constexpr std::array<std::string_view, 20> known = {"0",
                                                      "-0",
                                                      "0.0",
                                                      "1",
                                                      "-1",
                                                      "0.1",
                                                      "0.5",
                                                      "2.5",
                                                      "100",
                                                      "1e5",
                                                      "365.01",
                                                      "16965",
                                                      "0.000001",
                                                      "999999999999999",
                                                      "-999999999999999",
                                                      "9999999999999999999999999999999999",
                                                      "1e6111",
                                                      "1e-6176",
                                                      "1.7976931348623157e308",
                                                      "4.9e-324"};
  if (random.one_in(3)) return std::string(random.pick(known));
  std::string text = random.one_in(3) ? "-" : "";
  const std::size_t count = 1 + random.below(random.one_in(2) ? 5 : max_digits);
  const std::size_t point = random.one_in(2) ? count : 1 + random.below(count);
  for (std::size_t digit = 0; digit < count; ++digit) {
    if (digit == point) text += '.';
    // A zero in front stands alone.
    const bool first_of_many = digit == 0 && point > 1;
    text += static_cast<char>(first_of_many ? '1' + random.below(9) : '0' + random.below(10));
  }
  if (random.one_in(8)) text += "e" + std::to_string(static_cast<int>(random.below(80)) - 40);
  return text;
}

std::string broken_text(const std::string& text, Random& random, bool with_bytes) {
  std::string broken = text;
  for (std::size_t changes = 1 + random.below(3); changes > 0; --changes) {
    if (with_bytes && random.one_in(6)) {
      overwrite_byte(broken, random);
      continue;
    }
    const std::size_t one = random_place(broken, random);
    const std::size_t other = random_place(broken, random);
    const std::size_t begin = std::min(one, other);
    // Mostly a few characters, now and then most of the text.
    std::size_t end =
        random.one_in(8) ? std::max(one, other) : std::min(begin + random.below(4), broken.size());
    while (end < broken.size() && is_continuation(broken[end])) ++end;
    const std::size_t choice = random.below(4);
    if (choice == 0) {
      broken.erase(begin, end - begin);
    } else if (choice == 1) {
      broken.insert(end, broken.substr(begin, end - begin));
    } else if (choice == 2) {
      broken.replace(begin, end - begin, random_text(random));
    } else {
      broken.insert(begin, random.pick(tokens));
    }
  }
  return broken;
}

std::string broken_utf8(const std::string& text, Random& random) {
  return broken_text(text, random, false);
}

}  // namespace tianbao::differential
