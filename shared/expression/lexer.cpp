#include "shared/expression/lexer.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "shared/expression/compile_error.h"
#include "shared/text/utf8.h"

namespace tianbao::expression {
namespace {

constexpr std::array<std::string_view, 17> reserved_words = {
    "as",  "break", "const",   "continue",  "else",   "for", "function", "if",   "import",
    "let", "loop",  "package", "namespace", "return", "var", "void",     "while"};

constexpr std::array<std::pair<std::string_view, TokenKind>, 24> punctuation = {{
    // Longer ones first, so that `<=` is not read as `<`.
    {"&&", TokenKind::logical_and},
    {"||", TokenKind::logical_or},
    {"==", TokenKind::equal},
    {"!=", TokenKind::not_equal},
    {"<=", TokenKind::less_equal},
    {">=", TokenKind::greater_equal},
    {"<", TokenKind::less},
    {">", TokenKind::greater},
    {"(", TokenKind::left_parenthesis},
    {")", TokenKind::right_parenthesis},
    {"[", TokenKind::left_bracket},
    {"]", TokenKind::right_bracket},
    {"{", TokenKind::left_brace},
    {"}", TokenKind::right_brace},
    {".", TokenKind::dot},
    {",", TokenKind::comma},
    {":", TokenKind::colon},
    {"?", TokenKind::question},
    {"+", TokenKind::plus},
    {"-", TokenKind::minus},
    {"*", TokenKind::star},
    {"/", TokenKind::slash},
    {"%", TokenKind::percent},
    {"!", TokenKind::exclamation},
}};

bool is_digit(char character) {
  return character >= '0' && character <= '9';
}

bool is_hex_digit(char character) {
  return is_digit(character) || (character >= 'a' && character <= 'f') ||
         (character >= 'A' && character <= 'F');
}

bool starts_identifier(char character) {
  return character == '_' || (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

bool continues_identifier(char character) {
  return starts_identifier(character) || is_digit(character);
}

TokenKind word_kind(std::string_view word) {
  if (word == "true") return TokenKind::true_literal;
  if (word == "false") return TokenKind::false_literal;
  if (word == "null") return TokenKind::null_literal;
  if (word == "in") return TokenKind::in;
  const bool reserved = std::find(reserved_words.begin(), reserved_words.end(), word) != reserved_words.end();
  return reserved ? TokenKind::reserved : TokenKind::identifier;
}

/// What an author whose keyboard was in Chinese mode meant to type.
std::string ascii_counterpart(char32_t code_point) {
  constexpr char32_t full_width_offset = 0xFEE0;
  if (code_point == U'＝') return "==";
  if (code_point >= U'！' && code_point <= U'～') {
    return std::string(1, static_cast<char>(code_point - full_width_offset));
  }
  if (code_point == U'“' || code_point == U'”') return "\"";
  if (code_point == U'‘' || code_point == U'’') return "'";
  if (code_point == U'、') return ",";
  if (code_point == U'【') return "[";
  if (code_point == U'】') return "]";
  if (code_point == U'≤') return "<=";
  if (code_point == U'≥') return ">=";
  if (code_point == U'≠') return "!=";
  if (code_point == U'×') return "*";
  if (code_point == U'÷') return "/";
  if (code_point == U'\u3000' || code_point == U'\u00A0') return " ";
  if (code_point == U'=') return "==";
  if (code_point == U'&') return "&&";
  if (code_point == U'|') return "||";
  return {};
}

class Lexer {
 public:
  explicit Lexer(std::string_view source) : source_(source) {}

  Tokens run() {
    while (!result_.error) {
      skip_blanks_and_comments();
      const std::size_t begin = offset_;
      const TokenKind kind = read_token();
      result_.tokens.push_back(
          {kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(offset_ - begin)});
      if (kind == TokenKind::end) break;
    }
    return std::move(result_);
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return offset_ + ahead < source_.size() ? source_[offset_ + ahead] : '\0';
  }

  void skip_blanks_and_comments() {
    while (offset_ < source_.size()) {
      if (source_.substr(offset_).starts_with("//")) {
        offset_ = std::min(source_.find('\n', offset_), source_.size());
      } else if (std::string_view("\t\n\f\r ").find(source_[offset_]) != std::string_view::npos) {
        ++offset_;
      } else {
        return;
      }
    }
  }

  TokenKind read_token() {
    if (offset_ == source_.size()) return TokenKind::end;
    if (is_digit(peek()) || (peek() == '.' && is_digit(peek(1)))) return read_number();
    if (const std::optional<TokenKind> kind = read_string()) return *kind;
    if (peek() == '`') return read_quoted_identifier();
    if (starts_identifier(peek())) {
      const std::size_t begin = offset_;
      while (continues_identifier(peek())) ++offset_;
      return word_kind(source_.substr(begin, offset_ - begin));
    }
    for (const auto& [text, kind] : punctuation) {
      if (!source_.substr(offset_).starts_with(text)) continue;
      offset_ += text.size();
      return kind;
    }
    return refuse_character();
  }

  /// ESC_IDENT of langdef.md, "Syntax".
  TokenKind read_quoted_identifier() {
    const std::size_t begin = offset_++;
    while (continues_identifier(peek()) ||
           (peek() != '\0' && std::string_view("-./ ").find(peek()) != std::string_view::npos))
      ++offset_;
    if (peek() == '`' && offset_ > begin + 1) {
      ++offset_;
      return TokenKind::quoted_identifier;
    }
    fail(begin, Expected::quoted_identifier);
    return TokenKind::invalid;
  }

  TokenKind refuse_character() {
    const std::size_t begin = offset_;
    const char32_t code_point = text::next_code_point(source_, offset_);
    std::string meant = ascii_counterpart(code_point);
    fail(begin, meant.empty() ? Expected::token : Expected::half_width);
    result_.error->detail = std::move(meant);
    return TokenKind::invalid;
  }

  TokenKind read_number() {
    if (peek() == '0' && peek(1) == 'x' && is_hex_digit(peek(2))) {
      offset_ += 2;
      while (is_hex_digit(peek())) ++offset_;
      return read_unsigned_suffix();
    }
    while (is_digit(peek())) ++offset_;
    bool floating = false;
    if (peek() == '.' && is_digit(peek(1))) {
      floating = true;
      ++offset_;
      while (is_digit(peek())) ++offset_;
    }
    if (peek() == 'e' || peek() == 'E') {
      const std::size_t sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
      if (is_digit(peek(1 + sign))) {
        floating = true;
        offset_ += 1 + sign;
        while (is_digit(peek())) ++offset_;
      }
    }
    return floating ? TokenKind::floating : read_unsigned_suffix();
  }

  TokenKind read_unsigned_suffix() {
    if (peek() != 'u' && peek() != 'U') return TokenKind::integer;
    ++offset_;
    return TokenKind::unsigned_integer;
  }

  /// Finds where a string or bytes literal ends; literal.h reads what is in it.
  std::optional<TokenKind> read_string() {
    std::size_t prefix = 0;
    const bool bytes = peek() == 'b' || peek() == 'B';
    if (bytes) ++prefix;
    const bool raw = peek(prefix) == 'r' || peek(prefix) == 'R';
    if (raw) ++prefix;
    const char quote = peek(prefix);
    if (quote != '"' && quote != '\'') return std::nullopt;
    const std::size_t begin = offset_;
    offset_ += prefix;
    const bool triple = peek(1) == quote && peek(2) == quote;
    const std::size_t quote_length = triple ? 3 : 1;
    offset_ += quote_length;
    while (offset_ < source_.size()) {
      if (peek() == quote && (!triple || (peek(1) == quote && peek(2) == quote))) {
        offset_ += quote_length;
        return bytes ? TokenKind::bytes : TokenKind::string;
      }
      if (!triple && (peek() == '\n' || peek() == '\r')) break;
      const bool escape = !raw && peek() == '\\';
      offset_ += escape ? 2U : 1U;
    }
    offset_ = std::min(offset_, source_.size());
    fail(begin, Expected::closing_quote);
    result_.error->detail.assign(quote_length, quote);
    return TokenKind::invalid;
  }

  void fail(std::size_t begin, Expected expected) {
    result_.error = make_error(CompileErrorCode::syntax, source_, begin, offset_ - begin, expected);
  }

  std::string_view source_;
  std::size_t offset_ = 0;
  Tokens result_;
};

}  // namespace

bool is_language_word(std::string_view word) {
  return word_kind(word) != TokenKind::identifier;
}

Tokens tokenize(std::string_view source) {
  return Lexer(source).run();
}

}  // namespace tianbao::expression
