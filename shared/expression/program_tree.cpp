#include "shared/expression/program_tree.h"

#include <algorithm>

namespace tianbao::expression {

ProgramTree::ProgramTree(const Program& program) : program_(program), bindings_(program.variables_.size()) {
  for (const Node& macro : program.nodes_) {
    if (macro.kind != NodeKind::macro) continue;
    const std::uint32_t range = operands(macro)[0].node;
    bindings_[macro.index] = {range, macro.macro == Macro::bind, macro.two_variables};
    if (macro.two_variables) bindings_[macro.index + 1] = {range, false, false};
  }
}

std::size_t ProgramTree::place(const Node& slot) const {
  const auto found = std::lower_bound(program_.slots_.begin(), program_.slots_.end(), slot.index);
  return static_cast<std::size_t>(found - program_.slots_.begin());
}

}  // namespace tianbao::expression
