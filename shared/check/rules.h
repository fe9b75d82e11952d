#pragma once

#include <string>
#include <vector>

#include "shared/check/bind.h"
#include "shared/check/check.h"

namespace tianbao::check {

struct RuleOutcomes {
  std::vector<Verdict> verdicts;  // one per rule of the form
  std::vector<Finding> findings;  // of rules that fail or are undecided, in the order of the rules
};

RuleOutcomes check_rules(const Bound& bound);

/// Slots that a rule reads to come to its verdict, ascending, each once.
std::vector<std::size_t> slots_read(const form::Rule& rule);

}  // namespace tianbao::check
