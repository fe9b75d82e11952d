#include "shared/expression/parser.h"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/expression/parser_class.h"

namespace tianbao::expression {
namespace {

struct BinaryOperator {
  TokenKind token;
  Level level;
  Operator operation;
};

constexpr std::array<BinaryOperator, 14> binary_operators = {{
    {TokenKind::logical_or, Level::disjunction, Operator::none},
    {TokenKind::logical_and, Level::conjunction, Operator::none},
    {TokenKind::equal, Level::relation, Operator::equal},
    {TokenKind::not_equal, Level::relation, Operator::not_equal},
    {TokenKind::less, Level::relation, Operator::less},
    {TokenKind::less_equal, Level::relation, Operator::less_equal},
    {TokenKind::greater, Level::relation, Operator::greater},
    {TokenKind::greater_equal, Level::relation, Operator::greater_equal},
    {TokenKind::in, Level::relation, Operator::in},
    {TokenKind::plus, Level::addition, Operator::add},
    {TokenKind::minus, Level::addition, Operator::subtract},
    {TokenKind::star, Level::multiplication, Operator::multiply},
    {TokenKind::slash, Level::multiplication, Operator::divide},
    {TokenKind::percent, Level::multiplication, Operator::remainder},
}};

const BinaryOperator* find_binary_operator(TokenKind token, Level level) {
  for (const BinaryOperator& candidate : binary_operators) {
    if (candidate.token == token && candidate.level == level) return &candidate;
  }
  return nullptr;
}

NodeKind kind_of(Level level) {
  if (level == Level::disjunction) return NodeKind::any_of;
  return level == Level::conjunction ? NodeKind::all_of : NodeKind::chain;
}

bool is_number(TokenKind kind) {
  return kind == TokenKind::integer || kind == TokenKind::unsigned_integer || kind == TokenKind::floating;
}

}  // namespace

Result<Tree, CompileError> Parser::run() {
  const Parsed root = parse_expression();
  if (root && kind() != TokenKind::end) fail_here(Expected::operator_or_end);
  return std::move(builder_).take();
}

const Token& Parser::token(std::size_t ahead) const {
  return tokens_.tokens[std::min(position_ + ahead, tokens_.tokens.size() - 1)];
}

bool Parser::skip(TokenKind expected) {
  if (kind() != expected) return false;
  ++position_;
  return true;
}

bool Parser::require(TokenKind kind, Expected expected) {
  if (skip(kind)) return true;
  fail_here(expected);
  return false;
}

Parsed Parser::fail_here(Expected expected) {
  if (kind() == TokenKind::invalid && tokens_.error) return builder_.fail(*tokens_.error);
  return builder_.fail(CompileErrorCode::syntax, token().offset, token().length, expected);
}

std::size_t Parser::end() const {
  const Token& last = tokens_.tokens[position_ - 1];
  return last.offset + last.length;
}

/// Every recursion of the grammar passes here, so this is where the parser's own stack is bounded.
Parsed Parser::parse_expression() {
  if (depth_ == max_depth) {
    return builder_.fail(CompileErrorCode::too_deep, token().offset, token().length, Expected::nothing);
  }
  ++depth_;
  const Parsed result = parse_conditional();
  --depth_;
  return result;
}

Parsed Parser::parse_conditional() {
  const std::size_t begin = token().offset;
  const Parsed condition = parse_binary(Level::disjunction);
  if (!condition || !skip(TokenKind::question)) return condition;
  const Parsed chosen = parse_binary(Level::disjunction);
  if (!chosen || !require(TokenKind::colon, Expected::colon_of_choice)) return std::nullopt;
  const Parsed otherwise = parse_expression();
  if (!otherwise) return otherwise;
  return add({.kind = NodeKind::choice}, begin, {{*condition}, {*chosen}, {*otherwise}});
}

Parsed Parser::parse_binary(Level level) {
  if (level == Level::unary) return parse_unary();
  const auto next_level = static_cast<Level>(static_cast<int>(level) + 1);
  const std::size_t begin = token().offset;
  const Parsed first = parse_binary(next_level);
  if (!first || !find_binary_operator(kind(), level)) return first;
  Operands operands = {{*first}};
  while (const BinaryOperator* found = find_binary_operator(kind(), level)) {
    ++position_;
    const Parsed operand = parse_binary(next_level);
    if (!operand) return operand;
    operands.push_back({*operand, found->operation});
  }
  return add({.kind = kind_of(level)}, begin, operands);
}

Parsed Parser::parse_unary() {
  const TokenKind sign = kind();
  if (sign != TokenKind::minus && sign != TokenKind::exclamation) return parse_member();
  const std::size_t begin = token().offset;
  std::uint32_t count = 0;
  while (skip(sign)) ++count;
  // One minus before a literal is part of it: INT_LIT ::= -? DIGIT+.
  negative_literal_ = sign == TokenKind::minus && count == 1 && is_number(kind());
  if (negative_literal_) --count;
  const Parsed operand = parse_member();
  if (!operand || count == 0) return operand;
  const NodeKind node_kind = sign == TokenKind::minus ? NodeKind::negate : NodeKind::invert;
  return add({.kind = node_kind, .index = count}, begin, {{*operand}});
}

Result<Tree, CompileError> parse(std::string_view source) {
  return Parser(source).run();
}

}  // namespace tianbao::expression
