#pragma once

#include <cstddef>
#include <cstdint>

namespace tianbao::expression {

/// A look at a text takes one step for so many bytes, a match of a pattern one for so many of its
/// instructions at each byte: what takes about the time of one operation.
constexpr std::uint64_t bytes_per_step = 64;
constexpr std::uint64_t instructions_per_step = 16;
/// What a match costs (pattern::Outcome::steps): at each byte of the text and at its end, so that an empty
/// one is not for nothing, each instruction and the end of them.
constexpr std::uint64_t steps_to_match(std::uint64_t bytes, std::uint64_t instructions) {
  return 1 + (bytes + 1) * (instructions + 1) / instructions_per_step;
}
/// A double beside another number is brought to decimal digits first, which takes that long.
constexpr std::size_t steps_per_double = 32;
/// A search in a map looks at the bytes of keys, and at so many more of every entry.
constexpr std::uint64_t bytes_per_entry = 32;

/// Of a text that `+` or a function makes, and of the strings in a list that a function makes.
constexpr std::size_t max_result_bytes = 1'048'576;
/// Of a list that `+` or a function makes.
constexpr std::size_t max_result_items = 65'536;

}  // namespace tianbao::expression
