#include "shared/pattern/parse_set.h"

#include <array>
#include <span>
#include <string>
#include <utility>

#include "shared/text/characters.h"

namespace tianbao::pattern {
namespace {

constexpr std::array digits = {Range{'0', '9'}};
constexpr std::array word_characters = {Range{'0', '9'}, Range{'A', 'Z'}, Range{'_', '_'}, Range{'a', 'z'}};
constexpr std::array blanks = {Range{'\t', '\n'}, Range{'\f', '\r'}, Range{' ', ' '}};  // RE2: no \v
constexpr std::array line_end = {Range{'\n', '\n'}};

/// What read_member answers where it read no single character.
constexpr char32_t no_character = 0x110000;

void add_all(Ranges& set, std::span<const Range> added) {
  for (const Range& range : added) add(set, range);
}

bool is_ascii_punctuation(char32_t code_point) {
  return code_point > ' ' && code_point < 0x7F && !text::is_digit(static_cast<char>(code_point)) &&
         !text::is_ascii_letter(static_cast<char>(code_point));
}

/// The set of \d, \w or \s; none for other letters.
std::span<const Range> shorthand(char32_t letter) {
  if (letter == 'd') return digits;
  if (letter == 'w') return word_characters;
  if (letter == 's') return blanks;
  return {};
}

const char* instead_of_escape(char32_t letter) {
  if (letter == 'p' || letter == 'P') return "写明范围的字符类，如 [A-Za-z]、[一-鿿]";
  if (letter >= '1' && letter <= '9') return "不引用前文的写法";
  if (letter == 'A' || letter == 'b' || letter == 'B' || letter == 'z' || letter == 'Z') return "^ 或 $";
  return "\\d、\\w、\\s、\\D、\\W、\\S、\\n、\\r、\\t，或者“\\”加一个半角标点";
}

/// Reads an escape (SingleCharEsc, and those that RE2 adds): a set joins `set`, one character is the answer.
char32_t read_escape(Reader& reader, Ranges& set) {
  const std::size_t begin = reader.offset();
  reader.take("\\");
  if (reader.at_end()) {
    reader.fail(PatternErrorCode::syntax, begin, "“\\”和它后面的字符，“\\”本身写成“\\\\”");
    return no_character;
  }
  const char32_t letter = reader.take_code_point();
  if (is_ascii_punctuation(letter)) return letter;
  if (letter == 'n') return '\n';
  if (letter == 'r') return '\r';
  if (letter == 't') return '\t';
  constexpr char32_t case_bit = 0x20;
  const std::span<const Range> named = shorthand(letter | case_bit);
  if (named.empty()) {
    reader.fail(PatternErrorCode::unsupported, begin, instead_of_escape(letter));
  } else if ((letter & case_bit) != 0) {
    add_all(set, named);
  } else {
    add_all(set, complement(named));
  }
  return no_character;
}

/// Reads a CCchar or an escape inside of brackets.
char32_t read_member(Reader& reader, Ranges& set) {
  if (reader.sees("\\")) return read_escape(reader, set);
  const std::size_t begin = reader.offset();
  const bool must_be_escaped = reader.sees_any("-[");
  const char32_t character = reader.take_code_point();
  if (!must_be_escaped) return character;
  reader.fail(PatternErrorCode::syntax, begin,
              character == '-' ? "“\\-”，或者写在方括号内最前、最后的“-”" : "“\\[”");
  return no_character;
}

/// Reads a CCE1 (RFC 9485 section 3): a character, a range of them or an escape.
bool read_members(Reader& reader, Ranges& set) {
  const std::size_t begin = reader.offset();
  const char32_t first = read_member(reader, set);
  if (reader.error()) return false;
  if (first == no_character) return true;
  char32_t last = first;
  if (reader.sees("-") && !reader.sees("-]") && reader.take("-") && !reader.at_end()) {
    last = read_member(reader, set);
    if (reader.error()) return false;
  }
  if (last == no_character) return reader.fail(PatternErrorCode::syntax, begin, "以一个字符结尾的范围");
  if (last < first) return reader.fail(PatternErrorCode::syntax, begin, "编码由小到大的范围");
  add(set, {first, last});
  return true;
}

/// Reads a charClassExpr. A bare hyphen stands in it first or last only.
bool read_class(Reader& reader, Ranges& set) {
  const std::size_t begin = reader.offset();
  reader.take("[");
  const bool negated = reader.take("^");
  if (reader.take("]")) return reader.fail(PatternErrorCode::syntax, begin, "至少有一个字符的“[…]”");
  if (reader.take("-")) add(set, {'-', '-'});
  while (!reader.take("]")) {
    if (reader.at_end()) return reader.fail_unclosed(begin, "[", "]");
    if (reader.take("-]")) {
      add(set, {'-', '-'});
      break;
    }
    if (!read_members(reader, set)) return false;
  }
  if (negated) set = complement(set);
  return true;
}

}  // namespace

bool parse_set(Reader& reader, Ranges& set) {
  if (reader.sees("[")) return read_class(reader, set);
  if (reader.take(".")) {
    set = complement(line_end);
    return true;
  }
  const std::size_t begin = reader.offset();
  const bool must_be_escaped = reader.sees_any("]}");
  const char32_t character = reader.sees("\\") ? read_escape(reader, set) : reader.take_code_point();
  if (must_be_escaped) {
    return reader.fail(PatternErrorCode::syntax, begin, character == ']' ? "“\\]”" : "“\\}”");
  }
  if (character != no_character) add(set, {character, character});
  return !reader.error();
}

}  // namespace tianbao::pattern
