#include <tuple>

#include "shared/form/loading.h"
#include "shared/sort.h"

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
  const auto label_and_surrounding = [&form](std::size_t index) {
    const Field& field = form.fields[index];
    return std::tie(field.label, surrounding_label(form, field));
  };
  const std::vector<std::size_t> by_label =
      positions_by(form.fields, [&form](const Field& left, const Field& right) {
        return std::tie(left.label, surrounding_label(form, left)) <
               std::tie(right.label, surrounding_label(form, right));
      });
  for (std::size_t place = 0; place < by_label.size(); ++place) {
    Field& field = form.fields[by_label[place]];
    bool is_repeated = false;
    bool is_repeated_there = false;
    const auto compare = [&](std::size_t neighbour) {
      is_repeated = is_repeated || form.fields[by_label[neighbour]].label == field.label;
      is_repeated_there = is_repeated_there || label_and_surrounding(by_label[neighbour]) ==
                                                   label_and_surrounding(by_label[place]);
    };
    if (place > 0) compare(place - 1);
    if (place + 1 < by_label.size()) compare(place + 1);
    field.name.clear();
    if (is_repeated_there && !group_of(form, field).label.empty()) {
      field.name = form.sections[field.section].label + "·";
    }
    if (is_repeated) field.name += surrounding_label(form, field) + "·";
    field.name += field.label;
  }
}

}  // namespace tianbao::form
