#pragma once

#include <string_view>

#include "server/command/command.h"

namespace tianbao::command {

extern const std::string_view serve_help;

/// Serves the client and the API until SIGTERM or SIGINT.
int run_serve(const Arguments& arguments, const Console& console);

}  // namespace tianbao::command
