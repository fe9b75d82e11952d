#include "shared/pattern/parse.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "shared/pattern/assemble.h"
#include "shared/pattern/parse_set.h"
#include "shared/pattern/reader.h"

namespace tianbao::pattern {
namespace {

constexpr std::string_view quantifiers = "*+?{";

class Parser {
 public:
  explicit Parser(std::string_view source) : reader_(source) {}

  Result<Program, PatternError> run() {
    if (parse_branches() && !reader_.at_end()) {
      const std::size_t begin = reader_.offset();
      reader_.take(")");
      reader_.fail(PatternErrorCode::syntax, begin, "有“(”与之配对的“)”，或者“\\)”");
    }
    if (reader_.error()) return std::move(*reader_.error());
    return std::move(program_);
  }

 private:
  std::size_t size() const { return program_.instructions.size(); }

  /// i-regexp (RFC 9485 section 3), up to the end or a closing parenthesis. Every recursion passes here and
  /// is as deep as parentheses are nested.
  bool parse_branches() {
    std::size_t last_jump = no_jump;
    std::size_t begin = size();
    const std::size_t begin_offset = reader_.offset();
    if (!parse_branch()) return false;
    while (reader_.take("|")) {
      if (!end_branch(program_, begin, last_jump)) return fail_too_large(begin_offset);
      begin = size();
      if (!parse_branch()) return false;
    }
    join_branches(program_, last_jump);
    return true;
  }

  bool parse_branch() {
    while (!reader_.at_end() && !reader_.sees_any("|)")) {
      if (!parse_piece()) return false;
    }
    return true;
  }

  bool parse_piece() {
    const std::size_t begin_offset = reader_.offset();
    const std::size_t begin = size();
    if (!parse_atom()) return false;
    if (!reader_.sees_any(quantifiers)) return true;
    const std::optional<Repetition> repetition = read_quantifier();
    if (!repetition) return false;
    if (!repeat(program_, begin, *repetition)) return fail_too_large(begin_offset);
    return !reader_.sees_any(quantifiers) || fail_at_quantifier("别的内容：一项最多跟一个数量词");
  }

  bool parse_atom() {
    const std::size_t begin_offset = reader_.offset();
    if (reader_.sees_any(quantifiers))
      return fail_at_quantifier("前面有内容可重复的数量词，或者“\\”加这个字符");
    if (reader_.take("(")) return parse_group(begin_offset);
    bool has_room = false;
    if (reader_.take("^")) {
      has_room = append(program_, Operation::text_begin);
    } else if (reader_.take("$")) {
      has_room = append(program_, Operation::text_end);
    } else {
      Ranges set;
      if (!parse_set(reader_, set)) return false;
      has_room = append_take(program_, set);
    }
    return has_room || fail_too_large(begin_offset);
  }

  bool parse_group(std::size_t begin_offset) {
    if (depth_ == max_depth) return reader_.fail(PatternErrorCode::too_deep, begin_offset);
    if (!reader_.take("?:") && reader_.take("?")) {
      if (!reader_.at_end()) reader_.take_code_point();
      return reader_.fail(PatternErrorCode::unsupported, begin_offset, "“(…)”或“(?:…)”");
    }
    ++depth_;
    if (!parse_branches()) return false;
    --depth_;
    return reader_.take(")") || reader_.fail_unclosed(begin_offset, "(", ")");
  }

  std::optional<Repetition> read_quantifier() {
    if (reader_.take("*")) return Repetition{0, unbounded};
    if (reader_.take("+")) return Repetition{1, unbounded};
    if (reader_.take("?")) return Repetition{0, 1};
    const std::size_t begin = reader_.offset();
    reader_.take("{");
    Repetition repetition;
    bool valid = read_count(repetition.least);
    repetition.most = repetition.least;
    if (reader_.take(",") && !read_count(repetition.most)) repetition.most = unbounded;
    valid = reader_.take("}") && valid;
    if (!valid) {
      reader_.fail(PatternErrorCode::syntax, begin, "{2}、{2,} 或 {2,4} 这样的次数，花括号本身写成“\\{”");
      return std::nullopt;
    }
    const std::size_t largest = repetition.most == unbounded ? repetition.least : repetition.most;
    if (largest > max_repetitions || repetition.most < repetition.least) {
      reader_.fail(PatternErrorCode::repetition_out_of_range, begin,
                   "由小到大、不超过 " + std::to_string(max_repetitions) + " 的次数");
      return std::nullopt;
    }
    return repetition;
  }

  /// Reads QuantExact; a number beyond the limit is only known to be beyond it.
  bool read_count(std::size_t& count) {
    if (!reader_.sees_any("0123456789")) return false;
    count = 0;
    while (reader_.sees_any("0123456789")) {
      count = std::min(count * 10 + (reader_.take_code_point() - '0'), max_repetitions + 1);
    }
    return true;
  }

  bool fail_at_quantifier(std::string expected) {
    const std::size_t begin = reader_.offset();
    reader_.take_code_point();
    return reader_.fail(PatternErrorCode::syntax, begin, std::move(expected));
  }

  bool fail_too_large(std::size_t begin) { return reader_.fail(PatternErrorCode::too_large, begin); }

  Reader reader_;
  Program program_;
  std::size_t depth_ = 0;
};

}  // namespace

Result<Program, PatternError> parse(std::string_view source) {
  if (source.size() > max_source_bytes)
    return PatternError{PatternErrorCode::too_long, max_source_bytes, {}, {}};
  return Parser(source).run();
}

}  // namespace tianbao::pattern
