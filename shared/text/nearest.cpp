#include "shared/text/nearest.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tianbao::text {
namespace {

/// No fewer slips lie between the two: for every byte that only one of them has there is one.
std::size_t least_distance(std::string_view left, std::string_view right) {
  std::array<int, 256> counts{};
  for (const char character : left) ++counts[static_cast<unsigned char>(character)];
  std::size_t only_right = 0;
  for (const char character : right) {
    if (counts[static_cast<unsigned char>(character)]-- <= 0) ++only_right;
  }
  // What both have counts for neither.
  return std::max(only_right, left.size() - (right.size() - only_right));
}

}  // namespace

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
  if (least_distance(left, right) > limit) return too_far;

  // Optimal string alignment, three rows of the table at a time, and of each row only the columns that so few
  // slips can lead to. In the row below, one more column on either side is looked at.
  using Row = std::array<std::uint8_t, max_compared_bytes + 2>;
  std::array<Row, 3> rows{};
  for (Row& row : rows) row.fill(static_cast<std::uint8_t>(max_compared_bytes));
  for (std::size_t column = 0; column <= std::min(right.size(), limit); ++column) {
    rows[0][column] = static_cast<std::uint8_t>(column);
  }
  for (std::size_t row = 1; row <= left.size(); ++row) {
    const Row& before_previous = rows[(row + 1) % 3];
    const Row& previous = rows[(row + 2) % 3];
    Row& current = rows[row % 3];
    const std::size_t first = row > limit ? row - limit : 1;
    const std::size_t last = std::min(right.size(), row + limit);
    current[first - 1] = static_cast<std::uint8_t>(first == 1 ? row : too_far);
    std::size_t best = current[first - 1];
    for (std::size_t column = first; column <= last; ++column) {
      const bool same = left[row - 1] == right[column - 1];
      std::size_t distance = previous[column - 1] + (same ? 0U : 1U);
      distance = std::min<std::size_t>(distance, std::min(previous[column], current[column - 1]) + 1U);
      if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]) {
        distance = std::min<std::size_t>(distance, before_previous[column - 2] + 1U);
      }
      current[column] = static_cast<std::uint8_t>(distance);
      best = std::min(best, distance);
    }
    current[last + 1] = static_cast<std::uint8_t>(std::min(too_far, max_compared_bytes));
    if (best > limit) return too_far;
  }
  return std::min<std::size_t>(rows[left.size() % 3][right.size()], too_far);
}

}  // namespace tianbao::text
