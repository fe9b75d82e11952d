#pragma once

#include <string_view>

#include "server/command/command.h"

namespace tianbao::command {

extern const std::string_view form_diff_help;

/// Says what is not the same in two definitions.
int run_form_diff(const Arguments& arguments, const Console& console);

}  // namespace tianbao::command
