#include "shared/expression/checker.h"

#include <optional>
#include <string>
#include <utility>

#include "shared/expression/arithmetic.h"
#include "shared/expression/call_checker.h"
#include "shared/expression/compile_error.h"
#include "shared/expression/typed_tree.h"
#include "shared/expression/typing.h"

namespace tianbao::expression {
namespace {

constexpr ValueType boolean_type = {Type::boolean, Type::dynamic};

Expected expected_operands(Operator operation) {
  switch (operation) {
    case Operator::add:
      return Expected::addable;
    case Operator::equal:
    case Operator::not_equal:
      return Expected::same_type;
    case Operator::in:
      return Expected::list_of_type;
    case Operator::less:
    case Operator::less_equal:
    case Operator::greater:
    case Operator::greater_equal:
      return Expected::ordered;
    default:
      return Expected::numbers;
  }
}

Type constant_type(const Value& value) {
  if (value.boolean()) return Type::boolean;
  if (value.string()) return Type::string;
  if (std::holds_alternative<std::int64_t>(value.content)) return Type::integer;
  if (std::holds_alternative<std::uint64_t>(value.content)) return Type::unsigned_integer;
  if (std::holds_alternative<double>(value.content)) return Type::floating;
  if (std::holds_alternative<Bytes>(value.content)) return Type::bytes;
  return std::holds_alternative<TypeName>(value.content) ? Type::type : Type::null;
}

class Checker {
 public:
  Checker(Tree& tree, std::string_view source, const Declarations& declarations, const Dialect& dialect)
      : typed_(tree, source, dialect), declarations_(declarations) {}

  Result<Checked, CompileError> run() {
    // Children stand before their parents: one pass knows their types when it needs them.
    const auto count = static_cast<std::uint32_t>(typed_.tree().nodes.size());
    for (std::uint32_t index = 0; index < count; ++index) {
      check_node(index);
      if (typed_.error()) return std::move(*typed_.error());
    }
    return Checked{typed_.type_of(count - 1).type, std::move(patterns_), std::move(functions_)};
  }

 private:
  void check_node(std::uint32_t index) {
    const Node node = typed_.node(index);
    switch (node.kind) {
      case NodeKind::constant:
        return typed_.set_type(index, {constant_type(typed_.tree().constants[node.index])});
      case NodeKind::slot:
        return typed_.set_type(
            index, {declarations_.list()[node.index].type, declarations_.list()[node.index].item});
      case NodeKind::local:
        return typed_.set_type(index, variable_type(typed_.tree().variables[node.index]));
      case NodeKind::select:
      case NodeKind::optional_select:
        return check_select(index);
      case NodeKind::has:
        return check_has(index);
      case NodeKind::negate:
        return check_negation(index);
      case NodeKind::invert:
      case NodeKind::all_of:
      case NodeKind::any_of:
        for (const Operand& operand : typed_.operands(index)) require_boolean(operand.node);
        return typed_.set_type(index, boolean_type);
      case NodeKind::chain:
        return check_chain(index);
      case NodeKind::choice:
        require_boolean(typed_.operand(index, 0));
        return typed_.type_choice(index);
      case NodeKind::list:
        return check_list(index);
      case NodeKind::map:
        if (!has_extension()) return fail_extension(index, Expected::without_map);
        return typed_.set_type(index, {Type::map});
      case NodeKind::index:
      case NodeKind::optional_index:
        return check_index(index);
      case NodeKind::call:
        return check_call(index);
      case NodeKind::macro:
        return check_macro(index);
      case NodeKind::has_slot:
      case NodeKind::none_slot:
      case NodeKind::matches:
        return typed_.set_type(index, boolean_type);
      case NodeKind::name:
      case NodeKind::unused:
        return;
    }
  }

  bool has_extension() const { return typed_.dialect().library.extension != nullptr; }

  void fail_extension(std::uint32_t index, Expected expected) {
    typed_.fail(CompileErrorCode::syntax, typed_.node(index), expected);
  }

  void fail_type(std::uint32_t index, Expected expected) {
    const Node& node = typed_.node(index);
    typed_.fail(CompileErrorCode::wrong_type, node, expected, node.type);
  }

