#include <array>
#include <optional>
#include <utility>

#include "shared/expression/arithmetic.h"
#include "shared/expression/comparison.h"
#include "shared/expression/functions.h"
#include "shared/expression/logic.h"
#include "shared/expression/program.h"
#include "shared/expression/syntax.h"

namespace tianbao::expression {
namespace {

/// Walks the tree from the root; Node::height bounds the recursion. A node that only names a value (a slot, a
/// constant, what `?:` chose) gives a reference to it; every other one puts its value into the storage that
/// its parent lends it. So no text and no list is copied on the way.
class Evaluation {
 public:
  Evaluation(std::span<const Node> nodes, std::span<const Operand> operands, std::span<const Value> constants,
             std::span<const Slot> slots)
      : nodes_(nodes), operands_(operands), constants_(constants), slots_(slots) {}

  const Value& evaluate(std::uint32_t index, Value& storage) const {
    const Node& node = nodes_[index];
    switch (node.kind) {
      case NodeKind::constant:
        return constants_[node.index];
      case NodeKind::slot:
        return slot(node).value;
      case NodeKind::has:
        return storage = has(slot(node));
      case NodeKind::none:
        return storage = none(slot(node));
      case NodeKind::negate:
        return storage = negated(node);
      case NodeKind::invert:
        return storage = inverted(node);
      case NodeKind::chain:
        return chained(node, storage);
      case NodeKind::all_of:
        return storage = joined(node, false);
      case NodeKind::any_of:
        return storage = joined(node, true);
      case NodeKind::choice:
        return chosen(node, storage);
      case NodeKind::list:
        return storage = listed(node);
      case NodeKind::index:
        return storage = indexed(node);
      case NodeKind::call:
        return storage = called(node);
      case NodeKind::name:
        break;  // the checker leaves none
    }
    return storage = Value{Error{ErrorCode::unknown}};
  }

 private:
  std::span<const Operand> operands(const Node& node) const {
    return operands_.subspan(node.first_operand, node.operand_count);
  }

  const Slot& slot(const Node& node) const {
    return node.index < slots_.size() ? slots_[node.index] : missing_;
  }

  /// A cell that holds something, be it unreadable, is there; of what the context does not say nothing is
  /// known.
  static Value has(const Slot& slot) {
    const Error* error = slot.value.error();
    if (!error || error->code == ErrorCode::unread) return {true};
    if (error->code == ErrorCode::no_such_key) return {false};
    return slot.value;
  }

  static Value none(const Slot& slot) {
    const Error* error = slot.value.error();
    if (error && error->code == ErrorCode::unknown) return slot.value;
    return {slot.none};
  }

  Value negated(const Node& node) const {
    Value storage;
    Value result = evaluate(operands(node)[0].node, storage);
    for (std::uint32_t count = 0; count < node.index; ++count) result = negate(result);
    return result;
  }

  Value inverted(const Node& node) const {
    Value storage;
    const Value& operand = evaluate(operands(node)[0].node, storage);
    if (const bool* boolean = operand.boolean()) return {*boolean != (node.index % 2 == 1)};
    return {operand.error() ? *operand.error() : Error{ErrorCode::no_such_overload}};
  }

  const Value& chained(const Node& node, Value& storage) const {
    const std::span<const Operand> links = operands(node);
    const Value* left = &evaluate(links[0].node, storage);
    Value right_storage;
    for (const Operand& link : links.subspan(1)) {
      if (left->error()) return *left;
      const Value& right = evaluate(link.node, right_storage);
      storage = is_arithmetic(link.before) ? calculate(link.before, *left, right)
                                           : compare(link.before, *left, right);
      left = &storage;
    }
    return *left;
  }

  Value joined(const Node& node, bool deciding) const {
    Junction junction(deciding);
    Value storage;
    for (const Operand& operand : operands(node)) {
      if (junction.take(evaluate(operand.node, storage))) break;
    }
    return junction.result();
  }

  const Value& chosen(const Node& node, Value& storage) const {
    const Value& condition = evaluate(operands(node)[0].node, storage);
    if (const bool* boolean = condition.boolean()) {
      return evaluate(operands(node)[*boolean ? 1 : 2].node, storage);
    }
    if (condition.error()) return condition;
    return storage = Value{Error{ErrorCode::no_such_overload}};
  }

  Value listed(const Node& node) const {
    List items;
    items.reserve(node.operand_count);
    Value storage;
    for (const Operand& operand : operands(node)) {
      const Value& item = evaluate(operand.node, storage);
      if (item.error()) return item;
      items.push_back(item);
    }
    return {std::move(items)};
  }

  /// CEL also takes a double or uint that is a whole number; a decimal is one more such type.
  Value indexed(const Node& node) const {
    Value list_storage;
    Value position_storage;
    const Value& list = evaluate(operands(node)[0].node, list_storage);
    if (list.error()) return list;
    const Value& position = evaluate(operands(node)[1].node, position_storage);
    if (position.error()) return position;
    const List* items = std::get_if<List>(&list.content);
    if (!items) return {Error{ErrorCode::no_such_overload}};
    const std::optional<number::Decimal> number = to_decimal(position);
    const std::optional<std::int64_t> offset = number ? number->to_integer() : std::nullopt;
    const bool inside = offset && *offset >= 0 && static_cast<std::uint64_t>(*offset) < items->size();
    if (!inside) return {Error{ErrorCode::invalid_argument}};
    return (*items)[static_cast<std::size_t>(*offset)];
  }

  Value called(const Node& node) const {
    std::array<Value, max_arguments> storage;
    std::array<const Value*, max_arguments> pointers{};
    const std::span<const Operand> given = operands(node);
    for (std::size_t index = 0; index < given.size(); ++index) {
      pointers[index] = &evaluate(given[index].node, storage[index]);
      if (pointers[index]->error()) return *pointers[index];
    }
    const Arguments arguments = std::span(pointers).first(given.size());
    const std::string_view name = functions()[node.index].name;
    for (const Function& function : functions().subspan(node.index)) {
      if (function.name != name) break;
      if (accepts(function, arguments)) return function.implementation(arguments);
    }
    return {Error{ErrorCode::no_such_overload}};
  }

  std::span<const Node> nodes_;
  std::span<const Operand> operands_;
  std::span<const Value> constants_;
  std::span<const Slot> slots_;
  Slot missing_{.value = {Error{ErrorCode::unknown}}};
};

}  // namespace

Value evaluate(const Program& program, std::span<const Slot> slots) {
  if (program.nodes_.empty()) return {Error{ErrorCode::unknown}};
  const Evaluation evaluation(program.nodes_, program.operands_, program.constants_, slots);
  Value storage;
  const Value& result = evaluation.evaluate(static_cast<std::uint32_t>(program.nodes_.size() - 1), storage);
  if (&result == &storage) return storage;
  return result;
}

}  // namespace tianbao::expression
