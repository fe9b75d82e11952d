#include "shared/expression/parser.h"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/expression/compile_error.h"
#include "shared/expression/lexer.h"
#include "shared/expression/literal.h"

namespace tianbao::expression {
namespace {

/// The binary operators by precedence, the weakest first; all associate to the left.
enum class Level : std::uint8_t { disjunction, conjunction, relation, addition, multiplication, unary };

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

class Parser {
 public:
  explicit Parser(std::string_view source) : source_(source), tokens_(tokenize(source)) {}

  Result<Tree, CompileError> run() {
    const Parsed root = parse_expression();
    if (root && kind() != TokenKind::end) fail_here("运算符，或者到此结束");
    if (error_) return std::move(*error_);
    return std::move(tree_);
  }

 private:
  /// The index of a node; nullopt when error_ is set.
  using Parsed = std::optional<std::uint32_t>;
  using Operands = std::vector<Operand>;

  const Token& token(std::size_t ahead = 0) const {
    return tokens_.tokens[std::min(position_ + ahead, tokens_.tokens.size() - 1)];
  }
  TokenKind kind(std::size_t ahead = 0) const { return token(ahead).kind; }
  std::string_view text(const Token& token) const { return source_.substr(token.offset, token.length); }

  bool skip(TokenKind expected) {
    if (kind() != expected) return false;
    ++position_;
    return true;
  }

  bool require(TokenKind expected, const char* description) {
    if (skip(expected)) return true;
    fail_here(description);
    return false;
  }

  Parsed fail(CompileErrorCode code, std::size_t offset, std::size_t length, std::string expected) {
    if (!error_) error_ = make_error(code, source_, offset, length, std::move(expected));
    return std::nullopt;
  }

  Parsed fail_here(std::string expected) {
    if (kind() == TokenKind::invalid && !error_) error_ = tokens_.error;
    return fail(CompileErrorCode::syntax, token().offset, token().length, std::move(expected));
  }

  /// Appends a node that reaches from `offset` to the end of the last token read.
  Parsed add(NodeKind node_kind, std::size_t offset, const Operands& operands, std::size_t index = 0) {
    const Token& last = tokens_.tokens[position_ - 1];
    Node node{.kind = node_kind,
              .index = static_cast<std::uint32_t>(index),
              .first_operand = static_cast<std::uint32_t>(tree_.operands.size()),
              .operand_count = static_cast<std::uint32_t>(operands.size()),
              .offset = static_cast<std::uint32_t>(offset),
              .length = static_cast<std::uint32_t>(last.offset + last.length - offset)};
    for (const Operand& operand : operands) {
      node.height = std::max<std::uint8_t>(node.height, tree_.nodes[operand.node].height);
    }
    if (++node.height > max_depth) return fail(CompileErrorCode::too_deep, node.offset, node.length, {});
    if (tree_.nodes.size() == max_nodes) {
      return fail(CompileErrorCode::too_many_nodes, node.offset, node.length, {});
    }
    tree_.operands.insert(tree_.operands.end(), operands.begin(), operands.end());
    tree_.nodes.push_back(node);
    return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
  }

  Parsed add_constant(std::size_t offset, Value value, std::optional<number::Decimal> exact = {}) {
    tree_.constants.push_back(std::move(value));
    tree_.exact.push_back(exact);
    return add(NodeKind::constant, offset, {}, tree_.constants.size() - 1);
  }

  std::size_t add_name(std::string name) {
    tree_.names.push_back(std::move(name));
    return tree_.names.size() - 1;
  }

  /// Every recursion of the grammar passes here, so this is where the parser's own stack is bounded.
  Parsed parse_expression() {
    if (depth_ == max_depth) return fail(CompileErrorCode::too_deep, token().offset, token().length, {});
    ++depth_;
    const Parsed result = parse_conditional();
    --depth_;
    return result;
  }

  Parsed parse_conditional() {
    const std::size_t offset = token().offset;
    const Parsed condition = parse_binary(Level::disjunction);
    if (!condition || !skip(TokenKind::question)) return condition;
    const Parsed chosen = parse_binary(Level::disjunction);
    if (!chosen || !require(TokenKind::colon, "“:”，与前面的“?”成对")) return std::nullopt;
    const Parsed otherwise = parse_expression();
    if (!otherwise) return otherwise;
    return add(NodeKind::choice, offset, {{*condition}, {*chosen}, {*otherwise}});
  }

  Parsed parse_binary(Level level) {
    if (level == Level::unary) return parse_unary();
    const auto next_level = static_cast<Level>(static_cast<int>(level) + 1);
    const std::size_t offset = token().offset;
    const Parsed first = parse_binary(next_level);
    if (!first || !find_binary_operator(kind(), level)) return first;
    Operands operands = {{*first}};
    while (const BinaryOperator* found = find_binary_operator(kind(), level)) {
      ++position_;
      const Parsed operand = parse_binary(next_level);
      if (!operand) return operand;
      operands.push_back({*operand, found->operation});
    }
    return add(kind_of(level), offset, operands);
  }

  Parsed parse_unary() {
    const TokenKind sign = kind();
    if (sign != TokenKind::minus && sign != TokenKind::exclamation) return parse_member();
    const std::size_t offset = token().offset;
    std::size_t count = 0;
    while (skip(sign)) ++count;
    // The minus before a literal is part of it: INT_LIT ::= -? DIGIT+.
    negative_literal_ = sign == TokenKind::minus && is_number(kind());
    if (negative_literal_) --count;
    const Parsed operand = parse_member();
    if (!operand || count == 0) return operand;
    return add(sign == TokenKind::minus ? NodeKind::negate : NodeKind::invert, offset, {{*operand}}, count);
  }

