#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "shared/json/value.h"

namespace tianbao::schema {

// Pieces that schemas are put together from.

inline json::Value whole(std::size_t number) {
  return number::Decimal::from_integer(static_cast<std::int64_t>(number));
}

inline json::Object refer_to(std::string_view definition) {
  return {{"$ref", "#/$defs/" + std::string(definition)}};
}

inline json::Object closed_object(json::Object properties, json::Array required) {
  json::Object object = {{"type", "object"}, {"properties", std::move(properties)}};
  if (!required.empty()) object.push_back({"required", std::move(required)});
  object.push_back({"additionalProperties", false});
  return object;
}

}  // namespace tianbao::schema
