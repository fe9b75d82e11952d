#pragma once

#include <cstddef>
#include <span>

#include "shared/pattern/program.h"

namespace tianbao::pattern {

constexpr std::size_t unbounded = static_cast<std::size_t>(-1);

/// How often an item is to occur (RFC 9485 section 3: quantifier).
struct Repetition {
  std::size_t least = 1;
  std::size_t most = 1;
};

// Each of these adds to the end of a program. It is false where the program would become larger than
// max_instructions, and the program is then of no more use.

[[nodiscard]] bool append(Program& program, Operation operation, std::size_t operand = 0);
[[nodiscard]] bool append_take(Program& program, std::span<const Range> set);

/// Makes the instructions from `begin` on occur that often.
[[nodiscard]] bool repeat(Program& program, std::size_t begin, const Repetition& repetition);

/// Makes the instructions from `begin` on a branch, with a jump at its end that the last branch's end is
/// still to be told to: `last_jump` is the jump of the branch before, and then this one's.
[[nodiscard]] bool end_branch(Program& program, std::size_t begin, std::size_t& last_jump);
constexpr std::size_t no_jump = static_cast<std::size_t>(-1);

/// Points the jumps of all branches to the end of the program.
void join_branches(Program& program, std::size_t last_jump);

}  // namespace tianbao::pattern
