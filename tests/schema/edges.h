#pragma once

#include <vector>

#include "shared/form/form.h"
#include "shared/json/value.h"

namespace tianbao::testing {

/// Cells of that field on both sides of every limit that it has, bare and in an object, and objects of every
/// shape.
std::vector<json::Value> edge_cells(const form::Field& field);

}  // namespace tianbao::testing
