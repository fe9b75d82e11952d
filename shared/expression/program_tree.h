#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "shared/expression/program.h"
#include "shared/expression/syntax.h"

namespace tianbao::expression {

/// A program's nodes for whoever finds out what can be known of it before there are values. Children stand
/// before their parents, so one pass over the nodes does.
class ProgramTree {
 public:
  explicit ProgramTree(const Program& program);

  /// What a macro's variable takes its values from.
  struct Binding {
    std::uint32_t range = 0;  // the node
    bool is_range = false;    // it is the range itself: of cel.bind
    bool is_position = false;
  };

  std::uint32_t size() const { return static_cast<std::uint32_t>(program_.nodes_.size()); }
  const Node& node(std::uint32_t index) const { return program_.nodes_[index]; }
  std::span<const Operand> operands(const Node& node) const {
    return std::span(program_.operands_).subspan(node.first_operand, node.operand_count);
  }
  const Value& constant(const Node& node) const { return program_.constants_[node.index]; }
  const pattern::Pattern& pattern(const Node& node) const { return program_.patterns_[node.index]; }
  FunctionTable functions(const Node& node) const { return program_.functions_[node.index]; }
  const Binding& binding(const Node& local) const { return bindings_[local.index]; }
  /// Which one of Program::slots() the node names.
  std::size_t place(const Node& slot) const;

 private:
  const Program& program_;
  std::vector<Binding> bindings_;  // by variable
};

}  // namespace tianbao::expression
