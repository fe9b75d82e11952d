#include "shared/pattern/ranges.h"

#include <algorithm>
#include <cstddef>

namespace tianbao::pattern {
namespace {

constexpr char32_t max_code_point = 0x10FFFF;

}  // namespace

void add(Ranges& set, Range added) {
  auto begin = set.begin();
  while (begin != set.end() && begin->last + 1 < added.first) ++begin;
  auto end = begin;
  for (; end != set.end() && end->first <= added.last + 1; ++end) {
    added = {std::min(added.first, end->first), std::max(added.last, end->last)};
  }
  set.insert(set.erase(begin, end), added);
}

Ranges complement(std::span<const Range> set) {
  Ranges gaps;
  char32_t begin = 0;
  for (const Range& range : set) {
    if (range.first > begin) gaps.push_back({begin, range.first - 1});
    begin = range.last + 1;
  }
  if (begin <= max_code_point) gaps.push_back({begin, max_code_point});
  return gaps;
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
