#pragma once

#include <filesystem>

namespace tianbao::command {

// What comes with this executable. Every command that is not told another folder looks here.

/// The folder of form definitions, <id>/<edition>.json: `forms` beside the executable, else assets/forms of
/// the source tree that it was built in. Empty when there is neither.
std::filesystem::path installed_forms();

/// The folder of the browser client's files: `client` beside the executable, else where the source tree
/// builds it. Empty when there is neither.
std::filesystem::path installed_client();

}  // namespace tianbao::command
