#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

#include "shared/flags.h"
#include "shared/sort.h"

namespace tianbao {

/// A few of many indices, each once. What it costs to fill and to clear depends on the few alone.
class IndexSet {
 public:
  IndexSet() = default;
  /// For indices below `end`.
  explicit IndexSet(std::size_t end) : is_in_(end, false) {}

  void insert(std::size_t index) {
    if (is_in_[index]) return;
    is_in_[index] = true;
    items_.push_back(index);
  }

  template <typename Indices>
  void insert_all(const Indices& indices) {
    for (const auto index : indices) insert(index);
  }

  /// In the order in which they came, or ascending since sort().
  const std::vector<std::size_t>& items() const { return items_; }

  void sort() {
    if (!std::is_sorted(items_.begin(), items_.end())) sort_items(items_, std::less<>());
  }

  void clear() {
    for (const std::size_t index : items_) is_in_[index] = false;
    items_.clear();
  }

 private:
  Flags is_in_;
  std::vector<std::size_t> items_;
};

}  // namespace tianbao
