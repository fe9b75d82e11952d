#include "tests/conformance/golden_tree.h"

#include <cctype>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "tests/conformance/go_text.h"
#include "tests/conformance/golden_syntax.h"
#include "tests/support/require.h"

namespace tianbao::conformance {
namespace {

using expression::Macro;
using expression::Node;
using expression::NodeKind;
using expression::Operator;
using Kind = GoldenExpression::Kind;
using List = std::vector<GoldenExpression>;

std::string function_of(Operator operation) {
  switch (operation) {
    case Operator::none:
      break;
    case Operator::add:
      return "_+_";
    case Operator::subtract:
      return "_-_";
    case Operator::multiply:
      return "_*_";
    case Operator::divide:
      return "_/_";
    case Operator::remainder:
      return "_%_";
    case Operator::equal:
      return "_==_";
    case Operator::not_equal:
      return "_!=_";
    case Operator::less:
      return "_<_";
    case Operator::less_equal:
      return "_<=_";
    case Operator::greater:
      return "_>_";
    case Operator::greater_equal:
      return "_>=_";
    case Operator::in:
      return "@in";
  }
  testing::end_without("an operator");
}

struct ConstantOf {
  GoldenExpression operator()(expression::Null /*null*/) const { return make_constant("NullValue", "null"); }
  GoldenExpression operator()(bool value) const {
    return make_constant("BoolValue", value ? "true" : "false");
  }
  GoldenExpression operator()(std::int64_t value) const {
    return make_constant("Int64Value", std::to_string(value));
  }
  GoldenExpression operator()(std::uint64_t value) const {
    return make_constant("Uint64Value", std::to_string(value) + "u");
  }
  GoldenExpression operator()(double value) const { return make_constant("DoubleValue", go_double(value)); }
  GoldenExpression operator()(const std::string& value) const {
    return make_constant("StringValue", go_quoted(value));
  }
  GoldenExpression operator()(const expression::Bytes& value) const {
    return make_constant("BytesValue", "b" + go_quoted(value.content));
  }
  template <typename Other>
  GoldenExpression operator()(const Other& /*other*/) const {
    testing::end_without("a constant that a literal can write");
  }
};

GoldenExpression make_true() {
  return make_constant("BoolValue", "true");
}
GoldenExpression make_integer(std::string digits) {
  return make_constant("Int64Value", std::move(digits));
}
GoldenExpression accumulator() {
  return make_identifier("@result");
}

/// The terms of a chain of && or ||, halved at the middle operator.
GoldenExpression balance(const std::string& function, std::span<const GoldenExpression> terms) {
  if (terms.size() == 1) return terms.front();
  const std::size_t left = (terms.size() + 1) / 2;
  return make_call(function, {balance(function, terms.first(left)), balance(function, terms.subspan(left))});
}

class Translation {
 public:
  Translation(const expression::Tree& tree, std::string_view source) : tree_(tree), source_(source) {}

  GoldenExpression translate(std::uint32_t index) const;

 private:
  GoldenExpression operand(const Node& node, std::size_t position) const {
    return translate(tree_.operands_of(node)[position].node);
  }
  List operands(const Node& node) const;
  /// A leading dot names the root scope.
  std::string name(const Node& node) const {
    const bool is_root = !node.receiver && source_[node.offset] == '.';
    return (is_root ? "." : "") + std::string(tree_.names[node.index]);
  }
  std::string member(const Node& node) const { return *tree_.constants[node.index].string(); }
  std::string variable(const Node& node, std::uint32_t number) const {
    return std::string(tree_.variables[node.index + number].name);
  }

  GoldenExpression translate_repeated(const Node& node, std::string function) const;
  GoldenExpression translate_chain(const Node& node) const;
  GoldenExpression translate_select(const Node& node) const;
  GoldenExpression translate_has(const Node& node) const;
  GoldenExpression translate_map(const Node& node) const;
  GoldenExpression translate_macro(const Node& node) const;
  GoldenExpression translate_extension(const Node& node) const;
  GoldenExpression comprehension(const Node& node, GoldenExpression init, GoldenExpression condition,
                                 GoldenExpression step, GoldenExpression result) const;
  GoldenExpression collect(const Node& node, GoldenExpression item) const;
  std::string macro_name(const Node& node) const;

