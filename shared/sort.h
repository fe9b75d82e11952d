#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace tianbao {

using Before = bool (*)(const void* context, std::size_t left, std::size_t right);

/// The positions 0 … count - 1 in the order that `before` gives them; what is equal stays in its order.
std::vector<std::size_t> sorted_positions(std::size_t count, Before before, const void* context);

/// The positions of the items in their order by `less(left, right)`; what is equal stays in its order. One
/// sort for items of every type: each instance of the standard library's would be 2 KB of the client.
template <typename Item, typename Less>
std::vector<std::size_t> positions_by(const std::vector<Item>& items, const Less& less) {
  struct Context {
    const std::vector<Item>& items;
    const Less& less;
  };
  const Context context{items, less};
  const auto before = [](const void* given, std::size_t left, std::size_t right) {
    const Context& known = *static_cast<const Context*>(given);
    return static_cast<bool>(known.less(known.items[left], known.items[right]));
  };
  return sorted_positions(items.size(), before, &context);
}

/// Sorts the items themselves, likewise.
template <typename Item, typename Less>
void sort_items(std::vector<Item>& items, const Less& less) {
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const std::size_t position : positions_by(items, less)) sorted.push_back(std::move(items[position]));
  items = std::move(sorted);
}

}  // namespace tianbao
