#pragma once

#include <compare>

#include "shared/expression/value.h"

namespace tianbao::expression {

/// The greatest or the least of the numbers that are offered, the first of equal ones. They outlive it.
class Choice {
 public:
  /// How the chosen one stands to all others: greater or less.
  explicit Choice(std::partial_ordering wanted) : wanted_(wanted) {}

  void offer(const Value& number);

  /// invalid_argument where there was none, or a NaN beside others.
  Value result() const;

 private:
  std::partial_ordering wanted_;
  const Value* chosen_ = nullptr;
  bool ordered_ = true;
};

}  // namespace tianbao::expression
