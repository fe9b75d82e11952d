#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/expression/value.h"
#include "shared/expression/weight.h"

namespace tianbao::expression {

/// A text in the making. What does not fit any more is dropped, and the result is an overflow.
class BoundedText {
 public:
  void append(std::string_view part);
  void append(char character) { append(std::string_view(&character, 1)); }

  bool overflow() const { return overflow_; }

  /// The text as a string, or Error{overflow}.
  Value take();

 private:
  std::string text_;
  bool overflow_ = false;
};

}  // namespace tianbao::expression
