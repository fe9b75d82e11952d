#include "shared/expression/tree_builder.h"

#include <algorithm>
#include <utility>

#include "shared/expression/compile_error.h"

namespace tianbao::expression {

Parsed TreeBuilder::fail(CompileErrorCode code, std::size_t offset, std::size_t length, Expected expected) {
  if (!error_) error_ = make_error(code, source_, offset, length, expected);
  return std::nullopt;
}

Parsed TreeBuilder::fail(CompileError error) {
  if (!error_) error_ = std::move(error);
  return std::nullopt;
}

Parsed TreeBuilder::add(Node like, std::size_t begin, std::size_t end, const Operands& operands) {
  Node node = like;
  node.first_operand = static_cast<std::uint32_t>(tree_.operands.size());
  node.operand_count = static_cast<std::uint32_t>(operands.size());
  node.offset = static_cast<std::uint32_t>(begin);
  node.length = static_cast<std::uint32_t>(end - begin);
  for (const Operand& operand : operands) {
    node.height = std::max<std::uint8_t>(node.height, tree_.nodes[operand.node].height);
  }
  if (++node.height > max_depth)
    return fail(CompileErrorCode::too_deep, node.offset, node.length, Expected::nothing);
  if (tree_.nodes.size() == max_nodes) {
    return fail(CompileErrorCode::too_many_nodes, node.offset, node.length, Expected::nothing);
  }
  tree_.operands.insert(tree_.operands.end(), operands.begin(), operands.end());
  tree_.nodes.push_back(node);
  return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
}

Parsed TreeBuilder::add_constant(std::size_t begin, std::size_t end, Value value,
                                 std::optional<number::Decimal> exact) {
  const std::uint32_t index = constant_index(std::move(value), exact);
  return add({.kind = NodeKind::constant, .index = index}, begin, end, {});
}

std::uint32_t TreeBuilder::constant_index(Value value, std::optional<number::Decimal> exact) {
  tree_.constants.push_back(std::move(value));
  tree_.exact.push_back(exact);
  return static_cast<std::uint32_t>(tree_.constants.size() - 1);
}

std::uint32_t TreeBuilder::name_index(std::string_view name) {
  tree_.names.push_back(name);
  return static_cast<std::uint32_t>(tree_.names.size() - 1);
}

std::uint32_t TreeBuilder::variable_index(const Variable& variable) {
  tree_.variables.push_back(variable);
  return static_cast<std::uint32_t>(tree_.variables.size() - 1);
}

Result<Tree, CompileError> TreeBuilder::take() && {
  if (error_) return std::move(*error_);
  return std::move(tree_);
}

}  // namespace tianbao::expression