  Parsed parse_member() {
    const std::size_t offset = token().offset;
    Parsed member = parse_primary();
    while (member) {
      if (skip(TokenKind::left_bracket)) {
        const Parsed position = parse_expression();
        if (!position || !require(TokenKind::right_bracket, "“]”")) return std::nullopt;
        member = add(NodeKind::index, offset, {{*member}, {*position}});
      } else if (kind() == TokenKind::dot) {
        member = parse_method(*member, offset);
      } else if (kind() == TokenKind::left_brace) {
        return fail_here("运算符，或者到此结束（不支持消息和映射）");
      } else {
        break;
      }
    }
    return member;
  }

  bool at_selector(std::size_t ahead) const {
    return kind(ahead) == TokenKind::identifier || kind(ahead) == TokenKind::reserved;
  }

  Parsed parse_method(std::uint32_t receiver, std::size_t offset) {
    ++position_;  // the dot
    if (!at_selector(0)) return fail_here("“.”后面的名称");
    const Token name = token();
    ++position_;
    if (kind() != TokenKind::left_parenthesis) {
      position_ -= 1;
      return fail_here("函数调用，如 .size()：这里的值没有下级名称");
    }
    return parse_call(text(name), offset, receiver);
  }

  /// From the opening parenthesis on.
  Parsed parse_call(std::string_view name, std::size_t offset, Parsed receiver) {
    ++position_;
    Operands operands;
    if (receiver) operands.push_back({*receiver});
    if (!parse_items(operands, TokenKind::right_parenthesis, "“,”或者“)”", false)) return std::nullopt;
    const Parsed call = add(NodeKind::call, offset, operands, add_name(std::string(name)));
    if (call) tree_.nodes[*call].receiver = receiver.has_value();
    return call;
  }

  /// Expressions with commas between them, up to and with `closing`.
  bool parse_items(Operands& items, TokenKind closing, const char* expected, bool comma_may_end) {
    if (skip(closing)) return true;
    while (true) {
      const Parsed item = parse_expression();
      if (!item) return false;
      items.push_back({*item});
      if (skip(closing)) return true;
      if (!require(TokenKind::comma, expected)) return false;
      if (comma_may_end && skip(closing)) return true;
    }
  }

  Parsed parse_primary() {
    const Token first = token();
    switch (first.kind) {
      case TokenKind::integer:
      case TokenKind::unsigned_integer:
      case TokenKind::floating:
        return parse_number();
      case TokenKind::string:
        return parse_string();
      case TokenKind::true_literal:
      case TokenKind::false_literal:
        ++position_;
        return add_constant(first.offset, {first.kind == TokenKind::true_literal});
      case TokenKind::null_literal:
        ++position_;
        return add_constant(first.offset, {Null{}});
      case TokenKind::left_parenthesis:
        return parse_parenthesis();
      case TokenKind::left_bracket: {
        ++position_;
        Operands items;
        if (!parse_items(items, TokenKind::right_bracket, "“,”或者“]”", true)) return std::nullopt;
        return add(NodeKind::list, first.offset, items);
      }
      case TokenKind::dot:
      case TokenKind::identifier:
        return parse_name();
      case TokenKind::left_brace:
        return fail_here("名称、数值、文字或列表（不支持映射）");
      case TokenKind::bytes:
        return fail_here("名称、数值、文字或列表（不支持字节串）");
      case TokenKind::reserved:
        return fail_here("名称：“" + std::string(text(first)) + "”是 CEL 的保留字");
      default:
        return fail_here("名称、数值、文字、“(”或者“[”");
    }
  }

  Parsed parse_parenthesis() {
    ++position_;
    const Parsed inner = parse_expression();
    if (!inner || !require(TokenKind::right_parenthesis, "运算符或者“)”")) return std::nullopt;
    return inner;
  }

  Parsed parse_number() {
    const bool negative = std::exchange(negative_literal_, false);
    const Token literal = token();
    Result<NumberLiteral, CompileError> number = read_number(source_, literal, negative);
    if (!number) {
      error_ = std::move(number).error();
      return std::nullopt;
    }
    const std::size_t offset = negative ? tokens_.tokens[position_ - 1].offset : literal.offset;
    ++position_;
    return add_constant(offset, number.value().value, number.value().exact);
  }

  Parsed parse_string() {
    const Token literal = token();
    Result<std::string, CompileError> string = read_string(source_, literal);
    if (!string) {
      error_ = std::move(string).error();
      return std::nullopt;
    }
    ++position_;
    return add_constant(literal.offset, {std::move(string).value()});
  }

  /// A dotted name as far as it goes, without a method at its end; or a function before its parenthesis. A
  /// leading dot names the root scope, which is the only one.
  Parsed parse_name() {
    const std::size_t offset = token().offset;
    skip(TokenKind::dot);
    if (kind() != TokenKind::identifier) return fail_here("“.”后面的名称");
    std::string name(text(token()));
    ++position_;
    if (kind() == TokenKind::left_parenthesis) return parse_call(name, offset, std::nullopt);
    while (kind() == TokenKind::dot && at_selector(1) && kind(2) != TokenKind::left_parenthesis) {
      name += '.';
      name += text(token(1));
      position_ += 2;
    }
    return add(NodeKind::name, offset, {}, add_name(std::move(name)));
  }

  std::string_view source_;
  Tokens tokens_;
  std::size_t position_ = 0;  // of the next token
  std::size_t depth_ = 0;
  bool negative_literal_ = false;  // the number to be read next has a minus before it
  Tree tree_;
  std::optional<CompileError> error_;
};

}  // namespace

Result<Tree, CompileError> parse(std::string_view source) {
  return Parser(source).run();
}

}  // namespace tianbao::expression
