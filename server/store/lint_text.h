#pragma once

#include <string>
#include <vector>

#include "shared/form/definition_error.h"

namespace tianbao::store {

/// All that is wrong with the definition in a file, one mistake a line below a line with the file: the same
/// whoever reads it, `tianbao form lint` or the server. No line break at the end.
std::string lint_text(const std::string& path, const std::vector<form::DefinitionError>& errors);

}  // namespace tianbao::store
