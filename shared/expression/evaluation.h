#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "shared/expression/program.h"
#include "shared/expression/syntax.h"

namespace tianbao::expression {

/// One evaluation of a program. Walks the tree from the root; Node::height bounds the recursion. A node that
/// only names a value (a slot, a constant, what `?:` chose) gives a reference to it; every other one puts its
/// value into the storage that its parent lends it. So no text and no list is copied on the way.
///
/// evaluate.cpp has the operators, evaluate_macro.cpp the macros; extension.cpp goes on where rules of forms
/// end.
class Evaluation {
 public:
  Evaluation(const Program& program, std::span<const Slot> slots);

  const Value& run(Value& storage);

  /// Of max_evaluation_steps, up to now.
  std::uint64_t steps_spent() const { return max_evaluation_steps - steps_left_; }

  /// Of one node, with all below it. It stands in no macro, whose variables have no value from outside.
  const Value& evaluate(std::uint32_t index, Value& storage) {
    const Value* const there = named(index);
    return there != nullptr ? *there : computed(index, storage);
  }

  /// Of a node that only names a value, which most operands do: it needs none of the room that the others
  /// take on the stack. nullptr for every other one.
  const Value* named(std::uint32_t index) const {
    const Node& node = program_.nodes_[index];
    if (node.kind == NodeKind::slot && node.index < slots_.size()) return &slots_[node.index].value;
    if (node.kind == NodeKind::constant) return &program_.constants_[node.index];
    return node.kind == NodeKind::local ? variables_[node.index] : nullptr;
  }

  const Node& node(std::uint32_t index) const { return program_.nodes_[index]; }
  std::span<const Operand> operands(std::uint32_t index) const { return operands(node(index)); }
  const Value& constant(std::uint32_t index) const { return program_.constants_[index]; }
  const Value*& variable(std::uint32_t index) { return variables_[index]; }

  /// Whether so many steps are left; takes them. Of 64 bits: a large text times a large pattern is more than
  /// 32 hold, and WASM has to refuse what is refused elsewhere.
  bool spend(std::uint64_t steps);
  /// The same for a value that was made, by its size; false, too, when it nests deeper than max_value_depth.
  /// Whatever is put into another value has been asked of before.
  bool spend_on(const Value& value);

  /// For a macro: sets its variables to every item of its range in turn and calls `step`, which returns
  /// whether to go on. The result is the error that kept the loop from its end, or else none: null.
  template <typename Step>
  Value each_item(std::uint32_t index, Step step);

 private:
  std::span<const Operand> operands(const Node& node) const {
    return std::span(program_.operands_).subspan(node.first_operand, node.operand_count);
  }

  const Value& computed(std::uint32_t index, Value& storage);
  const Value& chained(const Node& node, Value& storage);
  const Value& chosen(const Node& node, Value& storage);
  const Value& indexed(std::uint32_t index, Value& storage);
  Value combined(Operator operation, const Value& left, const Value& right) const;
  const Value* member_of_named(const Node& node);
  const Value& extended(std::uint32_t index, Value& storage);
  Value negated(const Node& node);
  Value inverted(const Node& node);
  const Value& joined(const Node& node, bool deciding, Value& storage);
  Value listed(const Node& node);
  Value called(const Node& node);
  template <std::size_t Capacity>
  Value called_with(const Node& node);
  Value matched(const Node& node);

  const Value& macro(std::uint32_t index, Value& storage);
  const Value& quantified(std::uint32_t index, Value& storage);
  Value exists_one(std::uint32_t index);
  Value made_list(std::uint32_t index);

  const Program& program_;
  std::span<const Slot> slots_;
  std::vector<const Value*> variables_;
  std::uint64_t steps_left_ = max_evaluation_steps;
};

template <typename Step>
Value Evaluation::each_item(std::uint32_t index, Step step) {
  const Node& macro = node(index);
  const std::uint32_t range_index = operands(macro)[0].node;
  Value range_storage;
  const Value& range = evaluate(range_index, range_storage);
  if (range.error()) return range;
  const List* const list = range.list();
  const Map* const map = range.map();
  if (!list && !map) return make_error_value(ErrorCode::no_such_overload);
  const std::size_t count = list ? list->size() : map->entries.size();
  Value number;
  for (std::size_t position = 0; position < count; ++position) {
    // The nodes of what is evaluated stand between those of the range and the macro.
    if (!spend(index - range_index)) return make_error_value(ErrorCode::too_costly);
    number.content = static_cast<std::int64_t>(position);
    const Value& item = list ? (*list)[position] : map->entries[position].value;
    const Value& key = list ? number : map->entries[position].key;
    variables_[macro.index] = macro.two_variables || map ? &key : &item;
    if (macro.two_variables) variables_[macro.index + 1] = &item;
    if (!step()) break;
  }
  return {Null{}};
}

}  // namespace tianbao::expression
