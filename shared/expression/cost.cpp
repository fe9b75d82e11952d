#include "shared/expression/cost.h"

#include <algorithm>
#include <vector>

#include "shared/expression/program_tree.h"
#include "shared/expression/typing.h"
#include "shared/expression/weight.h"

namespace tianbao::expression {
namespace {

// Of a text that a function of the form library makes of something else than texts: day().
constexpr std::uint64_t max_made_bytes = 10;

std::uint64_t plus(std::uint64_t left, std::uint64_t right) {
  return std::min(left + right, unbounded_cost);
}

std::uint64_t times(std::uint64_t left, std::uint64_t right) {
  return right != 0 && left > unbounded_cost / right ? unbounded_cost : left * right;
}

/// The most that a value can be.
struct Size {
  std::uint64_t weight = 1;  // what a look at all of it costs
  std::uint64_t items = 0;   // of a list
  std::uint64_t bytes = 0;   // of a text, and of the longest one in a list
};

struct Cost {
  std::uint64_t steps = 0;  // to evaluate the node, with all below it
  Size size;
};

Size together(const Size& left, const Size& right) {
  return {plus(left.weight, right.weight), plus(left.items, right.items), plus(left.bytes, right.bytes)};
}

/// Of what `+` makes of the two: more than it may make is an error.
Size joined(const Size& left, const Size& right) {
  Size size = together(left, right);
  size.items = std::min<std::uint64_t>(size.items, max_result_items);
  size.bytes = std::min(size.bytes, std::max({left.bytes, right.bytes, std::uint64_t{max_result_bytes}}));
  return size;
}

Size larger(const Size& left, const Size& right) {
  return {std::max(left.weight, right.weight), std::max(left.items, right.items),
          std::max(left.bytes, right.bytes)};
}

std::uint64_t text_weight(std::uint64_t bytes) {
  return 1 + bytes / bytes_per_step;
}

std::uint64_t number_weight(Type type) {
  return type == Type::floating ? steps_per_double : 1;
}

bool is_list_or_unknown(Type type) {
  return type == Type::list || type == Type::dynamic;
}

/// What the type says of the size.
Size within(Type type, const Size& size) {
  if (is_list_or_unknown(type)) return size;
  if (type == Type::string || type == Type::bytes) {
    return {std::min(size.weight, text_weight(size.bytes)), 0, size.bytes};
  }
  return {number_weight(type), 0, 0};
}

Size size_of(const Value& constant) {
  if (const std::string* const text = constant.string()) return {text_weight(text->size()), 0, text->size()};
  if (const auto* const bytes = std::get_if<Bytes>(&constant.content)) {
    return {text_weight(bytes->content.size()), 0, bytes->content.size()};
  }
  return {number_weight(type_of(constant)), 0, 0};
}

Size size_of(const Domain& domain) {
  const std::uint64_t text = text_weight(domain.max_bytes);
  return {plus(text, times(domain.max_items, text)), domain.max_items, domain.max_bytes};
}

/// Of a list; what it holds may be lists.
Size item_of(const Size& list) {
  return {list.weight, list.weight, list.bytes};
}

class CostAnalysis {
 public:
  CostAnalysis(const Program& program, std::span<const Domain> domains)
      : tree_(program), domains_(domains), costs_(tree_.size()) {}

  std::uint64_t run() {
    for (std::uint32_t index = 0; index < tree_.size(); ++index) {
      Cost cost = cost_of(index);
      cost.size = within(tree_.node(index).type, cost.size);
      costs_[index] = cost;
    }
    return plus(costs_.back().steps, tree_.size());
  }

 private:
  const Cost& cost(const Operand& operand) const { return costs_[operand.node]; }

  Cost cost_of(std::uint32_t index) const {
    const Node& node = tree_.node(index);
    switch (node.kind) {
      case NodeKind::constant:
        return {0, size_of(tree_.constant(node))};
      case NodeKind::slot:
        return {0, size_of(domains_[node.index])};
      case NodeKind::local:
        return {0, bound_size(tree_.binding(node))};
      case NodeKind::negate:
        return cost(tree_.operands(node)[0]);
      case NodeKind::invert:
      case NodeKind::all_of:
      case NodeKind::any_of:
        return {steps_of_operands(node), {}};
      case NodeKind::chain:
        return chain(node);
      case NodeKind::choice:
        return choice(node);
      case NodeKind::list:
        return list(node);
      case NodeKind::index:
        return {steps_of_operands(node), item_of(cost(tree_.operands(node)[0]).size)};
      case NodeKind::call:
        return call(node);
      case NodeKind::matches:
        return match(node);
      case NodeKind::macro:
        return macro(index);
      case NodeKind::has_slot:
      case NodeKind::none_slot:
      case NodeKind::name:
      case NodeKind::unused:
        return {};
      case NodeKind::select:
      case NodeKind::optional_select:
      case NodeKind::has:
      case NodeKind::map:
      case NodeKind::optional_index:
        break;
    }
    return {unbounded_cost, {}};
  }

