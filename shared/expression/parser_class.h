#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/lexer.h"
#include "shared/expression/macro_syntax.h"
#include "shared/expression/tree_builder.h"

namespace tianbao::expression {

/// The binary operators by precedence, the weakest first; all associate to the left.
enum class Level : std::uint8_t { disjunction, conjunction, relation, addition, multiplication, unary };

/// A recursive descent through the grammar of langdef.md, "Syntax". parser.cpp has the operators,
/// parse_member.cpp what they join.
class Parser {
 public:
  explicit Parser(std::string_view source) : source_(source), tokens_(tokenize(source)), builder_(source) {}

  Result<Tree, CompileError> run();

 private:
  // Tokens.
  const Token& token(std::size_t ahead = 0) const;
  TokenKind kind(std::size_t ahead = 0) const { return token(ahead).kind; }
  std::string_view text(const Token& token) const { return source_.substr(token.offset, token.length); }
  bool skip(TokenKind expected);
  bool require(TokenKind kind, Expected expected);
  Parsed fail_here(Expected expected);
  /// Where the last token read ends.
  std::size_t end() const;

  // Operators.
  Parsed parse_expression();
  Parsed parse_conditional();
  Parsed parse_binary(Level level);
  Parsed parse_unary();

  // Members and primaries.
  Parsed parse_member();
  Parsed parse_index(std::uint32_t container, std::size_t begin);
  Parsed parse_selection(std::uint32_t operand, std::size_t begin);
  Parsed parse_call(const Token& name, std::size_t begin, Parsed receiver);
  Parsed fail_count(std::size_t begin, std::size_t arguments);
  Parsed parse_has(std::size_t begin);
  Parsed parse_macro(const MacroSyntax& syntax, std::size_t begin, std::uint32_t range);
  Parsed parse_bind(std::size_t begin);
  bool parse_items(Operands& items, TokenKind closing, Expected expected, bool is_list);
  Parsed parse_primary();
  Parsed parse_list();
  Parsed parse_map();
  Parsed parse_number();
  Parsed parse_string();
  Parsed parse_name();

  std::size_t leading_names() const;
  std::uint32_t add_variables(std::size_t count, std::uint32_t range, Macro macro);
  Parsed add(Node like, std::size_t begin, const Operands& operands) {
    return builder_.add(like, begin, end(), operands);
  }

  std::string_view source_;
  Tokens tokens_;
  TreeBuilder builder_;
  std::size_t position_ = 0;  // of the next token
  std::size_t depth_ = 0;
  bool negative_literal_ = false;     // the number to be read next has a minus before it
  std::vector<std::uint32_t> scope_;  // variables of the macros around, the innermost last
};

}  // namespace tianbao::expression
