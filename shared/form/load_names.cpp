#include <algorithm>

#include "shared/form/loading.h"

namespace tianbao::form {
namespace {

const Group& group_of(const Form& form, const Field& field) {
  return form.sections[field.section].groups[field.group];
}

/// The label of the nearest printed cell around a field.
const std::string& surrounding_label(const Form& form, const Field& field) {
  const std::string& group_label = group_of(form, field).label;
  return group_label.empty() ? form.sections[field.section].label : group_label;
}

}  // namespace

void name_fields(Form& form) {
  const auto is_less = [&form](std::size_t left, std::size_t right) {
    const Field& field = form.fields[left];
    const Field& other = form.fields[right];
    const int order = field.label.compare(other.label);
    return order != 0 ? order < 0 : surrounding_label(form, field) < surrounding_label(form, other);
  };
  std::vector<std::size_t> by_label;
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    by_label.insert(std::lower_bound(by_label.begin(), by_label.end(), index, is_less), index);
  }
  for (std::size_t place = 0; place < by_label.size(); ++place) {
    Field& field = form.fields[by_label[place]];
    const std::string& surrounding = surrounding_label(form, field);
    bool is_repeated = false;
    bool is_repeated_there = false;
    for (const std::size_t neighbour : {place - 1, place + 1}) {
      if (neighbour >= by_label.size()) continue;
      const Field& other = form.fields[by_label[neighbour]];
      if (other.label != field.label) continue;
      is_repeated = true;
      is_repeated_there = is_repeated_there || surrounding_label(form, other) == surrounding;
    }
    if (is_repeated_there && !group_of(form, field).label.empty()) {
      field.name = form.sections[field.section].label + "·";
    }
    if (is_repeated) field.name += surrounding + "·";
    field.name += field.label;
  }
}

}  // namespace tianbao::form
