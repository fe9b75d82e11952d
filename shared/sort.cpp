#include "shared/sort.h"

#include <algorithm>

namespace tianbao {

std::vector<std::size_t> sorted_positions(std::size_t count, Before before, const void* context) {
  std::vector<std::size_t> positions(count);
  for (std::size_t i = 0; i < count; ++i) positions[i] = i;
  std::sort(positions.begin(), positions.end(), [before, context](std::size_t left, std::size_t right) {
    if (before(context, left, right)) return true;
    return left < right && !before(context, right, left);
  });
  return positions;
}

}  // namespace tianbao
