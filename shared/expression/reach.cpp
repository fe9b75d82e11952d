#include "shared/expression/reach.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "shared/expression/arithmetic.h"
#include "shared/expression/possible.h"
#include "shared/expression/program_tree.h"
#include "shared/expression/typing.h"

namespace tianbao::expression {
namespace {

Possible of_constant(const Value& value) {
  Possible result;
  if (const bool* const boolean = value.boolean()) {
    result.can_be_true = *boolean;
    result.can_be_false = !*boolean;
  } else if (const std::string* const text = value.string()) {
    result.words = Words{*text};
  } else if (!std::holds_alternative<double>(value.content)) {
    result.least = result.greatest = to_decimal(value);
  }
  return result;
}

/// More than this are not followed: a field has at most 200 choices, and what any of so many can hold says
/// little.
constexpr std::size_t max_words = 2000;

/// As the words are read, since a list may name the same field again and again.
void unite(Words& words, const Words& more) {
  if (std::includes(words.begin(), words.end(), more.begin(), more.end())) return;
  Words all;
  all.reserve(words.size() + more.size());
  std::set_union(words.begin(), words.end(), more.begin(), more.end(), std::back_inserter(all));
  words = std::move(all);
}

Operator mirrored(Operator operation) {
  switch (operation) {
    case Operator::less:
      return Operator::greater;
    case Operator::less_equal:
      return Operator::greater_equal;
    case Operator::greater:
      return Operator::less;
    case Operator::greater_equal:
      return Operator::less_equal;
    case Operator::in:
      return Operator::none;
    default:
      return operation;
  }
}

class ReachAnalysis {
 public:
  ReachAnalysis(const Program& program, std::span<const Domain> domains)
      : tree_(program), source_(program.source()), domains_(domains), possible_(tree_.size()) {
    for (const std::size_t slot : program.slots()) {
      Possible& possible = slots_.emplace_back();
      possible.least = domains[slot].least;
      possible.greatest = domains[slot].greatest;
      possible.words = domains[slot].words;
    }
  }

  std::optional<std::string_view> run() {
    const std::uint32_t root = tree_.size() - 1;
    std::vector<std::uint32_t> conditions;
    add_conditions(root, conditions);
    evaluate();
    for (const std::uint32_t condition : conditions) {
      if (!possible_[condition].can_be_true) return text_of(condition);
    }
    for (const std::uint32_t condition : conditions) narrow_by(condition);
    evaluate();
    for (const std::uint32_t condition : conditions) {
      if (!possible_[condition].can_be_true) return source_;
    }
    return std::nullopt;
  }

 private:
  /// What `&&` joins, however deep its parentheses.
  void add_conditions(std::uint32_t index, std::vector<std::uint32_t>& conditions) const {
    const Node& node = tree_.node(index);
    if (node.kind != NodeKind::all_of) return conditions.push_back(index);
    for (const Operand& operand : tree_.operands(node)) add_conditions(operand.node, conditions);
  }

  std::string_view text_of(std::uint32_t index) const {
    const Node& node = tree_.node(index);
    return source_.substr(node.offset, node.length);
  }

  void evaluate() {
    for (std::uint32_t index = 0; index < tree_.size(); ++index)
      possible_[index] = possible(tree_.node(index));
  }

  const Possible& at(const Operand& operand) const { return possible_[operand.node]; }
  Type type_of(const Operand& operand) const { return tree_.node(operand.node).type; }

  Possible possible(const Node& node) const {
    switch (node.kind) {
      case NodeKind::constant:
        return of_constant(tree_.constant(node));
      case NodeKind::slot:
        return slots_[tree_.place(node)];
      case NodeKind::none_slot: {
        Possible answer;
        answer.can_be_true = domains_[node.index].can_be_none;
        return answer;
      }
      case NodeKind::negate:
        return node.index % 2 == 1 ? negated(at(tree_.operands(node)[0])) : at(tree_.operands(node)[0]);
      case NodeKind::invert:
        return inverted(node);
      case NodeKind::chain:
        return chain(node);
      case NodeKind::all_of:
      case NodeKind::any_of:
        return junction(node);
      case NodeKind::choice:
        return choice(node);
      case NodeKind::list:
        return list(node);
      default:
        return {};
    }
  }

  Possible inverted(const Node& node) const {
    Possible result = at(tree_.operands(node)[0]);
    if (node.index % 2 == 1) std::swap(result.can_be_true, result.can_be_false);
    return result;
  }

  Possible chain(const Node& node) const {
    const std::span<const Operand> links = tree_.operands(node);
    Possible result = at(links[0]);
    Type type = type_of(links[0]);
    for (const Operand& link : links.subspan(1)) {
      result = combined(link.before, result, type, at(link), type_of(link));
      // Of more than two operands only numbers are followed any further.
      const bool are_numbers = is_arithmetic(link.before) && is_numeric(type) && is_numeric(type_of(link));
      type = are_numbers ? type : Type::dynamic;
    }
    return result;
  }

  Possible junction(const Node& node) const {
    const bool all = node.kind == NodeKind::all_of;
    Possible result;
    result.can_be_true = all;
    result.can_be_false = !all;
    for (const Operand& operand : tree_.operands(node)) {
      result.can_be_true =
          all ? result.can_be_true && at(operand).can_be_true : result.can_be_true || at(operand).can_be_true;
      result.can_be_false = all ? result.can_be_false || at(operand).can_be_false
                                : result.can_be_false && at(operand).can_be_false;
    }
    return result;
  }

  Possible choice(const Node& node) const {
    const std::span<const Operand> parts = tree_.operands(node);
    if (!at(parts[0]).can_be_true) return at(parts[2]);
    return at(parts[0]).can_be_false ? either(at(parts[1]), at(parts[2])) : at(parts[1]);
  }

  Possible list(const Node& node) const {
    Words words;
    for (const Operand& item : tree_.operands(node)) {
      const std::optional<Words>& of_item = at(item).words;
      if (!of_item || type_of(item) != Type::string) return {};
      unite(words, *of_item);
      if (words.size() > max_words) return {};
    }
    Possible result;
    result.words = std::move(words);
    return result;
  }

  /// Leaves of what the names can hold what is possible where the condition is true.
  void narrow_by(std::uint32_t condition) {
    const Node& node = tree_.node(condition);
    if (node.kind == NodeKind::slot) slots_[tree_.place(node)].can_be_false = false;
    if (node.kind == NodeKind::invert && node.index % 2 == 1) {
      const Node& operand = tree_.node(tree_.operands(node)[0].node);
      if (operand.kind == NodeKind::slot) slots_[tree_.place(operand)].can_be_true = false;
    }
    if (node.kind != NodeKind::chain || node.operand_count != 2) return;
    const std::span<const Operand> sides = tree_.operands(node);
    narrow_side(sides[0], sides[1].before, sides[1]);
    narrow_side(sides[1], mirrored(sides[1].before), sides[0]);
  }

  void narrow_side(const Operand& side, Operator operation, const Operand& other) {
    const Node& node = tree_.node(side.node);
    if (node.kind != NodeKind::slot) return;
    narrow(slots_[tree_.place(node)], node.type, operation, at(other), type_of(other));
  }

  ProgramTree tree_;
  std::string_view source_;
  std::span<const Domain> domains_;
  std::vector<Possible> slots_;     // by place in Program::slots()
  std::vector<Possible> possible_;  // by node
};

}  // namespace

std::optional<std::string_view> never_true(const Program& program, std::span<const Domain> domains) {
  return ReachAnalysis(program, domains).run();
}

}  // namespace tianbao::expression
