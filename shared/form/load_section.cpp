#include <algorithm>
#include <array>
#include <utility>

#include "shared/form/loading.h"

namespace tianbao::form {
namespace {

// In the order of SectionPlace.
constexpr std::array<std::string_view, 3> place_words = {"header", "table", "footer"};

// The first parts of the names that expressions know besides the fields.
constexpr std::array<std::string_view, 4> reserved_sections = {"prior", "site", "today", "period"};

void load_fields(ObjectReader& group, const std::string& unit, Loading& loading) {
  const json::Array* const fields = group.array("fields", Presence::required, max_fields);
  if (fields == nullptr) return;
  const std::string base = group.pointer_to("fields");
  for (std::size_t index = 0; index < fields->size(); ++index) {
    const std::string pointer = json::pointer_to(base, index);
    if (!has_room(pointer, loading)) return;
    load_field((*fields)[index], pointer, unit, loading);
  }
}

void load_group(const json::Value& value, std::string pointer, Loading& loading) {
  ObjectReader reader(value, std::move(pointer), loading.mistakes);
  Section& section = loading.form.sections.back();
  Group group;
  group.label = reader.text("label", {});
  group.unit = reader.text("unit", {.max_characters = max_unit_characters});
  group.first_field = loading.form.fields.size();
  const std::string unit = group.unit.empty() ? section.unit : group.unit;
  section.groups.push_back(std::move(group));

  if (section.place != SectionPlace::table) {
    reader.refuse({"columns", "cells", "rows"}, Expected::only_in_table);
    load_fields(reader, unit, loading);
  } else if (loading.table || reader.has("columns")) {
    load_table(reader, unit, loading);
  } else {
    reader.leave({"columns"});
    reader.refuse({"cells", "rows"}, Expected::beside_columns);
    load_fields(reader, unit, loading);
  }
  Group& last = section.groups.back();
  last.field_count = loading.form.fields.size() - last.first_field;
  reader.refuse_others();
}

void load_section(const json::Value& value, std::string pointer, Loading& loading) {
  ObjectReader reader(value, std::move(pointer), loading.mistakes);
  Section section;
  section.id = read_id(reader);
  section.label = reader.text("label", {.presence = Presence::required});
  section.numeral = reader.text("numeral", {.max_characters = max_unit_characters});
  section.unit = reader.text("unit", {.max_characters = max_unit_characters});
  section.help = reader.text("help", {.max_characters = max_help_characters, .several_lines = true});
  section.note = reader.text("note", {.max_characters = max_help_characters, .several_lines = true});
  section.place = static_cast<SectionPlace>(
      reader.word("place", place_words, Presence::optional, static_cast<std::size_t>(SectionPlace::table)));
  section.prints_label = reader.flag("prints_label", true);
  section.allows_none = reader.flag("allows_none", false);

  if (section.place != SectionPlace::table) reader.refuse({"note"}, Expected::only_in_table);

  std::vector<Section>& sections = loading.form.sections;
  if (std::find(reserved_sections.begin(), reserved_sections.end(), section.id) != reserved_sections.end()) {
    reader.add("id", DefinitionErrorCode::reserved_id, section.id, Expected::no_name_of_other_data);
  } else if (!section.id.empty() && std::any_of(sections.begin(), sections.end(), [&](const Section& other) {
               return other.id == section.id;
             })) {
    reader.add("id", DefinitionErrorCode::duplicate_id, section.id, Expected::unlike_other_sections);
  }
  sections.push_back(std::move(section));

  if (const json::Array* groups = reader.array("groups", Presence::required, max_groups)) {
    const std::string base = reader.pointer_to("groups");
    for (std::size_t index = 0; index < groups->size(); ++index) {
      load_group((*groups)[index], json::pointer_to(base, index), loading);
    }
  }
  reader.refuse_others();
}

}  // namespace

void load_sections(ObjectReader& definition, Loading& loading) {
  const json::Array* sections = definition.array("sections", Presence::required, max_sections);
  if (sections == nullptr) return;
  const std::string base = definition.pointer_to("sections");
  for (std::size_t index = 0; index < sections->size(); ++index) {
    load_section((*sections)[index], json::pointer_to(base, index), loading);
  }
}

}  // namespace tianbao::form
