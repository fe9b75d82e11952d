#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/syntax.h"
#include "shared/expression/typing.h"

namespace tianbao::expression {

/// A tree whose nodes get their types, and the first error that is found on the way.
class TypedTree {
 public:
  TypedTree(Tree& tree, std::string_view source, const Dialect& dialect)
      : tree_(tree), source_(source), dialect_(dialect), items_(tree.nodes.size(), Type::dynamic) {}

  Tree& tree() { return tree_; }
  std::string_view source() const { return source_; }
  const Dialect& dialect() const { return dialect_; }
  bool is_form() const { return dialect_.mode == Mode::form; }

  const Node& node(std::uint32_t index) const { return tree_.nodes[index]; }
  std::span<const Operand> operands(std::uint32_t index) const {
    return tree_.operands_of(tree_.nodes[index]);
  }
  std::uint32_t operand(std::uint32_t index, std::size_t position) const {
    return operands(index)[position].node;
  }

  ValueType type_of(std::uint32_t index) const { return {tree_.nodes[index].type, items_[index]}; }
  ValueType operand_type(std::uint32_t index, std::size_t position) const {
    return type_of(operand(index, position));
  }
  void set_type(std::uint32_t index, ValueType type) {
    tree_.nodes[index].type = type.type;
    items_[index] = type.item;
  }

  /// The first error stays. A wrong type is none in a dialect that does not check types.
  void fail(CompileErrorCode code, const Node& at, Expected expected, Type left = {}, Type right = {});
  void fail(CompileError error);
  std::optional<CompileError>& error() { return error_; }

  /// Literals in what this node says, also negated, in a list or as what `?:` chooses from, become decimals
  /// with the digits they are written with. Everything else stays as it is.
  void make_decimal(std::uint32_t index);

  /// The types of a list and of `?:` from those of their operands, which they make agree first.
  void type_list(std::uint32_t index);
  void type_choice(std::uint32_t index);

 private:
  void set_common_type(std::uint32_t choice);

  Tree& tree_;
  std::string_view source_;
  const Dialect& dialect_;
  std::vector<Type> items_;  // by node: of a list, the type of its items
  std::optional<CompileError> error_;
};

}  // namespace tianbao::expression
