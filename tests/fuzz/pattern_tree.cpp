#include "tests/fuzz/pattern_tree.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "shared/text/utf8.h"

namespace tianbao::fuzz {
namespace {

using testing::Expression;

constexpr std::size_t unbounded = static_cast<std::size_t>(-1);

bool is_between(char32_t code_point, char32_t first, char32_t last) {
  return first <= code_point && code_point <= last;
}

/// Of `\d`, `\w` and `\s`.
bool is_of_class(char32_t code_point, char32_t letter) {
  const bool is_digit = is_between(code_point, U'0', U'9');
  if (letter == U'd') return is_digit;
  if (letter == U's') return std::u32string_view(U" \t\n\r\f").find(code_point) != std::u32string_view::npos;
  return is_digit || is_between(code_point, U'a', U'z') || is_between(code_point, U'A', U'Z') ||
         code_point == U'_';
}

bool is_class_letter(char32_t letter) {
  return std::u32string_view(U"dwsDWS").find(letter) != std::u32string_view::npos;
}

/// A part of a set: the characters from one to another, or a class such as `\W`.
struct Part {
  char32_t first = 0;
  char32_t last = 0;
  char32_t class_letter = 0;

  bool has(char32_t code_point) const {
    if (class_letter == 0) return is_between(code_point, first, last);
    const bool is_upper = is_between(class_letter, U'A', U'Z');
    return is_of_class(code_point, is_upper ? class_letter + (U'a' - U'A') : class_letter) != is_upper;
  }
};

class TreeReader {
 public:
  TreeReader(std::string_view source, std::u32string_view text) : text_(text) {
    for (std::size_t offset = 0; offset < source.size();) source_ += text::next_code_point(source, offset);
  }

  Expression branches() {
    std::vector<Expression> parts;
    parts.push_back(branch());
    while (take(U'|')) parts.push_back(branch());
    return {Expression::Kind::alternatives, {}, {}, std::move(parts)};
  }

 private:
  bool sees(char32_t code_point) const { return place_ < source_.size() && source_[place_] == code_point; }
  bool take(char32_t code_point) {
    const bool taken = sees(code_point);
    place_ += taken ? 1 : 0;
    return taken;
  }
  char32_t next() { return place_ < source_.size() ? source_[place_++] : 0; }

  Expression branch() {
    Expression sequence{Expression::Kind::sequence, {}, {}, {}};
    while (place_ < source_.size() && !sees(U'|') && !sees(U')')) sequence.parts.push_back(piece());
    return sequence;
  }

  Expression piece() {
    Expression part = atom();
    std::size_t least = 0;
    std::size_t most = unbounded;
    if (take(U'?')) {
      most = 1;
    } else if (take(U'+')) {
      least = 1;
    } else if (take(U'{')) {
      least = count();
      most = !take(U',') ? least : sees(U'}') ? unbounded : count();
      take(U'}');
    } else if (!take(U'*')) {
      return part;
    }
    Expression repetition{Expression::Kind::repetition, {}, {}, {std::move(part)}};
    repetition.least = least;
    repetition.most = most;
    return repetition;
  }

  std::size_t count() {
    std::size_t number = 0;
    while (place_ < source_.size() && is_between(source_[place_], U'0', U'9'))
      number = number * 10 + (next() - U'0');
    return number;
  }

  Expression atom() {
    if (take(U'^')) return {Expression::Kind::text_begin, {}, {}, {}};
    if (take(U'$')) return {Expression::Kind::text_end, {}, {}, {}};
    if (take(U'(')) {
      if (take(U'?')) take(U':');
      Expression group = branches();
      take(U')');
      return group;
    }
    if (take(U'.')) return set({{U'\n', U'\n', 0}}, true);
    if (!take(U'[')) return set({one()}, false);
    const bool is_complement = take(U'^');
    std::vector<Part> parts;
    while (!take(U']')) {
      Part part = one();
      const bool is_range =
          part.class_letter == 0 && sees(U'-') && place_ + 1 < source_.size() && source_[place_ + 1] != U']';
      if (is_range) {
        take(U'-');
        part.last = one().first;
      }
      parts.push_back(part);
    }
    return set(parts, is_complement);
  }

  Part one() {
    if (!take(U'\\')) {
      const char32_t code_point = next();
      return {code_point, code_point, 0};
    }
    char32_t letter = next();
    if (is_class_letter(letter)) return {0, 0, letter};
    if (letter == U'n') letter = U'\n';
    if (letter == U'r') letter = U'\r';
    if (letter == U't') letter = U'\t';
    return {letter, letter, 0};
  }

  Expression set(const std::vector<Part>& parts, bool is_complement) const {
    Expression result{Expression::Kind::set, {}, {}, {}};
    for (const char32_t code_point : text_) {
      const bool is_in =
          std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.has(code_point); });
      if (is_in != is_complement) result.members += code_point;
    }
    return result;
  }

  std::u32string source_;
  std::u32string_view text_;
  std::size_t place_ = 0;
};

constexpr std::size_t max_cost = 1'000'000;

}  // namespace

Expression read_pattern(std::string_view source, std::u32string_view text) {
  return TreeReader(source, text).branches();
}

std::size_t matching_cost(const Expression& tree) {
  constexpr std::size_t text_length = 24;
  std::size_t cost = 1;
  for (const Expression& part : tree.parts) cost += matching_cost(part);
  if (tree.kind == Expression::Kind::repetition) {
    cost *= 1 + (tree.most == unbounded ? tree.least + text_length : tree.most);
  }
  return std::min(cost, max_cost);
}

}  // namespace tianbao::fuzz
