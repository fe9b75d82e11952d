#include "shared/pattern/ranges.h"

#include <algorithm>

#include "shared/sort.h"

namespace tianbao::pattern {
namespace {

/// vector::resize would bring the code to grow along.
void cut(Ranges& ranges, std::size_t size) {
  while (ranges.size() > size) ranges.pop_back();
}

}  // namespace

void make_set(Ranges& ranges, std::size_t begin) {
  Ranges sorted(ranges.begin() + static_cast<std::ptrdiff_t>(begin), ranges.end());
  sort_items(sorted, [](const Range& left, const Range& right) { return left.first < right.first; });
  std::size_t end = begin;
  for (const Range& range : sorted) {
    if (end > begin && range.first <= ranges[end - 1].last) {
      ranges[end - 1].last = std::max(ranges[end - 1].last, range.last);
    } else {
      ranges[end++] = range;
    }
  }
  cut(ranges, end);
}

void complement_set(Ranges& ranges, std::size_t begin) {
  std::size_t end = begin;
  char32_t gap = 0;
  for (std::size_t place = begin; place < ranges.size(); ++place) {
    const Range range = ranges[place];
    if (range.first > gap) ranges[end++] = {gap, range.first - 1};
    gap = range.last + 1;
  }
  cut(ranges, end);
  if (gap <= max_code_point) ranges.push_back({gap, max_code_point});
}

bool contains(std::span<const Range> set, char32_t code_point) {
  while (!set.empty()) {
    const std::size_t middle = set.size() / 2;
    if (code_point < set[middle].first) {
      set = set.first(middle);
    } else if (code_point > set[middle].last) {
      set = set.subspan(middle + 1);
    } else {
      return true;
    }
  }
  return false;
}

}  // namespace tianbao::pattern
