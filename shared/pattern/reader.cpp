#include "shared/pattern/reader.h"

#include <string_view>

#include "shared/text/utf8.h"

namespace tianbao::pattern {
namespace {

constexpr std::size_t max_excerpt_code_points = 40;

}  // namespace

bool Reader::take(char character) {
  if (peek() != character) return false;
  ++offset_;
  return true;
}

char32_t Reader::take_code_point() {
  return text::next_code_point(source_, offset_);
}

bool Reader::fail(PatternErrorCode code, std::size_t begin, Expected expected) {
  if (!error_) {
    const std::string_view found = source_.substr(begin, offset_ - begin);
    error_ = PatternError{code, begin, text::shortened(found, max_excerpt_code_points), expected};
  }
  return false;
}

}  // namespace tianbao::pattern
