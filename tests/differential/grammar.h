#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "tests/support/random.h"

namespace tianbao::differential {

using testing::Random;

/// One way to write an expression of a type: `@i` in the text stands for any expression of type i, `#i` for a
/// name or a literal of it.
struct Production {
  char type;
  std::string_view text;
};

/// Types are letters.
struct Grammar {
  std::span<const Production> productions;
  std::string_view types;
  /// A name or a literal.
  std::string (*leaf)(char type, Random& random);
};

/// An expression of that type, mostly: now and then a part of it is of another one.
std::string random_expression(const Grammar& grammar, char type, std::size_t depth, Random& random);

/// A small number, as places and positions are; now and then one that does not fit 32 bits, or one below 0.
std::string position_literal(Random& random);

/// A text as CEL writes it, some of its characters as escapes.
std::string string_literal(std::string_view text, Random& random);

}  // namespace tianbao::differential
