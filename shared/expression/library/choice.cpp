#include "shared/expression/library/choice.h"

#include "shared/expression/comparison.h"

namespace tianbao::expression {

void Choice::offer(const Value& number) {
  const std::partial_ordering ordering =
      chosen_ ? order(number, *chosen_).value_or(std::partial_ordering::unordered) : wanted_;
  ordered_ = ordered_ && ordering != std::partial_ordering::unordered;
  if (ordering == wanted_) chosen_ = &number;
}

Value Choice::result() const {
  return chosen_ && ordered_ ? *chosen_ : make_error_value(ErrorCode::invalid_argument);
}

}  // namespace tianbao::expression
