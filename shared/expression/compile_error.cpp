#include "shared/expression/compile_error.h"

#include "shared/text/utf8.h"

namespace tianbao::expression {
namespace {

constexpr std::size_t max_excerpt_code_points = 40;

/// `text` may end inside of a UTF-8 sequence, which is then left out.
std::string excerpt(std::string_view text) {
  text = text.substr(0, text::valid_utf8_length(text));
  return text::shortened(text, max_excerpt_code_points);
}

}  // namespace

CompileError make_error(CompileErrorCode code, std::string_view source, std::size_t offset,
                        std::size_t length, Expected expected) {
  return {
      .code = code, .offset = offset, .found = excerpt(source.substr(offset, length)), .expected = expected};
}

}  // namespace tianbao::expression
