#include "shared/expression/checker.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "shared/expression/call_checker.h"
#include "shared/expression/compile_error.h"
#include "shared/expression/functions.h"
#include "shared/expression/typing.h"
#include "shared/sort.h"
#include "shared/text/nearest.h"

namespace tianbao::expression {
namespace {

const char* expected_operands(Operator operation) {
  switch (operation) {
    case Operator::add:
      return "两边都是数字、都是文字或者都是列表";
    case Operator::equal:
    case Operator::not_equal:
      return "两边是同一类型的值";
    case Operator::in:
      return "右边是列表，左边与列表各项是同一类型";
    case Operator::less:
    case Operator::less_equal:
    case Operator::greater:
    case Operator::greater_equal:
      return "两边都是数字、都是文字或者都是布尔值";
    default:
      return "两边都是数字";
  }
}

class Checker {
 public:
  Checker(Tree& tree, std::string_view source, const Declarations& declarations)
      : tree_(tree), source_(source), declarations_(declarations), items_(tree.nodes.size(), Type::dynamic) {}

  Result<Checked, CompileError> run() {
    // Before the names, since the arguments of a macro that is not supported would be unknown names.
    for (const Node& node : tree_.nodes) {
      if (node.kind == NodeKind::call && !check_function_name(node)) return std::move(*error_);
    }
    // Children stand before their parents: one pass knows their types when it needs them.
    for (std::uint32_t index = 0; index < tree_.nodes.size(); ++index) {
      check_node(index);
      if (error_) return std::move(*error_);
    }
    sort_items(slots_, std::less<>());
    slots_.erase(std::unique(slots_.begin(), slots_.end()), slots_.end());
    return Checked{tree_.nodes.back().type, std::move(slots_)};
  }

 private:
  std::span<const Operand> operands(const Node& node) const {
    return std::span(tree_.operands).subspan(node.first_operand, node.operand_count);
  }
  ValueType type_of(std::uint32_t index) const { return {tree_.nodes[index].type, items_[index]}; }
  ValueType operand_type(const Node& node, std::size_t operand) const {
    return type_of(operands(node)[operand].node);
  }
  void set_type(std::uint32_t index, ValueType type) {
    tree_.nodes[index].type = type.type;
    items_[index] = type.item;
  }

  void fail(CompileErrorCode code, const Node& at, std::string expected) {
    if (!error_) error_ = make_error(code, source_, at.offset, at.length, std::move(expected));
  }

  void check_node(std::uint32_t index) {
    const Node node = tree_.nodes[index];
    switch (node.kind) {
      case NodeKind::constant:
        return set_type(index, {constant_type(tree_.constants[node.index]), Type::dynamic});
      case NodeKind::name:
        return resolve_name(index);
      case NodeKind::negate:
        return check_negation(index);
      case NodeKind::invert:
      case NodeKind::all_of:
      case NodeKind::any_of:
        for (const Operand& operand : operands(node)) require_boolean(operand.node);
        return set_type(index, {Type::boolean, Type::dynamic});
      case NodeKind::chain:
        return check_chain(index);
      case NodeKind::choice:
        return check_choice(index);
      case NodeKind::list:
        return check_list(index);
      case NodeKind::index:
        return check_index(index);
      case NodeKind::call:
        return check_call(index);
      case NodeKind::slot:
      case NodeKind::has:
      case NodeKind::none:
        return;  // made by this pass, after their place in it
    }
  }

  static Type constant_type(const Value& value) {
    if (value.boolean()) return Type::boolean;
    if (value.string()) return Type::string;
    if (std::holds_alternative<std::int64_t>(value.content)) return Type::integer;
    if (std::holds_alternative<std::uint64_t>(value.content)) return Type::unsigned_integer;
    return std::holds_alternative<double>(value.content) ? Type::floating : Type::null;
  }

  /// langdef.md, "Name Resolution": the longest prefix that is declared. No declared type has members, so a
  /// rest behind it is an error, but one that can say more.
  void resolve_name(std::uint32_t index) {
    Node& node = tree_.nodes[index];
    const std::string& name = tree_.names[node.index];
    if (const std::optional<std::size_t> slot = declarations_.find(name)) {
      node.kind = NodeKind::slot;
      node.index = static_cast<std::uint32_t>(*slot);
      slots_.push_back(*slot);
      return set_type(index, {declarations_.list()[*slot].type, Type::dynamic});
    }
    fail(CompileErrorCode::unknown_name, node, {});
    std::string_view prefix = name;
    while (prefix.find('.') != std::string_view::npos) {
      prefix = prefix.substr(0, prefix.rfind('.'));
      if (!declarations_.find(prefix)) continue;
      error_->expected = "“" + std::string(prefix) + "”没有下级名称";
      error_->nearest = prefix;
      return;
    }
    text::Nearest nearest(name);
    for (const Declaration& declaration : declarations_.list()) nearest.offer(declaration.name);
    error_->nearest = nearest.name();
  }

