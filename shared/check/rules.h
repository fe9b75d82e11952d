#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "shared/check/bind.h"
#include "shared/check/check.h"

namespace tianbao::check {

struct RuleOutcome {
  Verdict verdict = Verdict::pass;
  std::optional<Finding> finding;  // of a rule that fails or is undecided
};

RuleOutcome check_rule(const Bound& bound, const form::Rule& rule);

/// Slots that a rule reads to come to its verdict, ascending, each once.
std::vector<std::size_t> slots_read(const form::Rule& rule);

/// The same with what only its message reads: all that its finding says something about.
std::vector<std::size_t> slots_told(const form::Rule& rule);

}  // namespace tianbao::check
