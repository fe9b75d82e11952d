#include "shared/pattern/parse_set.h"

#include <array>
#include <span>

#include "shared/text/characters.h"

namespace tianbao::pattern {
namespace {

// RE2's sets, of ASCII; \s is without the vertical tab.
constexpr std::array digits = {Range{'0', '9'}};
constexpr std::array word_characters = {Range{'0', '9'}, Range{'A', 'Z'}, Range{'_', '_'}, Range{'a', 'z'}};
constexpr std::array blanks = {Range{'\t', '\n'}, Range{'\f', '\r'}, Range{' ', ' '}};

/// What read_member answers where it read no single character.
constexpr char32_t no_character = max_code_point + 1;

/// Adds the set that the letter behind a backslash names; a capital names all that is not in the small one's.
bool add_named_set(Ranges& ranges, char32_t letter) {
  constexpr char32_t case_bit = 0x20;
  const char32_t small = letter | case_bit;
  std::span<const Range> named;
  if (small == 'd') named = digits;
  if (small == 'w') named = word_characters;
  if (small == 's') named = blanks;
  const std::size_t begin = ranges.size();
  for (const Range& range : named) ranges.push_back(range);
  if (letter != small && !named.empty()) complement_set(ranges, begin);
  return !named.empty();
}

bool is_ascii_punctuation(char32_t code_point) {
  if (code_point <= ' ' || code_point >= 0x7F) return false;
  const char character = static_cast<char>(code_point);
  return !text::is_digit(character) && !text::is_ascii_letter(character);
}

Expected instead_of_escape(char32_t letter) {
  if (letter == 'p' || letter == 'P') return Expected::written_set;
  if (letter >= '1' && letter <= '9') return Expected::no_reference;
  if (letter == 'b' || letter == 'A' || letter == 'z') return Expected::begin_or_end;
  return Expected::escape;
}

/// Reads an escape (SingleCharEsc, and those that RE2 adds): a set joins the ranges, one character is the
/// answer.
char32_t read_escape(Reader& reader, Ranges& ranges) {
  const std::size_t begin = reader.offset();
  reader.take('\\');
  if (reader.at_end()) {
    reader.fail(PatternErrorCode::syntax, begin, Expected::escaped_character);
    return no_character;
  }
  const char32_t letter = reader.take_code_point();
  if (is_ascii_punctuation(letter)) return letter;
  if (letter == 'n') return '\n';
  if (letter == 'r') return '\r';
  if (letter == 't') return '\t';
  if (!add_named_set(ranges, letter)) {
    reader.fail(PatternErrorCode::unsupported, begin, instead_of_escape(letter));
  }
  return no_character;
}

/// Reads a CCchar or an escape inside of brackets.
char32_t read_member(Reader& reader, Ranges& ranges) {
  const char next = reader.peek();
  if (next == '\\') return read_escape(reader, ranges);
  const std::size_t begin = reader.offset();
  const char32_t character = reader.take_code_point();
  if (next != '-' && next != '[') return character;
  reader.fail(PatternErrorCode::syntax, begin,
              next == '-' ? Expected::escaped_hyphen : Expected::escaped_opening_bracket);
  return no_character;
}

/// Reads a CCE1 (RFC 9485 section 3): a character, a range of them or an escape.
bool read_members(Reader& reader, Ranges& ranges) {
  const std::size_t begin = reader.offset();
  const char32_t first = read_member(reader, ranges);
  if (first == no_character) return !reader.error();
  char32_t last = first;
  if (reader.peek() == '-' && reader.peek(1) != ']') {
    reader.take('-');
    last = reader.at_end() ? first : read_member(reader, ranges);
  }
  if (last == no_character) return reader.fail(PatternErrorCode::syntax, begin, Expected::range_to_character);
  if (last < first) return reader.fail(PatternErrorCode::syntax, begin, Expected::ascending_range);
  ranges.push_back({first, last});
  return true;
}

/// Reads a charClassExpr. A bare hyphen stands in it first or last only.
bool read_class(Reader& reader, Ranges& ranges) {
  const std::size_t begin = reader.offset();
  const std::size_t begin_ranges = ranges.size();
  reader.take('[');
  const bool negated = reader.take('^');
  if (reader.take(']')) return reader.fail(PatternErrorCode::syntax, begin, Expected::set_with_member);
  if (reader.take('-')) ranges.push_back({'-', '-'});
  while (!reader.take(']')) {
    if (reader.at_end()) return reader.fail(PatternErrorCode::syntax, begin, Expected::ended_set);
    if (reader.peek() == '-' && reader.peek(1) == ']') {
      reader.take('-');
      ranges.push_back({'-', '-'});
    } else if (!read_members(reader, ranges)) {
      return false;
    }
  }
  make_set(ranges, begin_ranges);
  if (negated) complement_set(ranges, begin_ranges);
  return true;
}

}  // namespace

bool parse_set(Reader& reader, Ranges& ranges) {
  const char next = reader.peek();
  if (next == '[') return read_class(reader, ranges);
  if (reader.take('.')) {
    const std::size_t begin_ranges = ranges.size();
    ranges.push_back({'\n', '\n'});
    complement_set(ranges, begin_ranges);
    return true;
  }
  const std::size_t begin = reader.offset();
  const char32_t character = next == '\\' ? read_escape(reader, ranges) : reader.take_code_point();
  if (next == ']') return reader.fail(PatternErrorCode::syntax, begin, Expected::escaped_closing_bracket);
  if (next == '}') return reader.fail(PatternErrorCode::syntax, begin, Expected::escaped_closing_brace);
  if (character != no_character) ranges.push_back({character, character});
  return !reader.error();
}

}  // namespace tianbao::pattern
