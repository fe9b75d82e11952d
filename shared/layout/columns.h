#pragma once

#include <cstddef>
#include <vector>

namespace tianbao::layout {

constexpr std::size_t all_percent = 100;

/// Places on the width of a table, in percent, as columns: one begins wherever a cell does, and none of them
/// stays empty, which in HTML is an error.
class Columns {
 public:
  /// `begins`: where cells begin, below all_percent, in any order.
  explicit Columns(const std::vector<std::size_t>& begins);

  std::size_t count() const { return widths_percent_.size(); }
  /// all_percent together.
  const std::vector<std::size_t>& widths_percent() const { return widths_percent_; }
  /// The column that begins at that place, or the next one; count() at the edge of the table.
  std::size_t at(std::size_t place) const { return column_at_[place]; }

 private:
  std::vector<std::size_t> widths_percent_;
  std::vector<std::size_t> column_at_;
};

}  // namespace tianbao::layout
