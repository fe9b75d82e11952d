#include "tests/conformance/members.h"

#include <utility>

#include "shared/json/parse.h"
#include "tests/support/reports.h"
#include "tests/support/require.h"

namespace tianbao::conformance {

const json::Value& member(const json::Value& object, std::string_view name) {
  const json::Value* const found = object.find(name);
  testing::require(found != nullptr, name);
  return *found;
}

const std::string& text_of(const json::Value& value) {
  testing::require(value.as_string() != nullptr, "a text in the JSON file");
  return *value.as_string();
}

const json::Array& items_of(const json::Value& value) {
  testing::require(value.as_array() != nullptr, "an array in the JSON file");
  return *value.as_array();
}

json::Value read_json(std::string_view path) {
  auto file = json::parse(testing::read_source_file(path));
  testing::require(file.ok(), file.ok() ? "" : std::string(path) + ": " + json::describe(file.error()));
  return std::move(file).value();
}

}  // namespace tianbao::conformance
