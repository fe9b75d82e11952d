#include "shared/document/rows.h"

#include <algorithm>

namespace tianbao::document {

bool is_in_use(const form::Form& form, const Document& document, form::FieldRange row) {
  for (std::size_t field = row.begin; field < row.end; ++field) {
    const bool holds_something = document.cells[field].state != CellState::blank;
    if (holds_something && !form.fields[field].computed) return true;
  }
  return false;
}

bool is_asked(const form::Form& form, const Document& document, std::size_t field) {
  const form::Field& cell = form.fields[field];
  const form::Group& group = form::group_of(form, cell);
  return group.most_rows == 0 || cell.table_cell->row < group.least_rows ||
         is_in_use(form, document, form::row_of(form, field));
}

bool is_shown(const form::Form& form, const Document& document, form::FieldRange row) {
  const form::Field& first = form.fields[row.begin];
  const form::Group& group = form::group_of(form, first);
  const bool is_repeated = group.most_rows > 0;
  return !is_repeated || first.table_cell->row < std::max<std::size_t>(group.least_rows, 1) ||
         is_in_use(form, document, row);
}

}  // namespace tianbao::document
