#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "shared/check/bind.h"
#include "shared/check/check.h"
#include "shared/flags.h"
#include "shared/form/form.h"

namespace tianbao::check {

/// What is looked at: all of a document, or what a change of it touches.
struct Scope {
  Flags fields;  // whose standard facts are asked
  Flags rules;
};

Scope everything(const form::Form& form);

/// Where a finding stands among the others: by its first cell, then standard facts before rules, then as the
/// rules stand in the form. Several facts of one cell share their place.
struct Place {
  std::uint32_t field = 0;
  std::uint32_t rule = 0;  // its number from 1; 0 for a standard fact

  friend bool operator==(const Place&, const Place&) = default;
  friend bool operator<(const Place& left, const Place& right) {
    return left.field != right.field ? left.field < right.field : left.rule < right.rule;
  }
};

/// Findings in their order, and the place of each.
struct Placed {
  std::vector<Finding> findings;
  std::vector<Place> places;
};

/// What is found in `scope`, with the state of its explanations. Sets the verdicts of the rules in it.
Placed examine(const Bound& bound, const Scope& scope, std::vector<Verdict>& verdicts);

/// Puts `fresh`, what is found in `scope` now, in the stead of what was found there before. A finding that
/// stays where it was is replaced in place; none outside the scope is copied.
void replace(Placed& standing, const Scope& scope, Placed fresh);

}  // namespace tianbao::check
