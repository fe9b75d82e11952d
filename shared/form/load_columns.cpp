#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "shared/form/loading.h"

namespace tianbao::form {
namespace {

// What a column says of itself; the rest is about its cells.
constexpr std::array<std::string_view, 6> column_members = {"id",    "label",   "provenance",
                                                            "fixed", "printed", "width"};

/// A table without anything to fill, or to print, or with columns that leave no width to others.
void refuse_unusable(ObjectReader& reader, const std::vector<Column>& columns) {
  std::size_t widths = 0;
  std::size_t filled = 0;
  std::size_t printed = 0;
  for (const Column& column : columns) {
    widths += column.width;
    if (!column.is_fixed) ++filled;
    if (column.is_printed) ++printed;
  }
  if (filled == 0) reader.add("columns", DefinitionErrorCode::empty, "", Expected::column_to_fill);
  if (printed == 0) reader.add("columns", DefinitionErrorCode::empty, "", Expected::column_to_print);
  if (widths > max_all_column_widths) {
    reader
        .add("columns", DefinitionErrorCode::out_of_range, std::to_string(widths),
             Expected::column_widths_together)
        .most = static_cast<std::int64_t>(max_all_column_widths);
  }
}

void load_heads(ObjectReader& reader_of_table, TableDefinition& table, Loading& loading) {
  const json::Array* columns = reader_of_table.array("columns", Presence::required, max_columns);
  if (columns == nullptr) return;
  const std::string base = reader_of_table.pointer_to("columns");
  for (std::size_t index = 0; index < columns->size(); ++index) {
    ObjectReader reader((*columns)[index], json::pointer_to(base, index), loading.mistakes);
    Column column;
    column.id = read_id(reader);
    column.label = reader.text("label", {.presence = Presence::required});
    column.unit = reader.text("unit", {.max_characters = max_unit_characters});
    column.provenance = read_provenance(reader).value_or(loading.provenance);
    column.is_fixed = reader.flag("fixed", false);
    column.is_printed = reader.flag("printed", true);
    column.width = static_cast<std::size_t>(
        reader.whole("width", Presence::optional, {1, std::int64_t{max_column_width}}).value_or(1));
    // What the answers in a column have in common is read with each of them.
    if (column.is_fixed) reader.refuse_others();
    const bool is_repeated = std::any_of(table.columns.begin(), table.columns.end(),
                                         [&column](const Column& other) { return other.id == column.id; });
    if (is_repeated && !column.id.empty()) {
      reader.add("id", DefinitionErrorCode::duplicate_id, column.id, Expected::unlike_other_columns);
    }
    table.columns.push_back(std::move(column));
    table.of_column.push_back({&(*columns)[index], reader.pointer(), column_members});
  }
  refuse_unusable(reader_of_table, table.columns);
}

}  // namespace

TableDefinition load_columns(ObjectReader& reader, Loading& loading) {
  TableDefinition table;
  load_heads(reader, table, loading);
  const json::Value* const cells = reader.member("cells", Presence::optional);
  if (cells == nullptr) return table;
  if (cells->as_object() != nullptr) {
    table.of_all = Layer{cells, reader.pointer_to("cells")};
  } else {
    reader.add("cells", DefinitionErrorCode::wrong_type, shown(*cells), Expected::object);
  }
  return table;
}

void load_whole_table(ObjectReader& definition, Loading& loading) {
  const json::Value* const value = definition.member("table", Presence::optional);
  if (value == nullptr) return;
  ObjectReader reader(*value, definition.pointer_to("table"), loading.mistakes);
  TableHead head;
  head.row = reader.text("label", {.presence = Presence::required});
  head.section = reader.text("section_label", {});
  head.group = reader.text("group_label", {});
  loading.form.table_head = std::move(head);
  loading.table = load_columns(reader, loading);
  reader.refuse_others();
}

}  // namespace tianbao::form
