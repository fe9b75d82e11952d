#pragma once

#include <string_view>

#include "server/command/command.h"

namespace tianbao::command {

extern const std::string_view form_schema_help;

/// Gives the JSON Schema with which editors complete definitions.
int run_form_schema(const Arguments& arguments, const Console& console);

}  // namespace tianbao::command
