#include "tests/bench/rules/building.h"

#include <utility>
#include <vector>

#include "tests/support/require.h"

namespace tianbao::bench {
namespace {

json::Value value_of(const document::CellValue& value) {
  if (const bool* const answer = std::get_if<bool>(&value)) return *answer;
  if (const auto* const amount = std::get_if<number::Decimal>(&value)) return *amount;
  if (const auto* const text = std::get_if<std::string>(&value)) return *text;
  json::Array ids;
  if (const auto* const chosen = std::get_if<document::ChoiceIds>(&value)) {
    ids.assign(chosen->begin(), chosen->end());
  }
  return ids;
}

json::Value value_of_none(form::FieldType type) {
  switch (form::expression_type(type)) {
    case expression::Type::decimal:
      return number(0);
    case expression::Type::list:
      return json::Array();
    default:
      return "";
  }
}

/// By section and field, what `value_of_cell` gives; a null is left out.
template <typename ValueOfCell>
json::Object by_section(const form::Form& form, const std::vector<document::Cell>& cells,
                        ValueOfCell value_of_cell) {
  json::Object sections;
  for (const form::Section& section : form.sections) sections.push_back({section.id, json::Object()});
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    const form::Field& field = form.fields[index];
    json::Value value = value_of_cell(field, cells[index]);
    auto* const members = std::get_if<json::Object>(&sections[field.section].value.content);
    if (!value.is_null()) members->push_back({field.id, std::move(value)});
  }
  return sections;
}

json::Object values(const form::Form& form, const std::vector<document::Cell>& cells) {
  return by_section(form, cells, [](const form::Field& field, const document::Cell& cell) -> json::Value {
    if (cell.state == document::CellState::value) return value_of(cell.value);
    return cell.state == document::CellState::none ? value_of_none(field.type) : json::Value();
  });
}

std::string without_none_calls(std::string source) {
  constexpr std::string_view call = "none(";
  for (std::size_t place = source.find(call); place != std::string::npos; place = source.find(call, place)) {
    const std::size_t end = source.find(')', place);
    testing::require(end != std::string::npos, "the end of none(");
    source.erase(end, 1);
    source[place + call.size() - 1] = '.';
  }
  return source;
}

}  // namespace

json::Value number(std::int64_t value) {
  return number::Decimal::from_integer(value);
}

json::Value count_schema() {
  return json::Object{{"type", "integer"}, {"minimum", number(0)}};
}

json::Value counts_schema(const std::vector<std::string>& names) {
  json::Object properties;
  for (const std::string& name : names) properties.push_back({name, count_schema()});
  return json::Object{{"type", "object"},
                      {"properties", std::move(properties)},
                      {"required", json::Array(names.begin(), names.end())},
                      {"additionalProperties", false}};
}

json::Value bindings(const form::Form& form, const document::Document& document) {
  json::Object bound = values(form, document.cells);
  bound.push_back({"none", by_section(form, document.cells,
                                      [](const form::Field&, const document::Cell& cell) -> json::Value {
                                        return cell.state == document::CellState::none;
                                      })});
  const document::Context& context = document.context;
  if (context.prior_known == document::PriorKnown::present) {
    bound.push_back({"prior", values(form, context.prior.cells)});
  }
  if (context.site) bound.push_back({"site", document::write_site(*context.site)});
  if (!context.today.empty()) bound.push_back({"today", context.today});
  const std::optional<number::Decimal> period = number::Decimal::parse(document.period);
  if (period) bound.push_back({"period", *period});
  return bound;
}

json::Value peer_rules(const form::Form& form) {
  json::Array rules;
  for (const form::Rule& rule : form.rules) {
    json::Object members = {{"code", rule.code}};
    const std::string when = form::when_source(rule);
    if (!when.empty()) members.push_back({"when", without_none_calls(when)});
    members.push_back({"rule", without_none_calls(rule.condition.source())});
    rules.emplace_back(std::move(members));
  }
  return rules;
}

}  // namespace tianbao::bench
