#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "shared/form/loading.h"
#include "shared/form/placeholder.h"
#include "shared/json/write.h"

namespace tianbao::form {
namespace {

// What a row says of itself; the rest is about its cells.
constexpr std::array<std::string_view, 8> row_members = {"id",      "label",  "short_label", "provenance",
                                                         "columns", "values", "texts",       "cells"};

/// The column of that id whose cells are filled, or whose texts are the form's.
std::optional<std::size_t> find_column(const std::vector<Column>& columns, std::string_view id,
                                       bool is_fixed) {
  const auto found = std::find_if(columns.begin(), columns.end(), [id, is_fixed](const Column& each) {
    return each.id == id && each.is_fixed == is_fixed;
  });
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

/// Where a row has cells: in all columns that are filled, if it does not say.
std::vector<std::size_t> read_row_columns(ObjectReader& row, const std::vector<Column>& columns,
                                          Loading& loading) {
  std::vector<std::size_t> places;
  if (!row.has("columns")) {
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (!columns[column].is_fixed) places.push_back(column);
    }
    return places;
  }
  const json::Array* names = row.array("columns", Presence::optional, columns.size());
  if (names == nullptr) return places;
  const std::string base = row.pointer_to("columns");
  for (std::size_t index = 0; index < names->size(); ++index) {
    const std::string* const name = (*names)[index].as_string();
    const std::optional<std::size_t> place =
        name == nullptr ? std::nullopt : find_column(columns, *name, false);
    if (!place) {
      loading.mistakes.add(json::pointer_to(base, index), DefinitionErrorCode::unknown_column,
                           name == nullptr ? shown((*names)[index]) : *name, Expected::known_column);
    } else if (!places.empty() && places.back() >= *place) {
      loading.mistakes.add(json::pointer_to(base, index), DefinitionErrorCode::bad_order, *name,
                           Expected::order_of_columns);
    } else {
      places.push_back(*place);
    }
  }
  return places;
}

/// An object of a row that has members for some of its columns.
const json::Value* read_by_column(ObjectReader& row, std::string_view key, bool is_fixed,
                                  const std::vector<Column>& columns, Loading& loading) {
  const json::Value* const value = row.member(key, Presence::optional);
  if (value == nullptr) return nullptr;
  const json::Object* const members = value->as_object();
  if (members == nullptr) {
    row.add(key, DefinitionErrorCode::wrong_type, shown(*value), Expected::object);
    return nullptr;
  }
  for (const json::Member& member : *members) {
    if (find_column(columns, member.key, is_fixed)) continue;
    loading.mistakes.add(json::pointer_to(row.pointer_to(key), member.key),
                         DefinitionErrorCode::unknown_column, member.key,
                         is_fixed ? Expected::fixed_column : Expected::known_column);
  }
  return value;
}

/// `"texts": {"criterion": "每个扣 1 分"}`.
void read_fixed_texts(ObjectReader& row, std::size_t row_index, Group& group, Loading& loading) {
  const json::Value* const texts = read_by_column(row, "texts", true, group.columns, loading);
  if (texts == nullptr) return;
  for (std::size_t column = 0; column < group.columns.size(); ++column) {
    const json::Value* const value = texts->find(group.columns[column].id);
    if (value == nullptr || !group.columns[column].is_fixed) continue;
    std::optional<std::string> text =
        read_text(*value, json::pointer_to(row.pointer_to("texts"), group.columns[column].id),
                  {.max_characters = max_help_characters, .several_lines = true}, loading.mistakes);
    if (text) group.fixed_texts.push_back({{row_index, column}, *std::move(text)});
  }
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
    const std::string pointer = json::pointer_to(row.pointer_to("values"), member.key);
    if (member.key == "row" || member.key == "column") {
      loading.mistakes.add(pointer, DefinitionErrorCode::reserved_id, member.key,
                           Expected::no_name_of_table_place);
    } else if (text == nullptr && member.value.as_number() == nullptr) {
      loading.mistakes.add(pointer, DefinitionErrorCode::wrong_type, shown(member.value),
                           Expected::number_or_text);
    } else {
      placeholders.push_back({member.key, text != nullptr ? *text : json::to_compact(member.value)});
    }
  }
}

/// What the cells of a row have in common.
struct Row {
  std::string id;
  std::string label;
  std::string short_label;
  Provenance provenance = Provenance::official;
  std::size_t index = 0;  // in its group
  std::string inherited_unit;
  std::vector<Placeholder> placeholders;
};

void load_cell(const Row& row, std::size_t column, const std::vector<Layer>& own_layers,
               const TableDefinition& table, Loading& loading) {
  const Column& head = table.columns[column];
  std::vector<Placeholder> placeholders = row.placeholders;
  placeholders.push_back({"column", head.id});
  std::vector<Layer> layers = own_layers;
  layers.push_back(table.of_column[column]);
  if (table.of_all) layers.push_back(*table.of_all);
  std::vector<json::Value> values;
  values.reserve(layers.size());  // the layers point to them
  for (Layer& layer : layers) {
    values.push_back(filled_in(*layer.value, placeholders));
    layer.value = &values.back();
  }
  ObjectReader reader(std::move(layers), loading.mistakes);
  Field cell;
  cell.id = row.id + "." + head.id;
  cell.label = row.label;
  cell.short_label = row.short_label;
  cell.provenance = std::max(row.provenance, head.provenance);
  cell.table_cell = TableCell{row.index, column};
  load_answer(reader, row.inherited_unit, std::move(cell), loading);
}

void load_row(const json::Value& value, const std::string& pointer, std::size_t row_index,
              const TableDefinition& table, std::string_view inherited_unit, Loading& loading) {
  Section& section = loading.form.sections.back();
  ObjectReader reader(value, pointer, loading.mistakes);
  Row row;
  row.index = row_index;
  row.inherited_unit = inherited_unit;
  row.id = read_id(reader);
  row.label = reader.text("label", {.presence = Presence::required});
  row.short_label = reader.text("short_label", {});
  row.provenance = read_provenance(reader).value_or(loading.provenance);
  const std::string address = section.id + "." + row.id;
  const bool is_repeated =
      loading.form.field_index(address) || loading.form.addresses.has_cells(loading.form.fields, address);
  if (is_repeated && !row.id.empty()) {
    reader.add("id", DefinitionErrorCode::duplicate_id, address, Expected::unlike_other_fields);
    return;
  }
  const std::vector<Field>& fields = loading.form.fields;
  const bool shares_label =
      fields.size() > section.groups.back().first_field && fields.back().label == row.label;
  if (shares_label && row.short_label.empty() && !row.label.empty()) {
    reader.add("label", DefinitionErrorCode::duplicate_label, row.label, Expected::short_label_beside);
  }
  row.placeholders = {{"row", address}};
  read_row_values(reader, row.placeholders, loading);
  read_fixed_texts(reader, row_index, section.groups.back(), loading);
  const json::Value* const cells = read_by_column(reader, "cells", false, table.columns, loading);

  loading.mistakes.say_once(true);
  const std::vector<std::size_t> columns = read_row_columns(reader, table.columns, loading);
  loading.fixed_places += table.columns.size() - columns.size();
  for (const std::size_t column : columns) {
    if (!has_room(pointer, loading)) break;
    std::vector<Layer> layers;
    const std::string& id = table.columns[column].id;
    const json::Value* const own = cells == nullptr ? nullptr : cells->find(id);
    if (own != nullptr) layers.push_back({own, json::pointer_to(reader.pointer_to("cells"), id)});
    layers.push_back({&value, pointer, row_members});
    load_cell(row, column, layers, table, loading);
    // The label of the row does not have the unit of one of its cells, and not that of a column.
    const bool is_of_cell = own != nullptr && own->find("unit") != nullptr;
    const bool is_of_column = !table.columns[column].unit.empty() && !reader.has("unit");
    if (is_of_cell || is_of_column) loading.form.fields.back().prints_unit = false;
  }
  loading.mistakes.say_once(false);
}

/// Asks for what is required of the row's cells, whose programs are the last pending ones, only where the row
/// is in use.
void require_in_use_only(FieldRange row, Loading& loading) {
  std::vector<PendingProgram>& pending = loading.pending;
  auto first = pending.end();
  while (first != pending.begin() && (first - 1)->field >= row.begin) --first;
  std::vector<std::size_t> computed;
  for (auto program = first; program != pending.end(); ++program) {
    if (program->purpose == FieldProgram::computed) computed.push_back(program->field);
  }
  const std::string in_use = in_use_source(loading.form, row, computed);
  for (auto program = first; program != pending.end(); ++program) {
    if (program->purpose == FieldProgram::required) program->source = only_where(in_use, program->source);
  }
}

/// One row; false when there is no room for it, or its id is taken.
bool load_numbered_row(const Row& row, const TableDefinition& table, ObjectReader& rows, Loading& loading) {
  const Form& form = loading.form;
  const std::string& address = row.placeholders.front().text;
  if (form.field_index(address) || form.addresses.has_cells(form.fields, address)) {
    rows.add("id", DefinitionErrorCode::duplicate_id, address, Expected::unlike_other_fields);
    return false;
  }
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (!has_room(rows.pointer(), loading)) return false;
    if (table.columns[column].is_fixed) {
      ++loading.fixed_places;
      continue;
    }
    load_cell(row, column, {}, table, loading);
    // Its number stands in the label of the row, not its unit.
    loading.form.fields.back().prints_unit = false;
  }
  return true;
}