  void require_boolean(std::uint32_t index) {
    const Node& node = tree_.nodes[index];
    if (node.type == Type::boolean || node.type == Type::dynamic) return;
    fail(CompileErrorCode::wrong_type, node, "布尔值，这里是" + std::string(type_name(node.type)));
  }

  void check_negation(std::uint32_t index) {
    const ValueType type = operand_type(tree_.nodes[index], 0);
    const bool negatable = is_numeric(type.type) && type.type != Type::unsigned_integer;
    if (negatable || type.type == Type::dynamic) return set_type(index, {type.type, Type::dynamic});
    fail(CompileErrorCode::wrong_type, tree_.nodes[operands(tree_.nodes[index])[0].node],
         "可以取负的数字，这里是" + std::string(type_name(type.type)));
  }

  void check_chain(std::uint32_t index) {
    const Node node = tree_.nodes[index];
    const std::span<const Operand> links = operands(node);
    ValueType left = type_of(links[0].node);
    for (std::size_t position = 1; position < links.size(); ++position) {
      const Operand& link = links[position];
      // What stands left of the first operator is one operand, and may be a literal.
      const std::optional<std::uint32_t> left_node =
          position == 1 ? std::optional(links[0].node) : std::nullopt;
      make_decimals(link.before, left, left_node, link.node);
      if (left_node) left = type_of(*left_node);
      const ValueType right = type_of(link.node);
      const std::optional<ValueType> result = result_type(link.before, left, right);
      if (!result) return fail_at_link(node, position, left, right);
      left = *result;
    }
    set_type(index, left);
  }

  void fail_at_link(const Node& node, std::size_t position, ValueType left, ValueType right) {
    const Operand& link = operands(node)[position];
    const Node& operand = tree_.nodes[link.node];
    Node joined = node;
    const bool last = position + 1 == node.operand_count;
    if (!last) joined.length = operand.offset + operand.length - node.offset;
    std::string expected = expected_operands(link.before);
    expected += "，现在左边是" + std::string(type_name(left.type));
    expected += "，右边是" + std::string(type_name(right.type));
    fail(CompileErrorCode::wrong_type, joined, std::move(expected));
  }

  /// Literals on either side become decimals where the operation is one of decimals.
  void make_decimals(Operator operation, ValueType left, std::optional<std::uint32_t> left_node,
                     std::uint32_t right_node) {
    const ValueType right = type_of(right_node);
    const bool beside_decimal = left.type == Type::decimal || right.type == Type::decimal ||
                                (operation == Operator::in && right.item == Type::decimal);
    const bool arithmetic = operation <= Operator::remainder;
    const bool mixed =
        arithmetic && left.type != right.type && is_numeric(left.type) && is_numeric(right.type);
    if (!beside_decimal && !mixed) return;
    if (left_node) make_decimal(*left_node);
    make_decimal(right_node);
  }

  /// Literals, also negated, in a list or as what `?:` chooses from, become decimals with the digits they
  /// are written with. Everything else stays as it is.
  void make_decimal(std::uint32_t index) {
    const Node node = tree_.nodes[index];
    if (node.kind == NodeKind::constant && is_numeric(node.type) && node.type != Type::decimal) {
      if (!tree_.exact[node.index]) {
        return fail(CompileErrorCode::literal_out_of_range, node, "最多 34 位有效数字的数");
      }
      tree_.constants[node.index].content = *tree_.exact[node.index];
      return set_type(index, {Type::decimal, Type::dynamic});
    }
    const bool passes_on =
        node.kind == NodeKind::negate || node.kind == NodeKind::list || node.kind == NodeKind::choice;
    if (!passes_on) return;
    const std::size_t first = node.kind == NodeKind::choice ? 1 : 0;
    for (const Operand& operand : operands(node).subspan(first)) make_decimal(operand.node);
    if (node.kind == NodeKind::negate) return set_type(index, operand_type(node, 0));
    if (node.kind == NodeKind::list) return check_list(index);
    check_choice(index);
  }

