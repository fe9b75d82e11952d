// Rows that are repeated as needed: one that nobody has begun asks for nothing.
#include <algorithm>

#include "shared/form/loading.h"

namespace tianbao::form {

std::string in_use_source(const Form& form, FieldRange row, const std::vector<std::size_t>& computed) {
  std::string source;
  for (std::size_t field = row.begin; field < row.end; ++field) {
    if (std::find(computed.begin(), computed.end(), field) != computed.end()) continue;
    source += (source.empty() ? "has(" : " || has(") + form.fields[field].address + ")";
  }
  return source;
}

std::string in_use_source(const Form& form, std::size_t field) {
  const Field& cell = form.fields[field];
  const Group& group = group_of(form, cell);
  if (group.most_rows == 0 || cell.table_cell->row < group.least_rows) return {};
  const FieldRange row = row_of(form, field);
  std::vector<std::size_t> computed;
  for (std::size_t index = row.begin; index < row.end; ++index) {
    if (form.fields[index].computed) computed.push_back(index);
  }
  return in_use_source(form, row, computed);
}

std::string only_where(const std::string& in_use, const std::string& source) {
  if (in_use.empty()) return source;
  // What is written may end in a comment.
  return source == "true" ? in_use : "(" + source + "\n) && (" + in_use + ")";
}

}  // namespace tianbao::form
