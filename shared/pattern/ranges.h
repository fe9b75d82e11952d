#pragma once

#include <span>
#include <vector>

namespace tianbao::pattern {

/// The code points from `first` to `last`, both inclusive.
struct Range {
  char32_t first = 0;
  char32_t last = 0;
};

/// A set of code points: ascending, and with a gap between one range and the next.
using Ranges = std::vector<Range>;

void add(Ranges& set, Range added);

/// Every code point that is not in the set.
Ranges complement(std::span<const Range> set);

/// In logarithmic time: a class of 300 ranges may be repeated 1000 times.
bool contains(std::span<const Range> set, char32_t code_point);

}  // namespace tianbao::pattern
