#pragma once

#include <string_view>

namespace tianbao::testing {

/// Ends the program, saying what is missing, unless `held`. For what tests stand on (fixtures, definitions):
/// it does not need a test framework, so programs beside the tests can use it too.
void require(bool held, std::string_view what);

}  // namespace tianbao::testing
