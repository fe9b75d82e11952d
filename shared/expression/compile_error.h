#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/expression/program.h"

namespace tianbao::expression {

/// An error about source.substr(offset, length); a long text at fault is shortened.
CompileError make_error(CompileErrorCode code, std::string_view source, std::size_t offset,
                        std::size_t length, std::string_view expected);

}  // namespace tianbao::expression
