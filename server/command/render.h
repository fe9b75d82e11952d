#pragma once

#include <string_view>

#include "server/command/command.h"

namespace tianbao::command {

extern const std::string_view render_help;

/// Prints one report as the official table, a whole HTML page.
int run_render(const Arguments& arguments, const Console& console);

}  // namespace tianbao::command
