#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace tianbao::pattern {

constexpr char32_t max_code_point = 0x10FFFF;

/// The code points from `first` to `last`, both inclusive.
struct Range {
  char32_t first = 0;
  char32_t last = 0;
};

/// One or more sets of code points, one behind the other. In each of them the ranges ascend and do not
/// overlap.
using Ranges = std::vector<Range>;

/// Makes the ranges from `begin` on, which may be in any order and overlap, a set.
void make_set(Ranges& ranges, std::size_t begin);

/// Makes the set from `begin` on that of all other code points.
void complement_set(Ranges& ranges, std::size_t begin);

/// In logarithmic time: a class of 300 ranges may be repeated 1000 times.
bool contains(std::span<const Range> set, char32_t code_point);

}  // namespace tianbao::pattern
