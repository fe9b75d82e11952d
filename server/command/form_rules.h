#pragma once

#include <string_view>

#include "server/command/command.h"

namespace tianbao::command {

extern const std::string_view form_rules_help;

/// Lists in words what a form definition asks: of every field, and by its rules.
int run_form_rules(const Arguments& arguments, const Console& console);

}  // namespace tianbao::command
