#include "shared/pattern/ecma.h"

#include <algorithm>

#include "shared/pattern/parse_set.h"
#include "shared/text/utf8.h"

namespace tianbao::pattern {
namespace {

constexpr std::string_view syntax_characters = "^$\\.*+?()[]{}|-";

bool is_syntax(char32_t code_point) {
  return code_point < 0x80 && syntax_characters.find(static_cast<char>(code_point)) != std::string_view::npos;
}

/// As it can stand in a class and outside of one; `in_class`: ECMA-262 refuses `\-` elsewhere.
void append_character(char32_t code_point, bool in_class, std::string& text) {
  constexpr std::string_view hex = "0123456789abcdef";
  if (code_point < ' ' || code_point == 0x7F) {
    text += "\\u00";
    text += hex[code_point >> 4U];
    text += hex[code_point & 0xFU];
    return;
  }
  if (is_syntax(code_point) && (in_class || code_point != '-')) text += '\\';
  text::append_code_point(text, code_point);
}

void append_ranges(const Ranges& set, std::string& text) {
  for (const Range& range : set) {
    append_character(range.first, true, text);
    if (range.first == range.last) continue;
    if (range.last > range.first + 1) text += '-';
    append_character(range.last, true, text);
  }
}

bool is_surrogate(char32_t code_point) {
  return code_point >= 0xD800 && code_point <= 0xDFFF;
}

/// Most sets that reach to the last code point were written by what is not in them.
bool reads_better_negated(const Ranges& set, const Ranges& rest) {
  return !set.empty() && set.back().last == max_code_point && !rest.empty() &&
         std::none_of(rest.begin(), rest.end(), [](const Range& range) {
           return is_surrogate(range.first) || is_surrogate(range.last);
         });
}

void append_set(const Ranges& set, std::string& text) {
  if (set.size() == 1 && set[0].first == set[0].last) {
    append_character(set[0].first, false, text);
    return;
  }
  Ranges rest = set;
  complement_set(rest, 0);
  // An empty class is not something that every engine takes.
  const bool negated = set.empty() || reads_better_negated(set, rest);
  text += negated ? "[^" : "[";
  append_ranges(negated ? rest : set, text);
  text += ']';
}

}  // namespace

std::string whole_in_ecma(std::string_view source) {
  std::string text = "^(?:";
  Reader reader(source);
  while (!reader.at_end()) {
    const char next = reader.peek();
    if (next == '^' || next == '$') {
      // ECMA-262 repeats groups, but not these.
      reader.take(next);
      text += std::string("(?:") + next + ")";
    } else if (next == '(') {
      reader.take(next);
      if (reader.take('?')) reader.take(':');
      text += "(?:";
    } else if (next == '{') {
      while (!reader.take('}')) text += static_cast<char>(reader.take_code_point());
      text += '}';
    } else if (next == ')' || next == '|' || next == '*' || next == '+' || next == '?') {
      reader.take(next);
      text += next;
    } else {
      Ranges set;
      parse_set(reader, set);
      append_set(set, text);
    }
  }
  return text + ")$";
}

}  // namespace tianbao::pattern
