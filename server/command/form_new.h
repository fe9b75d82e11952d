#pragma once

#include <string_view>

#include "server/command/command.h"

namespace tianbao::command {

extern const std::string_view form_new_help;

int run_form_new(const Arguments& arguments, const Console& console);

}  // namespace tianbao::command
