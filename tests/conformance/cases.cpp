#include "tests/conformance/cases.h"

#include <array>
#include <utility>

#include "tests/conformance/members.h"
#include "tests/conformance/values.h"
#include "tests/support/require.h"

namespace tianbao::conformance {
namespace {

bool flag_of(const json::Value& object, std::string_view name) {
  const bool* const flag = member(object, name).as_bool();
  testing::require(flag != nullptr, name);
  return *flag;
}

std::string text_or_empty(const json::Value& object, std::string_view name) {
  const json::Value* const found = object.find(name);
  return found != nullptr ? text_of(*found) : std::string();
}

Declaration read_declaration(const json::Value& encoded) {
  Declaration declaration = {text_of(member(encoded, "name")), text_or_empty(encoded, "type"), {}};
  if (!declaration.type.empty()) return declaration;
  for (const json::Value& each : items_of(member(encoded, "overloads"))) {
    Overload overload = {{}, text_of(member(each, "result")), flag_of(each, "receiver")};
    for (const json::Value& type : items_of(member(each, "parameters"))) {
      overload.parameters.push_back(text_of(type));
    }
    declaration.overloads.push_back(std::move(overload));
  }
  return declaration;
}

Expected read_expected(const json::Value& encoded) {
  Expected expected;
  if (const json::Value* const value = encoded.find("value")) expected.value = read_value(*value);
  expected.type = text_or_empty(encoded, "type");
  if (const json::Value* const error = encoded.find("error")) expected.error = text_of(*error);
  return expected;
}

Case read_case(const json::Value& encoded) {
  Case item;
  item.id = text_of(member(encoded, "id"));
  item.expression = text_of(member(encoded, "expression"));
  item.container = text_of(member(encoded, "container"));
  item.checks_types = flag_of(encoded, "check");
  for (const json::Value& each : items_of(member(encoded, "declarations"))) {
    item.declarations.push_back(read_declaration(each));
  }
  for (const json::Value& each : items_of(member(encoded, "bindings"))) {
    item.bindings.push_back({text_of(member(each, "name")), read_value(member(each, "value"))});
  }
  item.expected = read_expected(member(encoded, "expected"));
  if (const json::Value* const tree = encoded.find("ast")) item.tree = text_of(*tree);
  return item;
}

ParsingCase read_parsing_case(const json::Value& encoded) {
  constexpr std::array<std::pair<std::string_view, Parsing>, 5> kinds = {
      {{"ast", Parsing::tree},
       {"error", Parsing::error},
       {"macro_error", Parsing::macro_error},
       {"switched_off", Parsing::switched_off},
       {"limit", Parsing::limit}}};
  const json::Value& expected = member(encoded, "expected");
  for (const auto& [name, kind] : kinds) {
    if (expected.find(name) == nullptr) continue;
    return {text_of(member(encoded, "id")), text_of(member(encoded, "expression")), kind,
            text_or_empty(expected, "ast")};
  }
  testing::end_without("what is expected of a parsing case");
}

}  // namespace

Cases read_cases(std::string_view path) {
  const json::Value file = read_json(path);
  Cases cases;
  for (const json::Value& each : items_of(member(file, "cases")))
    cases.conformance.push_back(read_case(each));
  for (const json::Value& each : items_of(member(file, "parsing"))) {
    cases.parsing.push_back(read_parsing_case(each));
  }
  return cases;
}

}  // namespace tianbao::conformance