  void require_boolean(std::uint32_t index) {
    const Type type = typed_.type_of(index).type;
    if (type != Type::boolean && type != Type::dynamic) fail_type(index, Expected::boolean);
  }

  ValueType variable_type(const Variable& variable) const {
    const ValueType range = typed_.type_of(variable.range);
    if (variable.macro == Macro::bind) return range;
    if (range.type != Type::list) return {};
    if (variable.two && !variable.second) return {Type::integer};
    return {range.item};
  }

  void check_list(std::uint32_t index) {
    for (const Operand& item : typed_.operands(index)) {
      if (item.optional && !has_extension()) return fail_extension(item.node, Expected::without_optional);
    }
    typed_.type_list(index);
  }

  /// No declared type but a map has members; an optional passes on to what it holds.
  void check_select(std::uint32_t index) {
    const Type type = typed_.operand_type(index, 0).type;
    const bool has_members =
        has_extension() && (type == Type::map || type == Type::optional || type == Type::dynamic);
    const bool is_optional = typed_.node(index).kind == NodeKind::optional_select || type == Type::optional;
    if (has_members) return typed_.set_type(index, {is_optional ? Type::optional : Type::dynamic});
    if (!typed_.dialect().checks_types) return;
    const Node& operand = typed_.node(typed_.operand(index, 0));
    const Node& node = typed_.node(index);
    CompileError error = make_error(CompileErrorCode::unknown_name, typed_.source(), node.offset, node.length,
                                    Expected::no_member);
    error.detail = typed_.source().substr(operand.offset, operand.length);
    if (operand.kind == NodeKind::slot) error.nearest = error.detail;
    typed_.fail(std::move(error));
  }

  /// Of a slot the macro looks at the slot, not at its value.
  void check_has(std::uint32_t index) {
    const Node& argument = typed_.node(typed_.operand(index, 0));
    typed_.set_type(index, boolean_type);
    const bool selects = argument.kind == NodeKind::select || argument.kind == NodeKind::optional_select;
    if (selects && has_extension()) return;
    const bool is_dotted =
        typed_.source().substr(argument.offset, argument.length).find('.') != std::string_view::npos;
    if (argument.kind == NodeKind::slot && (typed_.is_form() || is_dotted)) {
      return look_at_slot(index, NodeKind::has_slot);
    }
    typed_.fail(CompileErrorCode::syntax, argument, Expected::name_to_have);
  }

  void look_at_slot(std::uint32_t index, NodeKind kind) {
    Node& node = typed_.tree().nodes[index];
    node.index = typed_.node(typed_.operand(index, 0)).index;
    node.kind = kind;
    typed_.set_type(index, boolean_type);
  }

  void check_negation(std::uint32_t index) {
    const ValueType type = typed_.operand_type(index, 0);
    const bool negatable = is_numeric(type.type) && type.type != Type::unsigned_integer;
    if (negatable || type.type == Type::dynamic) return typed_.set_type(index, {type.type});
    fail_type(typed_.operand(index, 0), Expected::negatable_number);
  }

  void check_chain(std::uint32_t index) {
    const std::span<const Operand> links = typed_.operands(index);
    ValueType left = typed_.type_of(links[0].node);
    for (std::size_t position = 1; position < links.size(); ++position) {
      const Operand& link = links[position];
      // What stands left of the first operator is one operand, and may be a literal.
      const std::optional<std::uint32_t> left_node =
          position == 1 ? std::optional(links[0].node) : std::nullopt;
      if (typed_.is_form()) make_decimals(link.before, left, left_node, link.node);
      if (left_node) left = typed_.type_of(*left_node);
      const ValueType right = typed_.type_of(link.node);
      const std::optional<ValueType> result = result_type(link.before, left, right, typed_.dialect().mode);
      if (!result) return fail_at_link(index, position, left, right);
      // Where types are not checked, nothing says that what strict CEL refuses is ever evaluated: it is known
      // to make a decimal only beside one.
      const bool has_decimal = left.type == Type::decimal || right.type == Type::decimal;
      const bool is_known = result->type != Type::decimal || has_decimal || typed_.dialect().checks_types;
      left = is_known ? *result : ValueType{};
    }
    typed_.set_type(index, left);
  }

