#pragma once

#include <cstddef>
#include <cstdint>

namespace tianbao::fuzz {

/// Each target's own: takes any bytes, and ends the program where the core does not keep a promise.
void examine(const std::uint8_t* data, std::size_t size);

}  // namespace tianbao::fuzz
