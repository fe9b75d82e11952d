#pragma once

#include <string_view>

#include "shared/pattern/pattern.h"
#include "shared/pattern/program.h"

namespace tianbao::pattern {

Result<Program, PatternError> parse(std::string_view source);

}  // namespace tianbao::pattern