void load_repeated_rows(ObjectReader& group, const TableDefinition& table, std::string_view inherited_unit,
                        Loading& loading) {
  const json::Value* const value = group.member("rows", Presence::required);
  ObjectReader reader(*value, group.pointer_to("rows"), loading.mistakes);
  Section& section = loading.form.sections.back();
  Row row;
  const std::string id = read_id(reader);
  const std::string label = reader.text("label", {.presence = Presence::required});
  row.provenance = read_provenance(reader).value_or(loading.provenance);
  const auto most =
      reader.whole("most", Presence::required, {1, static_cast<std::int64_t>(max_repeated_rows)});
  const auto least = reader.whole("least", Presence::optional, {0, most.value_or(0)});
  Group& rows = section.groups.back();
  rows.most_rows = static_cast<std::size_t>(most.value_or(1));
  rows.least_rows = static_cast<std::size_t>(least.value_or(0));

  row.inherited_unit = inherited_unit;
  loading.mistakes.say_once(true);
  for (row.index = 0; row.index < rows.most_rows; ++row.index) {
    const std::string number = std::to_string(row.index + 1);
    row.id = id;
    row.id += "_" + number;
    row.label = label;
    row.label += number;
    row.placeholders = {{"row", section.id + "." + row.id}};
    const std::size_t first_field = loading.form.fields.size();
    read_fixed_texts(reader, row.index, rows, loading);
    if (!load_numbered_row(row, table, reader, loading)) break;
    if (row.index >= rows.least_rows) {
      require_in_use_only({first_field, loading.form.fields.size()}, loading);
    }
  }
  loading.mistakes.say_once(false);
  reader.refuse_others();
}

}  // namespace

void load_table(ObjectReader& group, std::string_view inherited_unit, Loading& loading) {
  TableDefinition own;
  if (loading.table) {
    group.refuse({"columns", "cells"}, Expected::no_table_of_its_own);
  } else {
    own = load_columns(group, loading);
  }
  const TableDefinition& table = loading.table ? *loading.table : own;
  loading.form.sections.back().groups.back().columns = table.columns;
  if (group.has("rows")) {
    group.refuse({"fields"}, Expected::rows_or_fields);
    load_repeated_rows(group, table, inherited_unit, loading);
    return;
  }
  group.leave({"rows"});
  const json::Array* const rows = group.array("fields", Presence::required, max_fields);
  if (rows == nullptr) return;
  const std::string base = group.pointer_to("fields");
  for (std::size_t index = 0; index < rows->size(); ++index) {
    load_row((*rows)[index], json::pointer_to(base, index), index, table, inherited_unit, loading);
  }
}

}  // namespace tianbao::form