  void fail_at_link(std::uint32_t index, std::size_t position, ValueType left, ValueType right) {
    Node joined = typed_.node(index);
    const Operand& link = typed_.operands(index)[position];
    const Node& operand = typed_.node(link.node);
    const bool last = position + 1 == joined.operand_count;
    if (!last) joined.length = operand.offset + operand.length - joined.offset;
    typed_.fail(CompileErrorCode::wrong_type, joined, expected_operands(link.before), left.type, right.type);
  }

  /// Literals on either side become decimals where the operation is one of decimals.
  void make_decimals(Operator operation, ValueType left, std::optional<std::uint32_t> left_node,
                     std::uint32_t right_node) {
    const ValueType right = typed_.type_of(right_node);
    const bool beside_decimal = left.type == Type::decimal || right.type == Type::decimal ||
                                (operation == Operator::in && right.item == Type::decimal);
    const bool mixed = typed_.dialect().checks_types && is_arithmetic(operation) && left.type != right.type &&
                       is_numeric(left.type) && is_numeric(right.type);
    if (!beside_decimal && !mixed) return;
    if (left_node) typed_.make_decimal(*left_node);
    typed_.make_decimal(right_node);
  }

  void check_index(std::uint32_t index) {
    const ValueType container = typed_.operand_type(index, 0);
    const Type position = typed_.operand_type(index, 1).type;
    const bool is_optional =
        typed_.node(index).kind == NodeKind::optional_index || container.type == Type::optional;
    if (!has_extension() && typed_.node(index).kind == NodeKind::optional_index) {
      return fail_extension(index, Expected::without_optional);
    }
    if (container.type == Type::list) {
      if (!is_numeric(position) && position != Type::dynamic)
        return fail_type(typed_.operand(index, 1), Expected::number);
      return typed_.set_type(index, {is_optional ? Type::optional : container.item});
    }
    const bool has_items =
        container.type == Type::map || container.type == Type::optional || container.type == Type::dynamic;
    if (!has_items) return fail_type(typed_.operand(index, 0), Expected::list);
    typed_.set_type(index, {is_optional ? Type::optional : Type::dynamic});
  }

  void check_call(std::uint32_t index) {
    const Node node = typed_.node(index);
    const std::string_view name = typed_.tree().names[node.index];
    if (name == "none" && typed_.is_form()) return check_none(index);
    std::vector<ArgumentType> arguments;
    for (const Operand& operand : typed_.operands(index)) {
      arguments.push_back({typed_.type_of(operand.node), &typed_.node(operand.node)});
    }
    Result<Overload, CompileError> found =
        find_overload(find_function(typed_.dialect().library, name), node, arguments, typed_.source(),
                      typed_.dialect().checks_types);
    if (!found) return typed_.fail(std::move(found).error());
    if (name == "matches") return check_pattern(index, found.value());
    take_overload(index, found.value());
    if (!typed_.dialect().checks_types || found.value().functions.size() != 1) return;
    for (std::size_t argument = 0; argument < arguments.size(); ++argument) {
      check_written(typed_.operand(index, argument), found.value().functions.front().parameter(argument));
    }
  }

  /// What is written out can be seen to be wrong before there are values: a text among numbers, places that
  /// no number has.
  void check_written(std::uint32_t argument, Parameter parameter) {
    const Node& node = typed_.node(argument);
    if (parameter == Parameter::numbers && node.kind == NodeKind::list) {
      for (const Operand& item : typed_.operands(argument)) {
        const Type type = typed_.type_of(item.node).type;
        if (type != Type::dynamic && !is_numeric(type)) return fail_type(item.node, Expected::number);
      }
    }
    const bool are_places = parameter == Parameter::places && node.kind == NodeKind::constant;
    if (are_places && !to_places(typed_.tree().constants[node.index])) {
      typed_.fail(CompileErrorCode::literal_out_of_range, node, Expected::places);
    }
  }

  void take_overload(std::uint32_t index, const Overload& overload) {
    const std::size_t arguments = typed_.operands(index).size();
    // Functions that give a decimal compute with decimals; CEL's own keep what strict CEL gives them.
    const bool computes = typed_.is_form() && overload.result.type == Type::decimal;
    for (std::size_t argument = 0; argument < arguments && computes; ++argument) {
      const Parameter parameter = overload.functions.front().parameter(argument);
      const bool numeric =
          parameter == Parameter::number || parameter == Parameter::numbers || parameter == Parameter::places;
      if (numeric) typed_.make_decimal(typed_.operand(index, argument));
    }
    typed_.tree().nodes[index].index = static_cast<std::uint32_t>(functions_.size());
    functions_.push_back(overload.functions);
    typed_.set_type(index, overload.result);
  }

