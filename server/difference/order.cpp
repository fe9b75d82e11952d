#include "server/difference/order.h"

#include <algorithm>

namespace tianbao::difference {

std::vector<bool> moved(const std::vector<std::size_t>& numbers) {
  // The longest ascending subsequence (patience sorting): of each length, the run that ends lowest.
  constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::vector<std::size_t> ends;  // into numbers
  std::vector<std::size_t> earlier(numbers.size(), none);
  for (std::size_t place = 0; place < numbers.size(); ++place) {
    const auto longer =
        std::lower_bound(ends.begin(), ends.end(), numbers[place],
                         [&numbers](std::size_t end, std::size_t number) { return numbers[end] < number; });
    if (longer != ends.begin()) earlier[place] = *(longer - 1);
    if (longer == ends.end()) {
      ends.push_back(place);
    } else {
      *longer = place;
    }
  }
  std::vector<bool> taken_out(numbers.size(), true);
  for (std::size_t place = ends.empty() ? none : ends.back(); place != none; place = earlier[place]) {
    taken_out[place] = false;
  }
  return taken_out;
}

}  // namespace tianbao::difference
