#pragma once

#include <string_view>
#include <vector>

#include "shared/form/form.h"
#include "shared/json/value.h"

namespace tianbao::testing {

/// A document with a fault that its schema has in a $comment, under this code, and cannot say.
struct Unsaid {
  std::string_view code;
  json::Value document;
};

/// One of every kind. `document` is valid and of the form tests/schema/forms/strict.json.
std::vector<Unsaid> unsaid_faults(const json::Value& document);

}  // namespace tianbao::testing
