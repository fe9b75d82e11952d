#pragma once

#include <optional>
#include <string_view>

#include "shared/expression/program.h"

namespace tianbao::expression {

/// The first part of the source that computes with literals alone and comes to something else than it does on
/// paper: in CEL `1 / 2` is 0, since both are ints, and `0.1 + 0.2` a double that is not 0.3. Who writes a
/// form means the numbers, and beside a decimal they are computed exactly.
std::optional<std::string_view> inexact_literals(const Program& program);

}  // namespace tianbao::expression
