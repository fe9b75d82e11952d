#pragma once

#include <vector>

#include "shared/json/value.h"

namespace tianbao::testing {

/// The document with each of its members in turn taken out, made something else, and given a member that
/// nobody knows.
std::vector<json::Value> spoiled(const json::Value& document);

}  // namespace tianbao::testing
