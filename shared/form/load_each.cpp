#include <optional>
#include <utility>

#include "shared/form/loading.h"

namespace tianbao::form {
namespace {

/// The addresses of all rows that are repeated as `name`: media.account_1, media.account_2 …
std::vector<std::string> rows_named(const Form& form, std::string_view name) {
  std::vector<std::string> rows;
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    const Field& field = form.fields[index];
    if (!field.table_cell || group_of(form, field).most_rows == 0) continue;
    const std::string row = field.address.substr(0, field.address.rfind('.'));
    const std::string numbered = std::string(name) + "_" + std::to_string(field.table_cell->row + 1);
    if (row == numbered && (rows.empty() || rows.back() != row)) rows.push_back(row);
  }
  return rows;
}

std::vector<std::string> read_series(ObjectReader& each, const std::string& name, const json::Value& value,
                                     Loading& loading) {
  std::vector<std::string> series;
  if (const std::string* const rows = value.as_string()) {
    series = rows_named(loading.form, *rows);
    if (series.empty()) {
      loading.mistakes.add(each.pointer_to(name), DefinitionErrorCode::unknown_field, *rows,
                           Expected::repeated_rows);
    }
    return series;
  }
  const json::Array* const texts = each.array(name, Presence::required, max_rules);
  if (texts == nullptr) return series;
  for (std::size_t index = 0; index < texts->size(); ++index) {
    std::optional<std::string> text =
        read_text((*texts)[index], json::pointer_to(each.pointer_to(name), index), {}, loading.mistakes);
    if (text) series.push_back(*std::move(text));
  }
  return series;
}

}  // namespace

std::vector<Series> read_each(const json::Value& rule, const std::string& pointer, Loading& loading) {
  std::vector<Series> all;
  const json::Value* const value = rule.find("each");
  if (value == nullptr) return all;
  const std::string base = json::pointer_to(pointer, "each");
  ObjectReader reader(*value, base, loading.mistakes);
  const json::Object* const members = value->as_object();
  if (members == nullptr) return all;
  if (members->empty()) {
    loading.mistakes.add(base, DefinitionErrorCode::empty, "{}", Expected::at_least_one_element);
  }
  for (const json::Member& member : *members) {
    all.push_back({member.key, read_series(reader, member.key, member.value, loading)});
  }
  return all;
}

}  // namespace tianbao::form
