#include "tests/schema/edges.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "shared/document/cell.h"
#include "shared/form/load.h"
#include "tests/support/require.h"

namespace tianbao::testing {
namespace {

using number::Decimal;

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  for (; count > 0; --count) result += text;
  return result;
}

Decimal decimal(std::string_view text) {
  const std::optional<Decimal> parsed = Decimal::parse(text);
  require(parsed.has_value(), text);
  return *parsed;
}

void add_numbers(const form::Field& field, std::vector<json::Value>& values) {
  constexpr std::string_view numbers[] = {
      "0", "0.5", "999999999999999", "-999999999999999", "1e15", "-1e15", "1e16", "-1e16", "7.0"};
  for (const std::string_view each : numbers) values.emplace_back(decimal(each));
  const Decimal step =
      *divide(decimal("1"), decimal("1" + repeated("0", static_cast<std::size_t>(field.max_decimal_places))));
  for (const std::optional<Decimal>& bound : {field.minimum, field.maximum}) {
    if (!bound) continue;
    for (const Decimal& distance : {Decimal(), step, step.negated()})
      values.emplace_back(*add(*bound, distance));
  }
}

void add_texts(const form::Field& field, std::vector<json::Value>& values) {
  constexpr std::string_view texts[] = {"字", " 字", "字 ", "字  字", "字\n字", "无", " ", "[bookmark:x]"};
  for (const std::string_view each : texts) values.emplace_back(each);
  for (const std::size_t length : {field.max_length, field.max_length + 1})
    values.emplace_back(repeated("𠮷", length));
}

/// The limits in RFC 1035 and RFC 5321, and those of shared/text.
void add_address_limits(const form::Field& field, std::vector<json::Value>& values) {
  const std::string letters(3000, 'a');
  if (field.type == form::FieldType::url) {
    for (const std::size_t length : {2036U, 2037U})
      values.emplace_back("http://a.cn/" + letters.substr(0, length));
    for (const std::size_t labels : {126U, 127U}) values.emplace_back("http://a" + repeated(".a", labels));
    for (const std::size_t length : {63U, 64U})
      values.emplace_back("http://" + letters.substr(0, length) + ".cn");
    for (const std::size_t length : {21U, 22U})
      values.emplace_back("http://" + repeated("政", length) + ".cn");
  }
  if (field.type == form::FieldType::email) {
    for (const std::size_t length : {64U, 65U}) values.emplace_back(letters.substr(0, length) + "@a.cn");
    for (const std::string_view name : {"aa", "aaa"})
      values.emplace_back(std::string(name) + "@a" + repeated(".a", 125));
  }
}

void add_choices(const form::Field& field, std::vector<json::Value>& values) {
  json::Array all;
  for (const form::Choice& choice : field.choices) all.emplace_back(choice.id);
  for (const json::Value& id : all) {
    values.push_back(id);
    values.push_back(json::Array{id});
    values.push_back(json::Array{id, id});
    values.push_back(json::Array{id, "no_such_choice"});
    values.push_back(json::Array{id, true});
  }
  values.emplace_back("no_such_choice");
  values.emplace_back(json::Array(all.rbegin(), all.rend()));
  values.emplace_back(std::move(all));
}

std::vector<json::Value> edge_values(const form::Field& field) {
  std::vector<json::Value> values = {nullptr, true, "", "1", json::Array{}, json::Object{}};
  for (const std::size_t count : {form::max_choices, form::max_choices + 1})
    values.emplace_back(
        json::Array(count, field.choices.empty() ? json::Value() : json::Value(field.choices[0].id)));
  values.emplace_back(repeated("a", document::max_cell_bytes));
  values.emplace_back(repeated("a", document::max_cell_bytes + 1));
  if (form::expression_type(field.type) == expression::Type::decimal) {
    add_numbers(field, values);
  } else if (!field.choices.empty()) {
    add_choices(field, values);
  } else {
    values.emplace_back(decimal("1"));
    add_texts(field, values);
    add_address_limits(field, values);
  }
  return values;
}

void add_objects(const json::Value& value, std::vector<json::Value>& cells) {
  const json::Value kept = repeated("a", document::max_cell_bytes);
  const json::Value too_long = repeated("a", document::max_cell_bytes + 1);
  const json::Object shapes[] = {
      {},
      {{"none", true}},
      {{"none", false}},
      {{"none", true}, {"value", value}},
      {{"none", true}, {"other", "扫码"}},
      {{"none", true}, {"raw", "正在办理"}, {"remark", "正在办理"}},
      {{"raw", ""}},
      {{"raw", "约"}},
      {{"raw", "约500"}, {"other", "扫码"}},
      {{"value", value}, {"raw", kept}, {"remark", kept}},
      {{"value", value}, {"raw", too_long}},
      {{"value", value}, {"remark", too_long}},
      {{"value", value}, {"raw", true}},
      {{"value", value}, {"remark", true}},
      {{"value", value}, {"other", true}},
      {{"value", value}, {"others", ""}},
  };
  for (const json::Object& shape : shapes) cells.emplace_back(shape);
}

/// 其他 with and without its text, beside every choice.
void add_other_texts(const form::Field& field, std::vector<json::Value>& cells) {
  const std::string texts[] = {"", "字", repeated("𠮷", field.max_length),
                               repeated("字", field.max_length + 1)};
  for (const std::string& text : texts) {
    cells.emplace_back(json::Object{{"value", json::Array{}}, {"other", text}});
    cells.emplace_back(json::Object{{"value", "扫码"}, {"other", text}});
    for (const form::Choice& choice : field.choices)
      cells.emplace_back(json::Object{{"value", json::Array{choice.id}}, {"other", text}});
  }
}

}  // namespace

std::vector<json::Value> edge_cells(const form::Field& field, const json::Value& value) {
  std::vector<json::Value> cells;
  for (json::Value& edge : edge_values(field)) {
    cells.emplace_back(json::Object{{"value", edge}});
    cells.push_back(std::move(edge));
  }
  add_objects(value, cells);
  if (form::other_choice(field) != nullptr) add_other_texts(field, cells);
  return cells;
}

}  // namespace tianbao::testing
