#include <optional>

#include "shared/document/read_members.h"
#include "shared/text/nearest.h"

namespace tianbao::document {
namespace {

/// The fields of one section stand side by side in the form.
struct FieldRange {
  std::size_t first = 0;
  std::size_t end = 0;
};

FieldRange fields_of(const form::Section& section) {
  if (section.groups.empty()) return {};
  const form::Group& last = section.groups.back();
  return {section.groups.front().first_field, last.first_field + last.field_count};
}

std::optional<std::size_t> find_section(const form::Form& form, std::string_view id) {
  for (std::size_t i = 0; i < form.sections.size(); ++i) {
    if (form.sections[i].id == id) return i;
  }
  return std::nullopt;
}

/// Files name the fields in the form's order: looking on from where the last one stood finds each at once.
std::optional<std::size_t> find_field(const form::Form& form, FieldRange range, std::string_view id,
                                      std::size_t start) {
  for (std::size_t step = 0; step < range.end - range.first; ++step) {
    const std::size_t index =
        start + step < range.end ? start + step : start + step - (range.end - range.first);
    if (form.fields[index].id == id) return index;
  }
  return std::nullopt;
}

void read_section(const json::Object& members, const form::Form& form, FieldRange range,
                  std::string_view pointer, std::vector<Cell>& cells, Mistakes& mistakes) {
  std::size_t start = range.first;
  for (const json::Member& member : members) {
    if (mistakes.full()) return;
    const std::string place = json::pointer_to(pointer, member.key);
    if (const std::optional<std::size_t> index = find_field(form, range, member.key, start)) {
      cells[*index] = read_cell_member(form.fields[*index], member.value, place, mistakes);
      start = *index + 1 < range.end ? *index + 1 : range.first;
      continue;
    }
    text::Nearest nearest(member.key);
    for (std::size_t i = range.first; i < range.end; ++i) nearest.offer(form.fields[i].id);
    mistakes.add(place, "unknown_cell", member.key, std::string(nearest.name()));
  }
}

}  // namespace

std::vector<Cell> read_values(const json::Value& value, const form::Form& form, std::string_view pointer,
                              Mistakes& mistakes) {
  std::vector<Cell> cells(form.fields.size());
  const json::Object* const sections = value.as_object();
  if (!sections) {
    mistakes.wrong_type(pointer, value, "对象");
    return cells;
  }
  for (const json::Member& member : *sections) {
    if (mistakes.full()) break;
    const std::string place = json::pointer_to(pointer, member.key);
    const std::optional<std::size_t> section = find_section(form, member.key);
    if (!section) {
      text::Nearest nearest(member.key);
      for (const form::Section& each : form.sections) nearest.offer(each.id);
      mistakes.add(place, "unknown_section", member.key, std::string(nearest.name()));
    } else if (const json::Object* const members = member.value.as_object()) {
      read_section(*members, form, fields_of(form.sections[*section]), place, cells, mistakes);
    } else {
      mistakes.wrong_type(place, member.value, "对象");
    }
  }
  return cells;
}

}  // namespace tianbao::document
