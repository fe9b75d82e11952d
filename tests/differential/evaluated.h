#pragma once

#include <span>
#include <string>

#include "shared/expression/program.h"
#include "tests/differential/case.h"

namespace tianbao::differential {

/// Compiles and evaluates; says why it is refused, or what it comes to in every notation there is, the
/// formula of a condition too.
Case evaluated(const std::string& source, const expression::Declarations& declarations,
               const expression::Dialect& dialect, std::span<const expression::Slot> slots);

}  // namespace tianbao::differential
