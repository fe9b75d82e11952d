#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/program.h"

namespace tianbao::expression {

enum class NodeKind : std::uint8_t {
  constant,         // index: into the constants
  name,             // index: into Tree::names; the checker makes it a slot or a type
  slot,             // index: of the declaration
  local,            // index: of the macro's variable, into Tree::variables
  select,           // operand 0 . member; index: of the member's name among the constants
  optional_select,  // operand 0 .? member
  has,              // has(operand 0), where that is a select
  has_slot,         // index: of the declaration
  none_slot,        // none(slot); index: of the declaration
  negate,           // index: how many minus signs
  invert,           // index: how many exclamation marks
  chain,            // operands joined from left to right by operators of one precedence: a + b - c
  all_of,           // &&
  any_of,           // ||
  choice,           // operand 0 ? operand 1 : operand 2
  list,
  map,             // keys and values in turn
  index,           // operand 0 [operand 1]
  optional_index,  // operand 0 [?operand 1]
  call,            // index: into Tree::names, after the check into the functions
  matches,         // operand 0 .matches(a pattern); index: into the patterns
  unused,          // a part of a name, by now a slot or a function
  macro,           // operand 0, then what is done with each item; index: of the first variable
};

/// The macros of langdef.md, "Macros", and of the extensions: what stands behind the variables is evaluated
/// once for every item of operand 0.
enum class Macro : std::uint8_t {
  none,
  all,
  exists,
  exists_one,
  map,  // with a filter before the result when it has three operands
  filter,
  transform_list,  // these three, too, may have a filter
  transform_map,
  transform_map_entry,
  bind,               // cel.bind(variable, operand 0, operand 1)
  optional_map,       // optMap
  optional_flat_map,  // optFlatMap
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
  bool optional = false;  // of a list or a map: `?x`, there only if the optional x holds a value; of a map it
                          // stands on the value
};

/// One node of the syntax tree. The tree is a flat array: children before their parent, the root last. A
/// node's operands lie side by side in one array, too.
struct Node {
  NodeKind kind = NodeKind::constant;
  Type type = Type::dynamic;
  Macro macro = Macro::none;
  bool receiver = false;       // of a call: written x.f(), x is operand 0
  bool two_variables = false;  // of a macro
  std::uint8_t height = 0;     // of the tree below: what bounds the evaluator's recursion
  std::uint32_t index = 0;     // see NodeKind
  std::uint32_t first_operand = 0;
  std::uint32_t operand_count = 0;
  std::uint32_t offset = 0;  // where it stands in the source, in bytes
  std::uint32_t length = 0;
};

/// A variable that a macro brings in.
struct Variable {
  std::string_view name;    // in the source
  std::uint32_t range = 0;  // the node it takes its values from
  Macro macro = Macro::none;
  bool second = false;  // of two
  bool two = false;
};

/// What the parser hands to the checker.
struct Tree {
  std::vector<Node> nodes;
  std::vector<Operand> operands;
  std::vector<Value> constants;
  /// By constant: a number exactly as it is written, see NumberLiteral.
  std::vector<std::optional<number::Decimal>> exact;
  std::vector<std::string_view> names;  // in the source
  std::vector<Variable> variables;

  std::span<const Operand> operands_of(const Node& node) const {
    return std::span(operands).subspan(node.first_operand, node.operand_count);
  }
};

}  // namespace tianbao::expression
