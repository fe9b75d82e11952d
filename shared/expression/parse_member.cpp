#include <utility>

#include "shared/expression/literal.h"
#include "shared/expression/parser_class.h"

namespace tianbao::expression {

namespace {

bool is_selector(TokenKind kind) {
  return kind == TokenKind::identifier || kind == TokenKind::reserved || kind == TokenKind::quoted_identifier;
}

}  // namespace

Parsed Parser::parse_member() {
  const std::size_t begin = negative_literal_ ? tokens_.tokens[position_ - 1].offset : token().offset;
  Parsed member = parse_primary();
  while (member) {
    if (kind() == TokenKind::left_bracket) {
      member = parse_index(*member, begin);
    } else if (kind() == TokenKind::dot) {
      member = parse_selection(*member, begin);
    } else if (kind() == TokenKind::left_brace) {
      return fail_here(Expected::operator_or_end_without_messages);
    } else {
      break;
    }
  }
  return member;
}

Parsed Parser::parse_index(std::uint32_t container, std::size_t begin) {
  ++position_;
  const bool optional = skip(TokenKind::question);
  const Parsed position = parse_expression();
  if (!position || !require(TokenKind::right_bracket, Expected::closing_bracket)) return std::nullopt;
  return add({.kind = optional ? NodeKind::optional_index : NodeKind::index}, begin,
             {{container}, {*position}});
}

Parsed Parser::parse_selection(std::uint32_t operand, std::size_t begin) {
  ++position_;
  const bool optional = skip(TokenKind::question);
  const Token member = token();
  if (!is_selector(member.kind)) return fail_here(Expected::name_after_dot);
  ++position_;
  const bool is_call = kind() == TokenKind::left_parenthesis && !optional;
  if (is_call && member.kind != TokenKind::quoted_identifier) return parse_call(member, begin, operand);
  std::string_view name = text(member);
  if (member.kind == TokenKind::quoted_identifier) name = name.substr(1, name.size() - 2);
  const std::uint32_t index = builder_.constant_index({std::string(name)});
  return add({.kind = optional ? NodeKind::optional_select : NodeKind::select, .index = index}, begin,
             {{operand}});
}

/// How many of the arguments, the first of which is the next token but one, begin the list as a plain name
/// with a comma behind it.
std::size_t Parser::leading_names() const {
  std::size_t count = 0;
  while (kind(2 * count + 1) == TokenKind::identifier && kind(2 * count + 2) == TokenKind::comma) ++count;
  return count;
}

/// From the opening parenthesis on.
Parsed Parser::parse_call(const Token& name, std::size_t begin, Parsed receiver) {
  if (receiver) {
    const MacroSyntax* const macro = find_macro(text(name), leading_names());
    if (macro != nullptr) return parse_macro(*macro, begin, *receiver);
  } else if (text(name) == "has") {
    return parse_has(begin);
  }
  ++position_;
  Operands operands;
  if (receiver) operands.push_back({*receiver});
  if (!parse_items(operands, TokenKind::right_parenthesis, Expected::comma_or_closing_parenthesis, false))
    return std::nullopt;
  const std::uint32_t index = builder_.name_index(text(name));
  return add({.kind = NodeKind::call, .receiver = receiver.has_value(), .index = index}, begin, operands);
}

Parsed Parser::fail_count(std::size_t begin, std::size_t arguments) {
  CompileError error = make_error(CompileErrorCode::wrong_argument_count, source_, begin, end() - begin,
                                  Expected::argument_counts);
  error.choices = 1U << arguments;
  return builder_.fail(std::move(error));
}

Parsed Parser::parse_has(std::size_t begin) {
  ++position_;
  Operands operands;
  if (!parse_items(operands, TokenKind::right_parenthesis, Expected::comma_or_closing_parenthesis, false))
    return std::nullopt;
  if (operands.size() == 1) return add({.kind = NodeKind::has}, begin, operands);
  return fail_count(begin, 1);
}

/// Reads the names of the variables and the commas behind them.
std::uint32_t Parser::add_variables(std::size_t count, std::uint32_t range, Macro macro) {
  std::uint32_t first = 0;
  for (std::size_t number = 0; number < count; ++number) {
    const std::uint32_t index =
        builder_.variable_index({text(token()), range, macro, number == 1, count == 2});
    scope_.push_back(index);
    if (number == 0) first = index;
    position_ += 2;
  }
  return first;
}

/// From the opening parenthesis on. What stands behind the variables sees them.
Parsed Parser::parse_macro(const MacroSyntax& syntax, std::size_t begin, std::uint32_t range) {
  ++position_;
  const std::uint32_t variable = add_variables(syntax.variables, range, syntax.macro);
  Operands operands = {{range}};
  const bool parsed =
      parse_items(operands, TokenKind::right_parenthesis, Expected::comma_or_closing_parenthesis, false);
  scope_.resize(scope_.size() - syntax.variables);
  if (!parsed) return std::nullopt;
  const std::size_t expressions = operands.size() - 1;
  if (expressions < syntax.least_expressions || expressions > syntax.most_expressions) {
    const std::size_t most = syntax.variables + syntax.most_expressions;
    return fail_count(begin, most);
  }
  return add({.kind = NodeKind::macro,
              .macro = syntax.macro,
              .two_variables = syntax.variables == 2,
              .index = variable},
             begin, operands);
}

/// cel.bind(name, value, expression), from `cel` on.
Parsed Parser::parse_bind(std::size_t begin) {
  position_ += 4;  // cel . bind (
  if (kind() != TokenKind::identifier) return fail_here(Expected::variable_name);
  const Token name = token();
  ++position_;
  if (!require(TokenKind::comma, Expected::comma)) return std::nullopt;
  const Parsed value = parse_expression();
  if (!value || !require(TokenKind::comma, Expected::comma)) return std::nullopt;
  const std::uint32_t variable = builder_.variable_index({text(name), *value, Macro::bind, false, false});
  scope_.push_back(variable);
  const Parsed result = parse_expression();
  scope_.pop_back();
  if (!result || !require(TokenKind::right_parenthesis, Expected::closing_parenthesis)) return std::nullopt;
  return add({.kind = NodeKind::macro, .macro = Macro::bind, .index = variable}, begin,
             {{*value}, {*result}});
}

/// Expressions with commas between them, up to and with `closing`. In a list a comma may stand behind the
/// last one, and `?` before any.
bool Parser::parse_items(Operands& items, TokenKind closing, Expected expected, bool is_list) {
  if (skip(closing)) return true;
  while (true) {
    const bool optional = is_list && skip(TokenKind::question);
    const Parsed item = parse_expression();
    if (!item) return false;
    items.push_back({.node = *item, .optional = optional});
    if (skip(closing)) return true;
    if (!require(TokenKind::comma, expected)) return false;
    if (is_list && skip(closing)) return true;
  }
}

Parsed Parser::parse_primary() {
  const Token first = token();
  switch (first.kind) {
    case TokenKind::integer:
    case TokenKind::unsigned_integer:
    case TokenKind::floating:
      return parse_number();
    case TokenKind::string:
    case TokenKind::bytes:
      return parse_string();
    case TokenKind::true_literal:
    case TokenKind::false_literal:
      ++position_;
      return builder_.add_constant(first.offset, end(), {first.kind == TokenKind::true_literal});
    case TokenKind::null_literal:
      ++position_;
      return builder_.add_constant(first.offset, end(), {Null{}});
    case TokenKind::left_parenthesis: {
      ++position_;
      const Parsed inner = parse_expression();
      if (!inner || !require(TokenKind::right_parenthesis, Expected::operator_or_closing_parenthesis))
        return std::nullopt;
      return inner;
    }
    case TokenKind::left_bracket:
      return parse_list();
    case TokenKind::left_brace:
      return parse_map();
    case TokenKind::dot:
    case TokenKind::identifier:
      return parse_name();
    case TokenKind::reserved:
      return fail_here(Expected::unreserved_name);
    default:
      return fail_here(Expected::value);
  }
}

Parsed Parser::parse_list() {
  const std::size_t begin = token().offset;
  ++position_;
  Operands items;
  if (!parse_items(items, TokenKind::right_bracket, Expected::comma_or_closing_bracket, true))
    return std::nullopt;
  return add({.kind = NodeKind::list}, begin, items);
}

Parsed Parser::parse_map() {
  const std::size_t begin = token().offset;
  ++position_;
  Operands entries;
  while (!skip(TokenKind::right_brace)) {
    const bool optional = skip(TokenKind::question);
    const Parsed key = parse_expression();
    if (!key || !require(TokenKind::colon, Expected::colon_and_value)) return std::nullopt;
    const Parsed value = parse_expression();
    if (!value) return std::nullopt;
    entries.push_back({.node = *key});
    entries.push_back({.node = *value, .optional = optional});
    if (skip(TokenKind::right_brace)) break;
    if (!require(TokenKind::comma, Expected::comma_or_closing_brace)) return std::nullopt;
  }
  return add({.kind = NodeKind::map}, begin, entries);
}

Parsed Parser::parse_number() {
  const bool negative = std::exchange(negative_literal_, false);
  const Token literal = token();
  Result<NumberLiteral, CompileError> number = read_number(source_, literal, negative);
  if (!number) return builder_.fail(std::move(number).error());
  const std::size_t begin = negative ? tokens_.tokens[position_ - 1].offset : literal.offset;
  ++position_;
  return builder_.add_constant(begin, end(), number.value().value, number.value().exact);
}

Parsed Parser::parse_string() {
  const Token literal = token();
  Result<Value, CompileError> text = read_string(source_, literal);
  if (!text) return builder_.fail(std::move(text).error());
  ++position_;
  return builder_.add_constant(literal.offset, end(), std::move(text).value());
}

/// A leading dot names the root scope, which has no variables of macros.
Parsed Parser::parse_name() {
  const std::size_t begin = token().offset;
  const bool is_root = skip(TokenKind::dot);
  const Token name = token();
  if (name.kind != TokenKind::identifier) return fail_here(Expected::name_after_dot);
  const bool is_bind = !is_root && text(name) == "cel" && kind(1) == TokenKind::dot &&
                       text(token(2)) == "bind" && kind(3) == TokenKind::left_parenthesis;
  if (is_bind) return parse_bind(begin);
  ++position_;
  if (kind() == TokenKind::left_parenthesis) return parse_call(name, begin, std::nullopt);
  for (auto variable = scope_.rbegin(); !is_root && variable != scope_.rend(); ++variable) {
    if (builder_.variable(*variable).name != text(name)) continue;
    return add({.kind = NodeKind::local, .index = *variable}, begin, {});
  }
  return add({.kind = NodeKind::name, .index = builder_.name_index(text(name))}, begin, {});
}

}  // namespace tianbao::expression
