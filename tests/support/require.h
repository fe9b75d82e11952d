#pragma once

#include <string_view>

namespace tianbao::testing {

/// Ends the program, saying what is missing.
[[noreturn]] void end_without(std::string_view what);

/// The same unless `held`. For what tests stand on (fixtures, definitions): it does not need a test
/// framework, so programs beside the tests can use it too.
inline void require(bool held, std::string_view what) {
  if (!held) end_without(what);
}

}  // namespace tianbao::testing
