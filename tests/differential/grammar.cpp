#include "tests/differential/grammar.h"

#include <array>
#include <vector>

#include "shared/text/utf8.h"

namespace tianbao::differential {
namespace {

std::string_view random_production(const Grammar& grammar, char type, Random& random) {
  std::vector<std::string_view> possible;
  for (const Production& production : grammar.productions) {
    if (production.type == type) possible.push_back(production.text);
  }
  return possible.empty() ? std::string_view() : random.pick(possible);
}

/// Mostly in parentheses where it has parts itself, so that it is a part whatever stands around it.
std::string random_part(const Grammar& grammar, char type, std::size_t depth, Random& random) {
  if (depth == 0 || random.one_in(6)) return grammar.leaf(type, random);
  const std::string text = random_expression(grammar, type, depth, random);
  return random.one_in(12) ? text : "(" + text + ")";
}

void append_escape(std::string& text, char32_t code_point, Random& random) {
  constexpr std::string_view digits = "0123456789abcdefABCDEF";
  const bool is_short = code_point <= 0xFFFF && !random.one_in(4);
  text += is_short ? "\\u" : "\\U";
  for (int shift = is_short ? 12 : 28; shift >= 0; shift -= 4) text += digits[code_point >> shift & 0xF];
}

}  // namespace

std::string random_expression(const Grammar& grammar, char type, std::size_t depth, Random& random) {
  constexpr std::size_t wrong_in = 60;
  if (random.one_in(wrong_in)) type = random.pick(grammar.types);
  const std::string_view production =
      depth == 0 ? std::string_view() : random_production(grammar, type, random);
  if (production.empty()) return grammar.leaf(type, random);
  std::string text;
  for (std::size_t place = 0; place < production.size(); ++place) {
    const char character = production[place];
    if (character == '@') {
      text += random_part(grammar, production[++place], depth - 1, random);
    } else if (character == '#') {
      text += grammar.leaf(production[++place], random);
    } else {
      text += character;
    }
  }
  return text;
}

std::string position_literal(Random& random) {
  constexpr std::array<std::string_view, 6> beyond = {"-1",         "4294967296",          "4294967297",
                                                      "2147483648", "9223372036854775807", "-4294967296"};
  if (random.one_in(16)) return std::string(random.pick(beyond));
  return std::to_string(random.below(random.one_in(4) ? 120 : 4));
}

std::string string_literal(std::string_view text, Random& random) {
  const char quote = random.one_in(2) ? '\'' : '"';
  std::string literal(1, quote);
  for (std::size_t place = 0; place < text.size();) {
    const std::size_t begin = place;
    const char32_t code_point = text::next_code_point(text, place);
    const bool has_to =
        code_point < 0x20 || code_point == U'\\' || code_point == static_cast<char32_t>(quote);
    if (has_to || random.one_in(12)) {
      append_escape(literal, code_point, random);
    } else {
      literal += text.substr(begin, place - begin);
    }
  }
  return literal += quote;
}

}  // namespace tianbao::differential
