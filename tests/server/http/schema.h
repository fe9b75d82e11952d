#pragma once

#include <string>
#include <string_view>

#include "shared/json/value.h"

namespace tianbao::testing {

/// What of a value does not satisfy a schema of the OpenAPI file, one line each with its JSON Pointer; ""
/// when all of it does. Knows the keywords that the file uses, and says so of any other.
std::string schema_violations(const json::Value& openapi, const json::Value& schema,
                              const json::Value& value);

/// The value at a JSON Pointer, or nullptr.
const json::Value* at_pointer(const json::Value& root, std::string_view pointer);

}  // namespace tianbao::testing
