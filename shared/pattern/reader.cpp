#include "shared/pattern/reader.h"

#include <utility>

#include "shared/text/utf8.h"

namespace tianbao::pattern {
namespace {

constexpr std::size_t max_excerpt_code_points = 40;

}  // namespace

bool Reader::sees_any(std::string_view characters) const {
  return !at_end() && characters.find(source_[offset_]) != std::string_view::npos;
}

bool Reader::take(std::string_view text) {
  if (!sees(text)) return false;
  offset_ += text.size();
  return true;
}

char32_t Reader::take_code_point() {
  return text::next_code_point(source_, offset_);
}

bool Reader::fail(PatternErrorCode code, std::size_t begin, std::string expected) {
  if (!error_) {
    std::string found = text::shortened(source_.substr(begin, offset_ - begin), max_excerpt_code_points);
    error_ = PatternError{code, begin, std::move(found), std::move(expected)};
  }
  return false;
}

bool Reader::fail_unclosed(std::size_t begin, std::string_view open, std::string_view close) {
  return fail(PatternErrorCode::syntax, offset_,
              "与第 " + std::to_string(begin + 1) + " 个字节处的“" + std::string(open) + "”配对的“" +
                  std::string(close) + "”");
}

}  // namespace tianbao::pattern
