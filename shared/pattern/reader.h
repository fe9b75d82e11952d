#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "shared/pattern/pattern.h"

namespace tianbao::pattern {

/// The source of a pattern, how far it is read, and the first error in it.
class Reader {
 public:
  explicit Reader(std::string_view source) : source_(source) {}

  std::size_t offset() const { return offset_; }
  bool at_end() const { return offset_ == source_.size(); }
  /// Whether `text` follows.
  bool sees(std::string_view text) const { return source_.substr(offset_).starts_with(text); }
  /// Whether one of the ASCII characters follows.
  bool sees_any(std::string_view characters) const;

  /// Reads `text` if it follows.
  bool take(std::string_view text);
  /// Not at the end.
  char32_t take_code_point();

  /// An error about what is read since `begin`. False, so that a caller can say `return fail(…)`.
  bool fail(PatternErrorCode code, std::size_t begin, std::string expected = {});
  /// The parenthesis or bracket that was opened at `begin` is not closed at the end of the source.
  bool fail_unclosed(std::size_t begin, std::string_view open, std::string_view close);

  std::optional<PatternError>& error() { return error_; }

 private:
  std::string_view source_;
  std::size_t offset_ = 0;
  std::optional<PatternError> error_;
};

}  // namespace tianbao::pattern
