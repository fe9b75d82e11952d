#include "shared/expression/library/bounded_text.h"

#include <utility>

namespace tianbao::expression {

void BoundedText::append(std::string_view part) {
  overflow_ = overflow_ || part.size() > max_result_bytes - text_.size();
  if (!overflow_) text_ += part;
}

Value BoundedText::take() {
  if (overflow_) return make_error_value(ErrorCode::overflow);
  return {std::move(text_)};
}

}  // namespace tianbao::expression
