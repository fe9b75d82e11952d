#include "tests/support/require.h"

#include <cstdio>
#include <cstdlib>

namespace tianbao::testing {

void end_without(std::string_view what) {
  std::fprintf(stderr, "the test needs: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

}  // namespace tianbao::testing
