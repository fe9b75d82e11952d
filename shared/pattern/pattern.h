#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/pattern/program.h"
#include "shared/result.h"

namespace tianbao::pattern {

/// What texts are held against: CEL's matches() (search) and the pattern of a form's field (matches_whole).
///
/// The language is RFC 9485, I-Regexp, with one promise: whatever compiles here means what it means in RE2,
/// which CEL names for matches(). Where the two differ, or one of them has more:
///  - `^` and `$` are the begin and the end of the text, never of a line (RE2). In RFC 9485 section 3 they
///    stand for themselves, which here are `\^` and `\$`.
///  - `.` is every character but \n (RE2). RFC 9485 section 4 leaves out \r as well. What is typed into a
///    form loses every \r (text/normalize.h), so it is expressions that can tell, and they are CEL.
///  - `\d \w \s \D \W \S` are RE2's, of ASCII, inside of a class too. RE2's are also `(?:…)` and a backslash
///    before any ASCII punctuation.
///  - `\p{…}` is refused, though RFC 9485 section 3 asks for it: its table would be larger than all the
///    rest of this room, and part of a table would give wrong answers without a word.
///  - What else RE2 has is refused, as RFC 9485 does: flags, named groups, `*?`, `\b`, `\x`, `[[:alpha:]]`,
///    and bare brackets and braces. Lookaround and back references are in neither.
///
/// A match takes time in proportion to the length of the text, whatever the pattern (match.h).
class Pattern {
 public:
  explicit Pattern(Program program);

  /// Times the length of a text it is what a match may cost.
  std::size_t instruction_count() const { return program_.instructions.size(); }

  /// Whether some part of the text, maybe an empty one, matches. The text is valid UTF-8, for both.
  bool search(std::string_view text) const;

  /// Whether the text matches from its begin to its end.
  bool matches_whole(std::string_view text) const;

 private:
  Program program_;
};

constexpr std::size_t max_source_bytes = 1024;
/// Of parentheses.
constexpr std::size_t max_depth = 64;
/// Of `{n,m}`, as in RE2.
constexpr std::size_t max_repetitions = 1000;
/// Once repetitions are written out: `.{0,1000}` takes 2000. Times the length of the text it is what one
/// match may cost.
constexpr std::size_t max_instructions = 2048;

enum class PatternErrorCode : std::uint8_t {
  too_long,   // more than max_source_bytes
  too_deep,   // nested deeper than max_depth
  too_large,  // more than max_instructions
  syntax,
  unsupported,              // a construct of other dialects
  repetition_out_of_range,  // {n,m} with m < n or beyond max_repetitions
};

/// What could stand at the place of an error; describe.cpp has the sentences.
enum class Expected : std::uint8_t {
  nothing,  // a limit is not kept
  begun_group,
  ended_group,
  plain_group,
  content_to_repeat,
  one_quantifier,
  repetition,
  written_set,
  no_reference,
  begin_or_end,
  escape,
  escaped_character,
  escaped_hyphen,
  escaped_opening_bracket,
  escaped_closing_bracket,
  escaped_closing_brace,
  range_to_character,
  ascending_range,
  set_with_member,
  ended_set,
};

struct PatternError {
  PatternErrorCode code = PatternErrorCode::syntax;
  std::size_t offset = 0;  // in bytes of the source
  std::string found;       // the text at fault, shortened when it is long; "" for too_long
  Expected expected = Expected::nothing;
};

/// One Chinese sentence for the form's author.
std::string describe(const PatternError& error);

/// Its part that says what could stand there.
std::string_view expected_text(Expected expected);

/// The source is valid UTF-8.
Result<Pattern, PatternError> compile(std::string_view source);

}  // namespace tianbao::pattern
