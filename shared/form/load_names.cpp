#include <algorithm>
#include <utility>

#include "shared/form/loading.h"
#include "shared/sort.h"

namespace tianbao::form {
namespace {

/// The label of the nearest printed cell around a field.
const std::string& surrounding_label(const Form& form, const Field& field) {
  const std::string& group_label = group_of(form, field).label;
  return group_label.empty() ? form.sections[field.section].label : group_label;
}

/// What a field is called where nothing else is called so.
const std::string& own_name(const Field& field) {
  return field.short_label.empty() ? field.label : field.short_label;
}

/// Whether the field before stands in the same row of the same table.
bool continues_row(const Form& form, std::size_t index) {
  const Field& field = form.fields[index];
  if (!field.table_cell) return false;
  const std::size_t first = group_of(form, field).first_field;
  return index > first && form.fields[index - 1].table_cell->row == field.table_cell->row;
}

/// Behind the name of its row, every cell has its column's.
void name_cells(Form& form) {
  std::string row_name;
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    Field& field = form.fields[index];
    if (!field.table_cell) continue;
    if (!continues_row(form, index)) row_name = std::move(field.name);
    field.name = row_name + "·" + column_of(form, field)->label;
  }
}

}  // namespace

void name_fields(Form& form) {
  std::vector<std::size_t> by_label =
      positions_by(form.fields, [&form](const Field& left, const Field& right) {
        const int order = own_name(left).compare(own_name(right));
        return order != 0 ? order < 0 : surrounding_label(form, left) < surrounding_label(form, right);
      });
  // The label of a row stands once, at its first cell.
  by_label.erase(std::remove_if(by_label.begin(), by_label.end(),
                                [&form](std::size_t index) { return continues_row(form, index); }),
                 by_label.end());
  for (std::size_t place = 0; place < by_label.size(); ++place) {
    Field& field = form.fields[by_label[place]];
    const std::string& surrounding = surrounding_label(form, field);
    bool is_repeated = false;
    bool is_repeated_there = false;
    for (const std::size_t neighbour : {place - 1, place + 1}) {
      if (neighbour >= by_label.size()) continue;
      const Field& other = form.fields[by_label[neighbour]];
      if (own_name(other) != own_name(field)) continue;
      is_repeated = true;
      is_repeated_there = is_repeated_there || surrounding_label(form, other) == surrounding;
    }
    if (is_repeated_there && !group_of(form, field).label.empty()) {
      field.name = form.sections[field.section].label + "·";
    }
    if (is_repeated) field.name += surrounding + "·";
    field.name += own_name(field);
  }
  name_cells(form);
}

}  // namespace tianbao::form
