#include "shared/pattern/parse.h"

#include <algorithm>
#include <utility>

#include "shared/pattern/assemble.h"
#include "shared/pattern/parse_set.h"
#include "shared/pattern/reader.h"
#include "shared/text/characters.h"

namespace tianbao::pattern {
namespace {

class Parser {
 public:
  Parser(std::string_view source, Program& program) : reader_(source), program_(program) {}

  std::optional<PatternError> run() {
    if (parse_branches() && !reader_.at_end()) {
      const std::size_t begin = reader_.offset();
      reader_.take(')');
      reader_.fail(PatternErrorCode::syntax, begin, Expected::begun_group);
    }
    return std::move(reader_.error());
  }

 private:
  std::size_t size() const { return program_.instructions.size(); }

  /// i-regexp (RFC 9485 section 3), up to the end or a closing parenthesis. Every recursion passes here and
  /// is as deep as parentheses are nested.
  bool parse_branches() {
    const std::size_t begin_offset = reader_.offset();
    std::size_t last_jump = no_jump;
    std::size_t begin = size();
    if (!parse_branch()) return false;
    while (reader_.take('|')) {
      if (!end_branch(program_, begin, last_jump)) return fail_too_large(begin_offset);
      begin = size();
      if (!parse_branch()) return false;
    }
    join_branches(program_, last_jump);
    return true;
  }

  bool parse_branch() {
    while (!reader_.at_end() && reader_.peek() != '|' && reader_.peek() != ')') {
      if (!parse_piece()) return false;
    }
    return true;
  }

  bool parse_piece() {
    const std::size_t begin_offset = reader_.offset();
    const std::size_t begin = size();
    if (sees_quantifier()) return fail_at_quantifier(Expected::content_to_repeat);
    if (!parse_atom()) return false;
    if (!sees_quantifier()) return true;
    Repetition repetition;
    if (!read_quantifier(repetition)) return false;
    if (!repeat(program_, begin, repetition)) return fail_too_large(begin_offset);
    return !sees_quantifier() || fail_at_quantifier(Expected::one_quantifier);
  }

  bool parse_atom() {
    const std::size_t begin_offset = reader_.offset();
    if (reader_.take('(')) return parse_group(begin_offset);
    bool has_room = false;
    if (reader_.take('^')) {
      has_room = append(program_, Operation::text_begin);
    } else if (reader_.take('$')) {
      has_room = append(program_, Operation::text_end);
    } else {
      const std::size_t first_range = program_.ranges.size();
      if (!parse_set(reader_, program_.ranges)) return false;
      has_room = append_take(program_, first_range);
    }
    return has_room || fail_too_large(begin_offset);
  }

  bool parse_group(std::size_t begin_offset) {
    if (depth_ == max_depth) return reader_.fail(PatternErrorCode::too_deep, begin_offset);
    if (reader_.take('?') && !reader_.take(':')) {
      if (!reader_.at_end()) reader_.take_code_point();
      return reader_.fail(PatternErrorCode::unsupported, begin_offset, Expected::plain_group);
    }
    ++depth_;
    if (!parse_branches()) return false;
    --depth_;
    if (reader_.take(')')) return true;
    return reader_.fail(PatternErrorCode::syntax, begin_offset, Expected::ended_group);
  }

  bool sees_quantifier() const {
    const char next = reader_.peek();
    return next == '*' || next == '+' || next == '?' || next == '{';
  }

  bool read_quantifier(Repetition& repetition) {
    const std::size_t begin = reader_.offset();
    const char quantifier = reader_.peek();
    reader_.take(quantifier);
    repetition.least = quantifier == '+' ? 1 : 0;
    repetition.most = quantifier == '?' ? 1 : unbounded;
    if (quantifier != '{') return true;
    const bool has_count = read_count(repetition.least);
    const bool is_exact = !reader_.take(',');
    if (is_exact) repetition.most = repetition.least;
    if (!is_exact) read_count(repetition.most);
    if (!reader_.take('}') || !has_count) {
      return reader_.fail(PatternErrorCode::syntax, begin, Expected::repetition);
    }
    const std::size_t largest = repetition.most == unbounded ? repetition.least : repetition.most;
    if (largest <= max_repetitions && repetition.least <= largest) return true;
    return reader_.fail(PatternErrorCode::repetition_out_of_range, begin);
  }

  /// Reads QuantExact if it follows; of a number beyond the limit only that it is.
  bool read_count(std::size_t& count) {
    if (!text::is_digit(reader_.peek())) return false;
    count = 0;
    while (text::is_digit(reader_.peek())) {
      count = std::min(count * 10 + (reader_.take_code_point() - '0'), max_repetitions + 1);
    }
    return true;
  }

  bool fail_at_quantifier(Expected expected) {
    const std::size_t begin = reader_.offset();
    reader_.take_code_point();
    return reader_.fail(PatternErrorCode::syntax, begin, expected);
  }

  bool fail_too_large(std::size_t begin) { return reader_.fail(PatternErrorCode::too_large, begin); }

  Reader reader_;
  Program& program_;
  std::size_t depth_ = 0;
};

}  // namespace

std::optional<PatternError> parse(std::string_view source, Program& program) {
  if (source.size() > max_source_bytes)
    return PatternError{PatternErrorCode::too_long, max_source_bytes, {}, {}};
  return Parser(source, program).run();
}

}  // namespace tianbao::pattern
