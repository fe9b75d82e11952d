#pragma once

#include <cstddef>
#include <vector>

#include "shared/check/bind.h"
#include "shared/check/check.h"
#include "shared/check/placed.h"
#include "shared/form/form.h"

namespace tianbao::check {

/// What is looked at: all of a document, or what a change of it touches. Both ascend.
struct Scope {
  std::vector<std::size_t> fields;  // whose standard facts are asked
  std::vector<std::size_t> rules;
};

Scope everything(const form::Form& form);

/// Where findings in `scope` stand.
std::vector<Place> places_of(const form::Form& form, const Scope& scope);

/// What is found in `scope`, with the state of its explanations. Sets the verdicts of the rules in it.
Placed examine(const Bound& bound, const Scope& scope, std::vector<Verdict>& verdicts);

}  // namespace tianbao::check