  const expression::Tree& tree_;
  std::string_view source_;
};

GoldenExpression Translation::translate(std::uint32_t index) const {
  const Node& node = tree_.nodes[index];
  switch (node.kind) {
    case NodeKind::constant:
      return std::visit(ConstantOf{}, tree_.constants[node.index].content);
    case NodeKind::name:
      return make_identifier(name(node));
    case NodeKind::local:
      return make_identifier(variable(node, 0));
    case NodeKind::select:
      return translate_select(node);
    case NodeKind::optional_select:
      return make_call("_?._", {operand(node, 0), make_constant("StringValue", go_quoted(member(node)))});
    case NodeKind::has:
      return translate_has(node);
    case NodeKind::negate:
      return translate_repeated(node, "-_");
    case NodeKind::invert:
      return translate_repeated(node, "!_");
    case NodeKind::chain:
      return translate_chain(node);
    case NodeKind::all_of:
      return balance("_&&_", operands(node));
    case NodeKind::any_of:
      return balance("_||_", operands(node));
    case NodeKind::choice:
      return make_call("_?_:_", operands(node));
    case NodeKind::list:
      return make_list(operands(node));
    case NodeKind::map:
      return translate_map(node);
    case NodeKind::index:
      return make_call("_[_]", operands(node));
    case NodeKind::optional_index:
      return make_call("_[?_]", operands(node));
    case NodeKind::call: {
      GoldenExpression call = make_call(name(node), operands(node));
      call.has_target = node.receiver;
      return call;
    }
    case NodeKind::macro:
      return translate_macro(node);
    case NodeKind::matches:
    case NodeKind::unused:
    case NodeKind::slot:
    case NodeKind::has_slot:
    case NodeKind::none_slot:
      break;
  }
  testing::end_without("a tree as the parser leaves it");
}

List Translation::operands(const Node& node) const {
  List list;
  for (const expression::Operand& each : tree_.operands_of(node)) list.push_back(translate(each.node));
  return list;
}

GoldenExpression Translation::translate_repeated(const Node& node, std::string function) const {
  if (node.index % 2 == 0) return operand(node, 0);
  return make_call(std::move(function), operands(node));
}

GoldenExpression Translation::translate_chain(const Node& node) const {
  const std::span<const expression::Operand> chain = tree_.operands_of(node);
  GoldenExpression left = translate(chain.front().node);
  for (const expression::Operand& each : chain.subspan(1)) {
    left = make_call(function_of(each.before), {std::move(left), translate(each.node)});
  }
  return left;
}

GoldenExpression Translation::translate_select(const Node& node) const {
  return {Kind::select, member(node), {}, false, false, false, operands(node)};
}

GoldenExpression Translation::translate_has(const Node& node) const {
  GoldenExpression tested = operand(node, 0);
  if (tested.kind != Kind::select) return make_call("has", {std::move(tested)});
  tested.test_only = true;
  return tested;
}

GoldenExpression Translation::translate_map(const Node& node) const {
  GoldenExpression map = {Kind::map, {}, {}, false, false, false, operands(node)};
  for (std::size_t i = 0; i < map.operands.size(); ++i) {
    map.operands[i].optional = tree_.operands_of(node)[i].optional;
  }
  return map;
}

GoldenExpression Translation::comprehension(const Node& node, GoldenExpression init,
                                            GoldenExpression condition, GoldenExpression step,
                                            GoldenExpression result) const {
  return {Kind::comprehension,
          variable(node, 0),
          {},
          false,
          false,
          false,
          {operand(node, 0), std::move(init), std::move(condition), std::move(step), std::move(result)}};
}

/// The items into a list, those only for which operand 1 is true when there is a filter before the item.
GoldenExpression Translation::collect(const Node& node, GoldenExpression item) const {
  const bool filters = node.macro == Macro::filter || node.operand_count == 3;
  GoldenExpression step = make_call("_+_", {accumulator(), make_list({std::move(item)})});
  if (filters) step = make_call("_?_:_", {operand(node, 1), std::move(step), accumulator()});
  return comprehension(node, make_list({}), make_true(), std::move(step), accumulator());
}

GoldenExpression Translation::translate_macro(const Node& node) const {
  if (node.two_variables) return translate_extension(node);
  switch (node.macro) {
    case Macro::all:
      return comprehension(node, make_true(), make_call("@not_strictly_false", {accumulator()}),
                           make_call("_&&_", {accumulator(), operand(node, 1)}), accumulator());
    case Macro::exists:
      return comprehension(node, make_constant("BoolValue", "false"),
                           make_call("@not_strictly_false", {make_call("!_", {accumulator()})}),
                           make_call("_||_", {accumulator(), operand(node, 1)}), accumulator());
    case Macro::exists_one: {
      GoldenExpression sum = make_call("_+_", {accumulator(), make_integer("1")});
      return comprehension(node, make_integer("0"), make_true(),
                           make_call("_?_:_", {operand(node, 1), std::move(sum), accumulator()}),
                           make_call("_==_", {accumulator(), make_integer("1")}));
    }
    case Macro::map:
      return collect(node, operand(node, node.operand_count - 1));
    case Macro::filter:
      return collect(node, make_identifier(variable(node, 0)));
    default:
      return translate_extension(node);
  }
}

/// As it is written: `cel.bind(v, operand 0, operand 1)`, else `operand 0.name(variables …, operands …)`.
GoldenExpression Translation::translate_extension(const Node& node) const {
  const bool is_bind = node.macro == Macro::bind;
  List list = {is_bind ? make_identifier("cel") : operand(node, 0), make_identifier(variable(node, 0))};
  if (node.two_variables) list.push_back(make_identifier(variable(node, 1)));
  for (std::size_t i = is_bind ? 0 : 1; i < node.operand_count; ++i) list.push_back(operand(node, i));
  GoldenExpression call = make_call(is_bind ? "bind" : macro_name(node), std::move(list));
  call.has_target = true;
  return call;
}

/// What stands before the parenthesis before the first variable: exists_one has two spellings.
std::string Translation::macro_name(const Node& node) const {
  const auto is_letter = [](char character) {
    return std::isalnum(static_cast<unsigned char>(character)) != 0 || character == '_';
  };
  const char* const first_variable = tree_.variables[node.index].name.data();
  std::size_t end = source_.rfind('(', static_cast<std::size_t>(first_variable - source_.data()));
  while (!is_letter(source_[end - 1])) --end;
  std::size_t begin = end;
  while (is_letter(source_[begin - 1])) --begin;
  return std::string(source_.substr(begin, end - begin));
}

}  // namespace

std::string golden_tree(const expression::Tree& tree, std::string_view source) {
  return print(Translation(tree, source).translate(static_cast<std::uint32_t>(tree.nodes.size() - 1)));
}

}  // namespace tianbao::conformance
