#pragma once

#include <string>
#include <vector>

#include "server/command/command.h"
#include "server/store/form_library.h"

namespace tianbao::command {

/// Tells the administrator which of the forms that are offered are the county's own; nothing where there are
/// none.
void tell_own_forms(const store::FormSet& forms, const Console& console);

/// What a reload has changed, and what is wrong with files.
void tell_changes(const store::FormChanges& changes, const Console& console);

/// What is wrong with files of forms, to `console.error`.
void tell_problems(const std::vector<std::string>& problems, const Console& console);

}  // namespace tianbao::command
