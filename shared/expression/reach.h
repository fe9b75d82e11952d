#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "shared/expression/domain.h"
#include "shared/expression/program.h"

namespace tianbao::expression {

/// The part of a condition for whose sake it can never be true, whatever the names hold out of these domains,
/// one for each declaration: one of the conditions that `&&` joins, or all of them where only together they
/// cannot hold. nullopt where no such part is found, which does not prove that the condition ever holds.
std::optional<std::string_view> never_true(const Program& program, std::span<const Domain> domains);

}  // namespace tianbao::expression
