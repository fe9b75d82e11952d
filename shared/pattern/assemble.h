#pragma once

#include <cstddef>

#include "shared/pattern/program.h"

namespace tianbao::pattern {

constexpr std::size_t unbounded = static_cast<std::size_t>(-1);
constexpr std::size_t no_jump = static_cast<std::size_t>(-1);

/// How often an item is to occur (RFC 9485 section 3: quantifier).
struct Repetition {
  std::size_t least = 1;
  std::size_t most = 1;
};

// Each of these adds to the end of a program. It is false where the program would become larger than
// max_instructions, and the program is then of no more use.

[[nodiscard]] bool append(Program& program, Operation operation, std::size_t operand = 0);

/// Reads a character of the set that stands in the program's ranges from there on.
[[nodiscard]] bool append_take(Program& program, std::size_t first_range);

/// Makes the instructions from `begin` on occur that often.
[[nodiscard]] bool repeat(Program& program, std::size_t begin, const Repetition& repetition);

/// Makes the instructions from `begin` on a branch that others follow. It ends in a jump that has to wait for
/// the end of the last branch: `last_jump` is the jump of the branch before, and then of this one.
[[nodiscard]] bool end_branch(Program& program, std::size_t begin, std::size_t& last_jump);

/// Points the jumps of all branches to the end of the program.
void join_branches(Program& program, std::size_t last_jump);

}  // namespace tianbao::pattern
