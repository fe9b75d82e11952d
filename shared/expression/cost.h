#pragma once

#include <cstdint>
#include <span>

#include "shared/expression/domain.h"
#include "shared/expression/program.h"

namespace tianbao::expression {

/// What no worst_case_cost() exceeds; whatever would stands for it.
constexpr std::uint64_t unbounded_cost = std::uint64_t{1} << 40;

/// The most that an evaluation can cost with values from these domains, one for each declaration: the steps
/// that max_evaluation_steps counts, and one for each node, so that even the smallest expression costs
/// something. Of programs of the form library; what others can call has no bound here.
std::uint64_t worst_case_cost(const Program& program, std::span<const Domain> domains);

}  // namespace tianbao::expression
