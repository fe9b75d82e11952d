#pragma once

#include <string_view>

#include "server/command/command.h"

namespace tianbao::command {

extern const std::string_view check_help;

/// Checks one report and says whether it may be submitted.
int run_check(const Arguments& arguments, const Console& console);

}  // namespace tianbao::command
