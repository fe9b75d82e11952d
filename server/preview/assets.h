#pragma once

#include <string_view>

namespace tianbao::preview {

// preview.js and preview.css, which the build puts into the program.
std::string_view script();
std::string_view style_sheet();

}  // namespace tianbao::preview
