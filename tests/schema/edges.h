#pragma once

#include <vector>

#include "shared/form/form.h"
#include "shared/json/value.h"

namespace tianbao::testing {

/// Cells of that field on both sides of every limit that it has, bare and in an object, and objects of every
/// shape, with `value`, which is right, or without.
std::vector<json::Value> edge_cells(const form::Field& field, const json::Value& value);

}  // namespace tianbao::testing
