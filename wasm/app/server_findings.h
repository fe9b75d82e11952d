#pragma once

#include <vector>

#include "shared/check/check.h"
#include "shared/form/form.h"
#include "shared/json/value.h"

namespace tianbao::app {

/// Findings as the server writes them (check::to_json). One that names a cell which the form has not is left
/// out of that cell, and out altogether when it names no other.
std::vector<check::Finding> read_findings(const json::Value& findings, const form::Form& form);

/// Whether they are the same rule's (or fact's) at the same cell: only one of them can be shown.
bool same_place(const check::Finding& left, const check::Finding& right);

/// Those of `found` that `known` does not say just as well: by place, severity, verdict and whether a 说明 is
/// missing. The server may know more (a colleague's report of last year) and judge the same rule otherwise.
std::vector<check::Finding> findings_new_to(const std::vector<check::Finding>& known,
                                            std::vector<check::Finding> found);

}  // namespace tianbao::app
