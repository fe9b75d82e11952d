#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "shared/pattern/pattern.h"

namespace tianbao::pattern {

/// The source of a pattern, how far it is read, and the first error in it.
class Reader {
 public:
  explicit Reader(std::string_view source) : source_(source) {}

  std::size_t offset() const { return offset_; }
  bool at_end() const { return offset_ == source_.size(); }

  /// The byte that follows, or the one `ahead` of it; NUL beyond the end.
  char peek(std::size_t ahead = 0) const {
    return ahead < source_.size() - offset_ ? source_[offset_ + ahead] : '\0';
  }

  /// Reads the ASCII character, which is not NUL, if it follows.
  bool take(char character);

  /// Not at the end.
  char32_t take_code_point();

  /// An error about what is read since `begin`. False, so that a caller can say `return fail(…)`.
  bool fail(PatternErrorCode code, std::size_t begin, Expected expected = Expected::nothing);

  std::optional<PatternError>& error() { return error_; }

 private:
  std::string_view source_;
  std::size_t offset_ = 0;
  std::optional<PatternError> error_;
};

}  // namespace tianbao::pattern
