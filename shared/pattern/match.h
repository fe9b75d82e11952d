#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "shared/pattern/program.h"

namespace tianbao::pattern {

enum class Extent : std::uint8_t { anywhere, whole };

struct Outcome {
  bool matched = false;
  /// Instructions carried out: no more than one of each, and the end of the program, for every character and
  /// for the end of the text. So a match takes linear time, and a test can count it.
  std::size_t steps = 0;
};

Outcome match(const Program& program, std::string_view text, Extent extent);

}  // namespace tianbao::pattern
