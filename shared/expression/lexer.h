#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/expression/program.h"

namespace tianbao::expression {

enum class TokenKind : std::uint8_t {
  end,
  invalid,  // no token of CEL; Tokens::error says why
  identifier,
  quoted_identifier,  // `content-type`, behind a dot only
  reserved,           // as, break, const … : selectors and method names, but no names of their own
  integer,
  unsigned_integer,
  floating,
  string,
  bytes,
  true_literal,
  false_literal,
  null_literal,
  in,
  left_parenthesis,
  right_parenthesis,
  left_bracket,
  right_bracket,
  left_brace,
  right_brace,
  dot,
  comma,
  colon,
  question,
  plus,
  minus,
  star,
  slash,
  percent,
  exclamation,
  logical_and,
  logical_or,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::uint32_t offset = 0;  // in bytes
  std::uint32_t length = 0;
};

struct Tokens {
  std::vector<Token> tokens;          // the last one is `end` or `invalid`
  std::optional<CompileError> error;  // set when the last one is `invalid`
};

/// Words of the language (langdef.md, "Syntax") that no name can be: the reserved ones, the literals and
/// `in`.
bool is_language_word(std::string_view word);

/// The lexis of langdef.md, "Syntax", without white space and comments. `source` is valid UTF-8 of at most
/// max_source_bytes.
Tokens tokenize(std::string_view source);

}  // namespace tianbao::expression
