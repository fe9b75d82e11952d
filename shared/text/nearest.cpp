#include "shared/text/nearest.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tianbao::text {

Nearest::Nearest(std::string_view word) : word_(word), limit_(std::max<std::size_t>(word.size(), 3) / 3) {}

void Nearest::offer(std::string_view candidate) {
  if (limit_ == 0 || candidate == word_) return;
  const std::size_t distance = edit_distance(word_, candidate, limit_);
  if (distance > limit_) return;
  name_ = candidate;
  limit_ = distance - 1;
}

std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit) {
  const std::size_t too_far = limit + 1;
  if (left.size() > max_compared_bytes || right.size() > max_compared_bytes) return too_far;
  const std::size_t shorter = std::min(left.size(), right.size());
  const std::size_t longer = std::max(left.size(), right.size());
  if (longer - shorter > limit) return too_far;

  // Optimal string alignment, three rows of the table at a time.
  using Row = std::array<std::uint8_t, max_compared_bytes + 1>;
  Row before_previous{};
  Row previous{};
  Row current{};
  for (std::size_t column = 0; column <= right.size(); ++column) {
    previous[column] = static_cast<std::uint8_t>(column);
  }
  for (std::size_t row = 1; row <= left.size(); ++row) {
    current[0] = static_cast<std::uint8_t>(row);
    std::size_t best = row;
    for (std::size_t column = 1; column <= right.size(); ++column) {
      const bool same = left[row - 1] == right[column - 1];
      std::size_t distance = previous[column - 1] + (same ? 0U : 1U);
      distance = std::min<std::size_t>(distance, std::min(previous[column], current[column - 1]) + 1U);
      if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]) {
        distance = std::min<std::size_t>(distance, before_previous[column - 2] + 1U);
      }
      current[column] = static_cast<std::uint8_t>(distance);
      best = std::min(best, distance);
    }
    if (best > limit) return too_far;
    before_previous = previous;
    previous = current;
  }
  return std::min<std::size_t>(previous[right.size()], too_far);
}

}  // namespace tianbao::text
