#pragma once

#include <optional>
#include <string_view>

#include "shared/pattern/pattern.h"
#include "shared/pattern/program.h"

namespace tianbao::pattern {

/// Translates the source to a program, which is empty at first and of no use after an error.
std::optional<PatternError> parse(std::string_view source, Program& program);

}  // namespace tianbao::pattern
