#pragma once

#include <string_view>

#include "server/command/command.h"

namespace tianbao::command {

extern const std::string_view form_preview_help;

/// Shows one form in the browser, anew whenever its file changes.
int run_form_preview(const Arguments& arguments, const Console& console);

}  // namespace tianbao::command
