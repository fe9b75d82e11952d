#pragma once

#include <string>
#include <string_view>

#include "shared/json/value.h"

/// Access to JSON files of our own making: what is not there ends the program with its name.
namespace tianbao::conformance {

const json::Value& member(const json::Value& object, std::string_view name);
const std::string& text_of(const json::Value& value);
const json::Array& items_of(const json::Value& value);

/// A JSON file below the source tree.
json::Value read_json(std::string_view path);

}  // namespace tianbao::conformance
