#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace tianbao::testing {

/// A pattern as a tree, made at random, written as a pattern, and matched straight from its definition: by
/// the set of places where it can end, given the set of places where it can begin. It shares no code and no
/// idea with shared/pattern.
struct Expression {
  enum class Kind : std::uint8_t { set, text_begin, text_end, sequence, alternatives, repetition };

  Kind kind = Kind::sequence;
  std::string source;             // of a set
  std::u32string members;         // of a set, out of the alphabet
  std::vector<Expression> parts;  // one for a repetition
  std::size_t least = 0;
  std::size_t most = 0;
};

Expression random_expression(std::mt19937& random, std::size_t depth);
std::u32string random_text(std::mt19937& random);

std::string written(const Expression& expression);

bool reference_search(const Expression& expression, std::u32string_view text);
bool reference_matches_whole(const Expression& expression, std::u32string_view text);

}  // namespace tianbao::testing
