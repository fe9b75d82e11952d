#include <algorithm>
#include <optional>
#include <utility>

#include "shared/form/loading.h"
#include "shared/form/placeholder.h"
#include "shared/json/write.h"

namespace tianbao::form {
namespace {

/// What the cells of a column have in common, and what all cells have.
struct CellDefinitions {
  std::vector<Layer> columns;
  std::optional<Layer> cells;
};

std::vector<Layer> load_columns(ObjectReader& group, Group& table, Loading& loading) {
  std::vector<Layer> definitions;
  const json::Array* columns = group.array("columns", Presence::required, max_columns);
  if (columns == nullptr) return definitions;
  const std::string base = group.pointer_to("columns");
  for (std::size_t index = 0; index < columns->size(); ++index) {
    ObjectReader reader((*columns)[index], json::pointer_to(base, index), loading.mistakes);
    Column column;
    column.id = read_id(reader);
    column.label = reader.text("label", {.presence = Presence::required});
    column.unit = reader.text("unit", {.max_characters = max_unit_characters});
    column.provenance = read_provenance(reader).value_or(loading.provenance);
    const bool is_repeated = std::any_of(table.columns.begin(), table.columns.end(),
                                         [&column](const Column& other) { return other.id == column.id; });
    if (is_repeated && !column.id.empty()) {
      reader.add("id", DefinitionErrorCode::duplicate_id, column.id, Expected::unlike_other_columns);
    }
    table.columns.push_back(std::move(column));
    definitions.push_back({&(*columns)[index], reader.pointer()});
  }
  return definitions;
}

/// Where a row has cells: everywhere, if it does not say.
std::vector<std::size_t> read_row_columns(ObjectReader& row, const std::vector<Column>& columns,
                                          Loading& loading) {
  std::vector<std::size_t> places;
  if (!row.has("columns")) {
    for (std::size_t column = 0; column < columns.size(); ++column) places.push_back(column);
    return places;
  }
  const json::Array* names = row.array("columns", Presence::optional, columns.size());
  if (names == nullptr) return places;
  const std::string base = row.pointer_to("columns");
  for (std::size_t index = 0; index < names->size(); ++index) {
    const std::string* const name = (*names)[index].as_string();
    const auto column = std::find_if(columns.begin(), columns.end(), [name](const Column& each) {
      return name != nullptr && each.id == *name;
    });
    if (column == columns.end()) {
      loading.mistakes.add(json::pointer_to(base, index), DefinitionErrorCode::unknown_column,
                           name == nullptr ? shown((*names)[index]) : *name, Expected::known_column);
      continue;
    }
    const auto place = static_cast<std::size_t>(column - columns.begin());
    if (!places.empty() && places.back() >= place) {
      loading.mistakes.add(json::pointer_to(base, index), DefinitionErrorCode::bad_order, *name,
                           Expected::order_of_columns);
    } else {
      places.push_back(place);
    }
  }
  return places;
}

/// What the row gives its columns by name: `"values": {"points": 0.1}` for `$points`.
void read_row_values(ObjectReader& row, std::vector<Placeholder>& placeholders, Loading& loading) {
  const json::Value* const values = row.member("values", Presence::optional);
  if (values == nullptr) return;
  const json::Object* const members = values->as_object();
  if (members == nullptr || members->size() > max_row_values) {
    row.add("values", members == nullptr ? DefinitionErrorCode::wrong_type : DefinitionErrorCode::too_many,
            members == nullptr ? shown(*values) : std::to_string(members->size()),
            members == nullptr ? Expected::object : Expected::at_most_elements)
        .most = static_cast<std::int64_t>(max_row_values);
    return;
  }
  for (const json::Member& member : *members) {
    const std::string* const text = member.value.as_string();
    if (text == nullptr && member.value.as_number() == nullptr) {
      loading.mistakes.add(json::pointer_to(row.pointer_to("values"), member.key),
                           DefinitionErrorCode::wrong_type, shown(member.value), Expected::number_or_text);
    } else {
      placeholders.push_back({member.key, text != nullptr ? *text : json::to_compact(member.value)});
    }
  }
}

void load_row(const json::Value& value, const std::string& pointer, std::size_t row_index,
              const CellDefinitions& definitions, std::string_view inherited_unit, Loading& loading) {
  const Section& section = loading.form.sections.back();
  const std::vector<Column>& heads = section.groups.back().columns;
  ObjectReader row(value, pointer, loading.mistakes);
  const std::string id = read_id(row);
  const std::string label = row.text("label", {.presence = Presence::required});
  const Provenance provenance = read_provenance(row).value_or(loading.provenance);
  const std::string address = section.id + "." + id;
  const bool is_repeated =
      loading.form.field_index(address) || loading.form.addresses.has_cells(loading.form.fields, address);
  if (is_repeated && !id.empty()) {
    row.add("id", DefinitionErrorCode::duplicate_id, address, Expected::unlike_other_fields);
    return;
  }
  std::vector<Placeholder> placeholders = {{"row", address}};
  read_row_values(row, placeholders, loading);

  loading.mistakes.say_once(true);
  for (const std::size_t column : read_row_columns(row, heads, loading)) {
    if (!has_room(pointer, loading)) break;
    std::vector<Placeholder> all = placeholders;
    all.push_back({"column", heads[column].id});
    const Layer& head = definitions.columns[column];
    const json::Value own = filled_in(value, all);
    const json::Value of_column = filled_in(*head.value, all);
    std::vector<Layer> layers = {{&own, pointer}, {&of_column, head.pointer}};
    json::Value of_all;
    if (definitions.cells) {
      of_all = filled_in(*definitions.cells->value, all);
      layers.push_back({&of_all, definitions.cells->pointer});
    }
    ObjectReader reader(std::move(layers), loading.mistakes);
    reader.leave({"id", "label", "provenance", "columns", "values"});
    Field cell;
    cell.id = id + "." + heads[column].id;
    cell.label = label;
    cell.provenance = std::max(provenance, heads[column].provenance);
    cell.table_cell = TableCell{row_index, column};
    load_answer(reader, inherited_unit, std::move(cell), loading);
  }
  loading.mistakes.say_once(false);
}

}  // namespace

void load_table(ObjectReader& group, std::string_view inherited_unit, Loading& loading) {
  CellDefinitions definitions;
  definitions.columns = load_columns(group, loading.form.sections.back().groups.back(), loading);
  if (const json::Value* const cells = group.member("cells", Presence::optional)) {
    if (cells->as_object() != nullptr) {
      definitions.cells = Layer{cells, group.pointer_to("cells")};
    } else {
      group.add("cells", DefinitionErrorCode::wrong_type, shown(*cells), Expected::object);
    }
  }
  const json::Array* const rows = group.array("fields", Presence::required, max_fields);
  if (rows == nullptr) return;
  const std::string base = group.pointer_to("fields");
  for (std::size_t index = 0; index < rows->size(); ++index) {
    load_row((*rows)[index], json::pointer_to(base, index), index, definitions, inherited_unit, loading);
  }
}

}  // namespace tianbao::form
