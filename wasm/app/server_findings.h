#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "shared/check/check.h"
#include "shared/check/why.h"
#include "shared/form/form.h"
#include "shared/json/value.h"

namespace tianbao::app {

struct ServerFinding : check::Finding {
  check::Why why;  // as the server has it; nothing in it where the answer has none
};

/// Findings as the server writes them (check::to_json), in the order of the form. One that names a cell which
/// the form has not is left out of that cell, and out altogether when it names no other.
std::vector<ServerFinding> read_findings(const json::Value& findings, const form::Form& form);

/// The one of `findings`, which are in the order of the form, that is the same rule's (or fact's) at the same
/// cell, nullptr when there is none: only one of the two can be shown.
template <typename Found>
const Found* find_same_place(const std::vector<Found>& findings, const check::Finding& finding) {
  const std::size_t field = finding.fields.front();
  auto each =
      std::lower_bound(findings.begin(), findings.end(), field,
                       [](const Found& found, std::size_t wanted) { return found.fields.front() < wanted; });
  for (; each != findings.end() && each->fields.front() == field; ++each) {
    if (each->code == finding.code) return &*each;
  }
  return nullptr;
}

/// Those of `found` that `known` does not say just as well: by place, severity, verdict and whether a 说明 is
/// missing. The server may know more (a colleague's report of last year) and judge the same rule otherwise.
std::vector<ServerFinding> findings_new_to(const std::vector<check::Finding>& known,
                                           std::vector<ServerFinding> found);

}  // namespace tianbao::app
