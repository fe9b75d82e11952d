#pragma once

#include <vector>

#include "shared/check/check.h"
#include "shared/form/form.h"
#include "shared/json/value.h"

namespace tianbao::app {

/// Findings as the server writes them (check::to_json). One that names a cell which the form has not is left
/// out of that cell, and out altogether when it names no other.
std::vector<check::Finding> read_findings(const json::Value& findings, const form::Form& form);

/// Those of `found` that are not among `known` by code and place.
std::vector<check::Finding> findings_new_to(const std::vector<check::Finding>& known,
                                            std::vector<check::Finding> found);

}  // namespace tianbao::app
