#pragma once

#include <string_view>

#include "server/command/command.h"

namespace tianbao::command {

extern const std::string_view form_export_schema_help;

/// Writes the JSON Schema of a form's documents.
int run_form_export_schema(const Arguments& arguments, const Console& console);

}  // namespace tianbao::command
