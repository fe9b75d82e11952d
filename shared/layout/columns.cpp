#include "shared/layout/columns.h"

#include "shared/flags.h"

namespace tianbao::layout {

Columns::Columns(const std::vector<std::size_t>& begins) {
  Flags is_begin(all_percent, false);
  for (const std::size_t place : begins) is_begin[place] = true;
  std::size_t last = 0;
  std::size_t count = 0;
  for (std::size_t place = 0; place < all_percent; ++place) {
    column_at_.push_back(count);
    if (!is_begin[place]) continue;
    if (count > 0) widths_percent_.push_back(place - last);
    last = place;
    ++count;
  }
  if (count > 0) widths_percent_.push_back(all_percent - last);
  column_at_.push_back(count);
}

}  // namespace tianbao::layout
