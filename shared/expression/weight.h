#pragma once

#include <cstdint>

namespace tianbao::expression {

/// A look at a text takes one step for so many bytes, a match of a pattern one for so many of its
/// instructions at each byte: what takes about the time of one operation.
constexpr std::uint64_t bytes_per_step = 64;
constexpr std::uint64_t instructions_per_step = 16;
/// A search in a map looks at the bytes of keys, and at so many more of every entry.
constexpr std::uint64_t bytes_per_entry = 32;

}  // namespace tianbao::expression
