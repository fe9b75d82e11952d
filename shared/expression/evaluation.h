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
/// evaluate.cpp has the operators, evaluate_member.cpp what selects from values and makes them,
/// evaluate_macro.cpp the macros.
class Evaluation {
 public:
  Evaluation(const Program& program, std::span<const Slot> slots);

  const Value& run(Value& storage);

  /// Of one node, with all below it. It stands in no macro, whose variables have no value from outside.
  const Value& evaluate(std::uint32_t index, Value& storage);

 private:
  std::span<const Operand> operands(const Node& node) const;
  const Slot& slot(const Node& node) const;

  // evaluate.cpp
  const Value& chained(const Node& node, Value& storage);
  const Value& chosen(const Node& node, Value& storage);
  Value negated(const Node& node);
  Value inverted(const Node& node);
  Value joined(const Node& node, bool deciding);
  Value called(const Node& node);
  Value matched(const Node& node);
  template <std::size_t Capacity>
  Value called_with(const Node& node);

  // evaluate_member.cpp
  Value tested(const Node& node);
  const Value& selected(const Node& node, const Value& key, Value& storage);
  const Value& indexed(const Node& node, Value& storage);
  Value listed(const Node& node);
  Value mapped(const Node& node);

  // evaluate_macro.cpp
  const Value& macro(std::uint32_t index, Value& storage);
  template <typename Step>
  Value each_item(std::uint32_t index, Step step);
  Value quantified(std::uint32_t index);
  Value exists_one(std::uint32_t index);
  Value made_list(std::uint32_t index);
  Value made_map(std::uint32_t index);
  Value made_optional(std::uint32_t index);

  /// Whether so many steps are left; takes them.
  bool spend(std::size_t steps);
  /// The same for a value that was made, by its size.
  bool spend_on(const Value& value);

  const Program& program_;
  std::span<const Slot> slots_;
  Slot missing_{.value = {Error{ErrorCode::unknown}}};
  std::vector<const Value*> variables_;
  std::size_t steps_left_ = max_evaluation_steps;
};

}  // namespace tianbao::expression