  /// A pattern that is a literal is compiled once.
  void check_pattern(std::uint32_t index, const Overload& overload) {
    const Node& argument = typed_.node(typed_.operand(index, 1));
    const bool is_constant = argument.kind == NodeKind::constant;
    const std::string* const written =
        is_constant ? typed_.tree().constants[argument.index].string() : nullptr;
    if (written == nullptr) {
      if (!typed_.is_form() || !typed_.dialect().checks_types) return take_overload(index, overload);
      return typed_.fail(CompileErrorCode::wrong_type, argument, Expected::written_pattern);
    }
    auto pattern = pattern::compile(*written);
    if (!pattern) {
      CompileError error = make_error(CompileErrorCode::wrong_pattern, typed_.source(), argument.offset,
                                      argument.length, Expected::nothing);
      error.pattern = std::move(pattern).error();
      return typed_.fail(std::move(error));
    }
    Node& node = typed_.tree().nodes[index];
    node.kind = NodeKind::matches;
    node.index = static_cast<std::uint32_t>(patterns_.size());
    node.operand_count = 1;
    patterns_.push_back(std::move(pattern).value());
    typed_.set_type(index, boolean_type);
  }

  void check_none(std::uint32_t index) {
    const Node& node = typed_.node(index);
    if (node.receiver) return typed_.fail(CompileErrorCode::syntax, node, Expected::none_of_name);
    if (node.operand_count != 1) {
      CompileError error = make_error(CompileErrorCode::wrong_argument_count, typed_.source(), node.offset,
                                      node.length, Expected::argument_counts);
      error.choices = 1U << 1U;
      return typed_.fail(std::move(error));
    }
    const Node& argument = typed_.node(typed_.operand(index, 0));
    if (argument.kind == NodeKind::slot) return look_at_slot(index, NodeKind::none_slot);
    typed_.fail(CompileErrorCode::wrong_type, argument, Expected::name_for_none);
    take_overload(index, {});  // for where types are not checked: nothing to call
  }

  void check_macro(std::uint32_t index) {
    const Node node = typed_.node(index);
    const std::uint32_t range = typed_.operand(index, 0);
    const ValueType range_type = typed_.type_of(range);
    const std::uint32_t result = typed_.operands(index).back().node;
    const bool is_optional = node.macro == Macro::optional_map || node.macro == Macro::optional_flat_map;
    const bool makes_map = node.macro == Macro::transform_map || node.macro == Macro::transform_map_entry;
    if ((is_optional || makes_map) && !has_extension()) {
      return fail_extension(index, Expected::macros_of_forms);
    }
    if (node.macro == Macro::bind) return typed_.set_type(index, typed_.type_of(result));
    if (is_optional) return typed_.set_type(index, {Type::optional});
    if (range_type.type != Type::list && range_type.type != Type::map && range_type.type != Type::dynamic) {
      return fail_type(range, Expected::list);
    }
    if (node.operand_count == 3) require_boolean(typed_.operand(index, 1));
    switch (node.macro) {
      case Macro::map:
      case Macro::transform_list:
        return typed_.set_type(index, {Type::list, typed_.type_of(result).type});
      case Macro::transform_map:
      case Macro::transform_map_entry:
        return typed_.set_type(index, {Type::map});
      case Macro::filter:
        require_boolean(result);
        return typed_.set_type(index,
                               {range_type.type == Type::list ? Type::list : Type::dynamic, range_type.item});
      default:
        require_boolean(result);
        return typed_.set_type(index, boolean_type);
    }
  }

  TypedTree typed_;
  const Declarations& declarations_;
  std::vector<pattern::Pattern> patterns_;
  std::vector<FunctionTable> functions_;
};

}  // namespace

Result<Checked, CompileError> check(Tree& tree, std::string_view source, const Declarations& declarations,
                                    const Dialect& dialect) {
  return Checker(tree, source, declarations, dialect).run();
}

}  // namespace tianbao::expression
