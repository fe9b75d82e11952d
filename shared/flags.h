#pragma once

#include <cstdint>
#include <vector>

namespace tianbao {

/// One yes or no for each of a row of things. Not std::vector<bool>: its arithmetic on bits is 3 KB of the
/// client.
using Flags = std::vector<std::uint8_t>;

}  // namespace tianbao
