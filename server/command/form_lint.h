#pragma once

#include <string_view>

#include "server/command/command.h"

namespace tianbao::command {

extern const std::string_view form_lint_help;

/// Reads a form definition and names every mistake in it.
int run_form_lint(const Arguments& arguments, const Console& console);

}  // namespace tianbao::command
