#include "shared/check/premise.h"

#include <utility>

#include "shared/expression/program_tree.h"

namespace tianbao::check {
namespace {

/// Whether a formula of it needs brackets beside 且.
bool needs_brackets(const expression::Program& program) {
  const expression::ProgramTree tree(program);
  if (tree.size() == 0) return false;
  const expression::NodeKind kind = tree.node(tree.size() - 1).kind;
  return kind == expression::NodeKind::choice || kind == expression::NodeKind::all_of ||
         kind == expression::NodeKind::any_of;
}

/// `formula` writes a program.
template <typename Formula>
std::string premise(const form::Rule& rule, Formula formula) {
  if (!rule.when) return rule.fact_when ? formula(*rule.fact_when) : std::string();
  std::string own = formula(*rule.when);
  if (!rule.fact_when) return own;
  if (needs_brackets(*rule.when)) own = "(" + std::move(own) + ")";
  return own + (own.ends_with("）") ? "且 " : " 且 ") + formula(*rule.fact_when);
}

}  // namespace

std::string premise_of_names(const form::Rule& rule, const expression::Wording& wording) {
  return premise(rule,
                 [&](const expression::Program& program) { return formula_of_names(program, wording); });
}

std::string premise_of_values(const form::Rule& rule, const expression::Wording& wording,
                              std::span<const expression::Slot> slots) {
  return premise(
      rule, [&](const expression::Program& program) { return formula_of_values(program, wording, slots); });
}

}  // namespace tianbao::check