  void check_choice(std::uint32_t index) {
    const Node node = tree_.nodes[index];
    require_boolean(operands(node)[0].node);
    const std::uint32_t chosen = operands(node)[1].node;
    const std::uint32_t otherwise = operands(node)[2].node;
    if (type_of(chosen).type == Type::decimal) make_decimal(otherwise);
    if (type_of(otherwise).type == Type::decimal) make_decimal(chosen);
    const std::optional<ValueType> type = common_type(type_of(chosen), type_of(otherwise));
    if (type) return set_type(index, *type);
    fail(CompileErrorCode::wrong_type, tree_.nodes[otherwise],
         "与“?”后面的值同一类型，即" + std::string(type_name(type_of(chosen).type)));
  }

  void check_list(std::uint32_t index) {
    const Node node = tree_.nodes[index];
    const std::span<const Operand> items = operands(node);
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
      if (type_of(item.node).type != common) common = Type::dynamic;
    }
    set_type(index, {Type::list, common});
  }

  void check_index(std::uint32_t index) {
    const Node node = tree_.nodes[index];
    const Node& list = tree_.nodes[operands(node)[0].node];
    const Node& position = tree_.nodes[operands(node)[1].node];
    if (list.type != Type::list && list.type != Type::dynamic) {
      return fail(CompileErrorCode::wrong_type, list, "列表，这里是" + std::string(type_name(list.type)));
    }
    if (!is_numeric(position.type) && position.type != Type::dynamic) {
      return fail(CompileErrorCode::wrong_type, position,
                  "数字，这里是" + std::string(type_name(position.type)));
    }
    set_type(index, {operand_type(node, 0).item, Type::dynamic});
  }

  bool check_function_name(const Node& node) {
    const std::string& name = tree_.names[node.index];
    if (is_presence_test(name) || is_function(name)) return true;
    fail(CompileErrorCode::unknown_name, node, "没有这个函数");
    error_->found = name;
    error_->nearest = nearest_function(name);
    return false;
  }

  void check_call(std::uint32_t index) {
    const Node node = tree_.nodes[index];
    if (is_presence_test(tree_.names[node.index])) return check_presence_test(index);
    std::vector<ArgumentType> arguments;
    for (const Operand& operand : operands(node)) {
      arguments.push_back({type_of(operand.node), &tree_.nodes[operand.node]});
    }
    Result<Overload, CompileError> overload =
        find_overload(tree_.names[node.index], node, arguments, source_);
    if (!overload) {
      error_ = std::move(overload).error();
      return;
    }
    const Function& function = functions()[overload.value().row];
    for (std::size_t argument = 0; argument < arguments.size(); ++argument) {
      const Parameter parameter = function.parameters[argument];
      const bool numeric = parameter == Parameter::number || parameter == Parameter::numbers;
      if (numeric) make_decimal(operands(node)[argument].node);
    }
    tree_.nodes[index].index = overload.value().row;
    set_type(index, {overload.value().result, Type::dynamic});
  }

  static bool is_presence_test(std::string_view name) { return name == "has" || name == "none"; }

  /// has(name) and none(name) are macros: they look at the slot, not at the value.
  void check_presence_test(std::uint32_t index) {
    Node& node = tree_.nodes[index];
    const std::string& name = tree_.names[node.index];
    if (node.receiver) {
      return fail(CompileErrorCode::syntax, node, "写成 " + name + "(名称)");
    }
    if (node.operand_count != 1) return fail(CompileErrorCode::wrong_argument_count, node, " 1 个");
    const Node& argument = tree_.nodes[operands(node)[0].node];
    if (argument.kind != NodeKind::slot) {
      return fail(CompileErrorCode::wrong_type, argument, "一个名称，如 " + name + "(release.total)");
    }
    node.kind = name == "has" ? NodeKind::has : NodeKind::none;
    node.index = argument.index;
    set_type(index, {Type::boolean, Type::dynamic});
  }

  Tree& tree_;
  std::string_view source_;
  const Declarations& declarations_;
  std::vector<Type> items_;  // by node: of a list, the type of its items
  std::vector<std::size_t> slots_;
  std::optional<CompileError> error_;
};

}  // namespace

Result<Checked, CompileError> check(Tree& tree, std::string_view source, const Declarations& declarations) {
  return Checker(tree, source, declarations).run();
}

}  // namespace tianbao::expression
