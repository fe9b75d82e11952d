#pragma once

#include <cstdint>
#include <vector>

#include "shared/check/check.h"

namespace tianbao::check {

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

/// Puts `fresh`, which is in order, in the stead of what was found before at the places `looked_at`, each
/// named once. A finding that stays where it was is replaced in place, and where one comes or goes those
/// behind move; none is copied.
void replace(Placed& standing, const std::vector<Place>& looked_at, Placed fresh);

}  // namespace tianbao::check
