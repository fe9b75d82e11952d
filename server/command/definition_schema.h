#pragma once

#include <string_view>

namespace tianbao::command {

/// assets/form.schema.json, which the build puts into the program.
std::string_view definition_schema();

}  // namespace tianbao::command
