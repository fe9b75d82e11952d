#include "shared/expression/typed_tree.h"

#include <algorithm>
#include <utility>

#include "shared/expression/compile_error.h"

namespace tianbao::expression {

void TypedTree::fail(CompileErrorCode code, const Node& at, Expected expected, Type left, Type right) {
  CompileError error = make_error(code, source_, at.offset, at.length, expected);
  error.left = left;
  error.right = right;
  fail(std::move(error));
}

void TypedTree::fail(CompileError error) {
  if (error.code == CompileErrorCode::wrong_type && !dialect_.checks_types) return;
  if (!error_) error_ = std::move(error);
}

void TypedTree::make_decimal(std::uint32_t index) {
  const Node node = tree_.nodes[index];
  // Whatever became a decimal did so with all below it: a ladder of `?:` is not climbed again for each arm.
  if (node.type == Type::decimal || items_[index] == Type::decimal) return;
  if (node.kind == NodeKind::constant && is_numeric(node.type)) {
    if (!tree_.exact[node.index]) {
      return fail(CompileErrorCode::literal_out_of_range, node, Expected::decimal);
    }
    tree_.constants[node.index].content = *tree_.exact[node.index];
    return set_type(index, {Type::decimal, Type::dynamic});
  }
  switch (node.kind) {
    case NodeKind::negate:
      make_decimal(operand(index, 0));
      return set_type(index, operand_type(index, 0));
    case NodeKind::list:
      for (const Operand& item : operands(index)) make_decimal(item.node);
      return type_list(index);
    case NodeKind::choice:
      make_decimal(operand(index, 1));
      make_decimal(operand(index, 2));
      return set_common_type(index);
    default:
      return;
  }
}

void TypedTree::type_list(std::uint32_t index) {
  const std::span<const Operand> items = operands(index);
  const bool decimals = std::any_of(items.begin(), items.end(), [this](const Operand& item) {
    return type_of(item.node).type == Type::decimal;
  });
  if (decimals) {
    for (const Operand& item : items) {
      if (is_numeric(type_of(item.node).type)) make_decimal(item.node);
    }
  }
  Type common = items.empty() ? Type::dynamic : type_of(items.front().node).type;
  for (const Operand& item : items) {
    if (item.optional || type_of(item.node).type != common) common = Type::dynamic;
  }
  set_type(index, {Type::list, common});
}

void TypedTree::type_choice(std::uint32_t index) {
  const std::uint32_t chosen = operand(index, 1);
  const std::uint32_t otherwise = operand(index, 2);
  if (type_of(chosen).type == Type::decimal) make_decimal(otherwise);
  if (type_of(otherwise).type == Type::decimal) make_decimal(chosen);
  set_common_type(index);
}

void TypedTree::set_common_type(std::uint32_t index) {
  const std::uint32_t chosen = operand(index, 1);
  const std::uint32_t otherwise = operand(index, 2);
  const std::optional<ValueType> type = common_type(type_of(chosen), type_of(otherwise));
  if (type) return set_type(index, *type);
  fail(CompileErrorCode::wrong_type, node(otherwise), Expected::type_of_choice, type_of(chosen).type);
}

}  // namespace tianbao::expression