  Size bound_size(const ProgramTree::Binding& binding) const {
    if (binding.is_position) return {};
    const Size& range = costs_[binding.range].size;
    return binding.is_range ? range : item_of(range);
  }

  std::uint64_t steps_of_operands(const Node& node) const {
    std::uint64_t steps = 0;
    for (const Operand& operand : tree_.operands(node)) steps = plus(steps, cost(operand).steps);
    return steps;
  }

  Type type_of(const Operand& operand) const { return tree_.node(operand.node).type; }

  Cost chain(const Node& node) const {
    const std::span<const Operand> links = tree_.operands(node);
    Cost result = cost(links[0]);
    bool is_number = is_numeric(type_of(links[0]));
    std::uint64_t weight = number_weight(type_of(links[0]));  // of a number
    for (const Operand& link : links.subspan(1)) {
      const Size& right = cost(link).size;
      result.steps = plus(result.steps, cost(link).steps);
      result.steps = plus(result.steps, plus(result.size.weight, right.weight) - 1);
      const bool computes = is_arithmetic(link.before);
      is_number = computes && is_number && is_numeric(type_of(link));
      weight = std::max(weight, number_weight(type_of(link)));
      if (computes && !is_number) {
        result.size = joined(result.size, right);
      } else {
        result.size = {computes ? weight : 1, 0, 0};
      }
    }
    return result;
  }

  Cost choice(const Node& node) const {
    const std::span<const Operand> parts = tree_.operands(node);
    const Cost& chosen = cost(parts[1]);
    const Cost& otherwise = cost(parts[2]);
    return {plus(cost(parts[0]).steps, std::max(chosen.steps, otherwise.steps)),
            larger(chosen.size, otherwise.size)};
  }

  Cost list(const Node& node) const {
    Cost result = {steps_of_operands(node), {1, node.operand_count, 0}};
    for (const Operand& operand : tree_.operands(node)) {
      const Size& item = cost(operand).size;
      result.steps = plus(result.steps, item.weight);
      result.size.weight = plus(result.size.weight, item.weight);
      result.size.bytes = std::max(result.size.bytes, item.bytes);
    }
    return result;
  }

  /// No function of the form library makes more than it is given, but day() a text of numbers.
  Cost call(const Node& node) const {
    Cost result = {steps_of_operands(node), {1, 0, max_made_bytes}};
    for (const Operand& operand : tree_.operands(node)) {
      result.steps = plus(result.steps, cost(operand).size.weight);
      result.size = together(result.size, cost(operand).size);
    }
    result.size = within(node.type, result.size);
    result.steps = plus(result.steps, result.size.weight);
    const FunctionTable functions = tree_.functions(node);
    const bool is_bounded = std::all_of(functions.begin(), functions.end(),
                                        [](const Function& function) { return function.steps == nullptr; });
    if (!is_bounded) result.steps = unbounded_cost;
    return result;
  }

  Cost match(const Node& node) const {
    const Cost& text = cost(tree_.operands(node)[0]);
    return {plus(text.steps, steps_to_match(text.size.bytes, tree_.pattern(node).instruction_count())), {}};
  }

  Cost macro(std::uint32_t index) const {
    const Node& node = tree_.node(index);
    const std::span<const Operand> parts = tree_.operands(node);
    const Cost& range = cost(parts[0]);
    const Cost& last = cost(parts.back());
    if (node.macro == Macro::bind) {
      return {plus(plus(range.steps, last.steps), last.size.weight), last.size};
    }
    const bool makes_list = node.macro == Macro::map || node.macro == Macro::transform_list;
    const Size& item = last.size;
    // As Evaluation::each_item counts: the nodes of what is evaluated stand between the range and the macro.
    std::uint64_t steps_each = index - parts[0].node;
    for (const Operand& part : parts.subspan(1)) steps_each = plus(steps_each, cost(part).steps);
    if (makes_list) steps_each = plus(steps_each, item.weight);
    const std::uint64_t items = range.size.items;
    Cost result = {plus(range.steps, times(items, steps_each)), {}};
    // What it keeps is copied once, and all of it weighs no more than the range.
    if (node.macro == Macro::filter) return {plus(result.steps, range.size.weight), range.size};
    if (makes_list) result.size = {plus(1, times(items, item.weight)), items, item.bytes};
    return result;
  }

  ProgramTree tree_;
  std::span<const Domain> domains_;
  std::vector<Cost> costs_;  // by node
};

}  // namespace

std::uint64_t worst_case_cost(const Program& program, std::span<const Domain> domains) {
  return CostAnalysis(program, domains).run();
}

}  // namespace tianbao::expression
