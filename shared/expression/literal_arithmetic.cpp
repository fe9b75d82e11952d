#include "shared/expression/literal_arithmetic.h"

#include <vector>

#include "shared/expression/arithmetic.h"
#include "shared/expression/program_tree.h"

namespace tianbao::expression {
namespace {

using number::Decimal;

/// What a node of literals alone comes to.
struct Literal {
  std::optional<Value> computed;  // as CEL has it; absent where the node is no such node
  std::optional<Decimal> exact;   // absent where there is no exact result
};

std::optional<Decimal> calculate_exactly(Operator operation, const Decimal& left, const Decimal& right) {
  switch (operation) {
    case Operator::add:
      return add(left, right);
    case Operator::subtract:
      return subtract(left, right);
    case Operator::multiply:
      return multiply(left, right);
    case Operator::divide:
      return divide(left, right);
    default:
      return remainder(left, right);
  }
}

class LiteralAnalysis {
 public:
  explicit LiteralAnalysis(const Program& program)
      : tree_(program), source_(program.source()), literals_(tree_.size()) {}

  std::optional<std::string_view> run() {
    for (std::uint32_t index = 0; index < tree_.size(); ++index) {
      const Node& node = tree_.node(index);
      const Beginning beginning = node.kind == NodeKind::chain ? literals_at(node) : Beginning{};
      if (beginning.count > 1 && !is_exact(beginning.result)) return text_of(node, beginning.count);
      literals_[index] =
          beginning.count == node.operand_count && beginning.count > 0 ? beginning.result : literal(node);
    }
    return std::nullopt;
  }

 private:
  /// What a chain begins with: the left operands that are literals, and what they come to.
  struct Beginning {
    std::size_t count = 0;
    Literal result;
  };

  static bool is_exact(const Literal& literal) {
    return literal.exact && to_decimal(*literal.computed) == literal.exact;
  }

  std::string_view text_of(const Node& chain, std::size_t count) const {
    const Node& last = tree_.node(tree_.operands(chain)[count - 1].node);
    return source_.substr(
        chain.offset, count == chain.operand_count ? chain.length : last.offset + last.length - chain.offset);
  }

  Literal literal(const Node& node) const {
    switch (node.kind) {
      case NodeKind::constant: {
        const Value& value = tree_.constant(node);
        return is_number(value) ? Literal{value, to_decimal(value)} : Literal{};
      }
      case NodeKind::negate:
        return negated(node);
      default:
        return {};
    }
  }

  const Literal& at(const Operand& operand) const { return literals_[operand.node]; }

  Literal negated(const Node& node) const {
    Literal result = at(tree_.operands(node)[0]);
    if (!result.computed || node.index % 2 == 0) return result;
    result.computed = negate(*result.computed);
    if (result.exact) result.exact = result.exact->negated();
    return result;
  }

  Beginning literals_at(const Node& chain) const {
    const std::span<const Operand> links = tree_.operands(chain);
    Beginning beginning = {0, at(links[0])};
    Literal& result = beginning.result;
    for (const Operand& link : links) {
      const Literal& right = at(link);
      const bool is_first = beginning.count == 0;
      if (!right.computed || !(is_first || is_arithmetic(link.before))) break;
      if (!is_first) {
        result.computed = calculate(link.before, *result.computed, *right.computed, Mode::form);
        const bool are_exact = result.exact && right.exact;
        result.exact = are_exact ? calculate_exactly(link.before, *result.exact, *right.exact) : std::nullopt;
      }
      ++beginning.count;
    }
    return beginning;
  }

  ProgramTree tree_;
  std::string_view source_;
  std::vector<Literal> literals_;  // by node
};

}  // namespace

std::optional<std::string_view> inexact_literals(const Program& program) {
  return LiteralAnalysis(program).run();
}

}  // namespace tianbao::expression
