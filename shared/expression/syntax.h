#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/program.h"

namespace tianbao::expression {

enum class NodeKind : std::uint8_t {
  constant,  // index: into the constants
  name,      // index: into Tree::names; the checker makes it a slot
  slot,      // index: of the declaration
  has,       // has(slot), operand 0
  none,      // none(slot), operand 0
  negate,    // index: how many minus signs
  invert,    // index: how many exclamation marks
  chain,     // operands joined from left to right by operators of one precedence: a + b - c
  all_of,    // &&
  any_of,    // ||
  choice,    // operand 0 ? operand 1 : operand 2
  list,
  index,  // operand 0 [operand 1]
  call,   // index: into Tree::names, after the check the first row of the function that may apply
};

enum class Operator : std::uint8_t {
  none,
  add,
  subtract,
  multiply,
  divide,
  remainder,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  in,
};

constexpr bool is_arithmetic(Operator operation) {
  return operation >= Operator::add && operation <= Operator::remainder;
}

struct Operand {
  std::uint32_t node = 0;
  Operator before = Operator::none;  // in a chain: what joins it to all that stands left of it
};

/// One node of the syntax tree. The tree is a flat array: children before their parent, the root last. A
/// node's operands lie side by side in one array, too.
struct Node {
  NodeKind kind = NodeKind::constant;
  Type type = Type::dynamic;
  bool receiver = false;    // of a call: written x.f(), x is operand 0
  std::uint8_t height = 0;  // of the tree below: what bounds the evaluator's recursion
  std::uint32_t index = 0;  // see NodeKind
  std::uint32_t first_operand = 0;
  std::uint32_t operand_count = 0;
  std::uint32_t offset = 0;  // where it stands in the source, in bytes
  std::uint32_t length = 0;
};

/// What the parser hands to the checker.
struct Tree {
  std::vector<Node> nodes;
  std::vector<Operand> operands;
  std::vector<Value> constants;
  /// By constant: a number exactly as it is written, see NumberLiteral.
  std::vector<std::optional<number::Decimal>> exact;
  std::vector<std::string> names;  // dotted names without blanks, and the names of functions
};

}  // namespace tianbao::expression
