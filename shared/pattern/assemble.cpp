#include "shared/pattern/assemble.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "shared/pattern/pattern.h"

namespace tianbao::pattern {
namespace {

bool append(Program& program, const Instruction& instruction) {
  if (program.instructions.size() == max_instructions) return false;
  program.instructions.push_back(instruction);
  return true;
}

/// Distances stay as they are, for all of them lead to places behind `begin` from there.
bool insert_split(Program& program, std::size_t begin, std::size_t distance) {
  if (!append(program, Operation::split, distance)) return false;
  std::vector<Instruction>& list = program.instructions;
  for (std::size_t index = list.size() - 1; index > begin; --index) std::swap(list[index], list[index - 1]);
  return true;
}

}  // namespace

/// Distances and indices are far below 2^31, and backward ones wrap around to negative ones (C++20).
bool append(Program& program, Operation operation, std::size_t operand) {
  return append(program, {operation, 0, static_cast<std::int32_t>(operand)});
}

bool append_take(Program& program, std::size_t first_range) {
  const std::size_t range_count = program.ranges.size() - first_range;
  return append(program, {Operation::take, static_cast<std::uint16_t>(range_count),
                          static_cast<std::int32_t>(first_range)});
}

bool repeat(Program& program, std::size_t begin, const Repetition& repetition) {
  const bool is_bounded = repetition.most != unbounded;
  const std::size_t length = program.instructions.size() - begin;
  const std::size_t copies = is_bounded ? repetition.most : std::max<std::size_t>(repetition.least, 1);
  if (copies == 0) {
    while (program.instructions.size() > begin) program.instructions.pop_back();
    return true;
  }
  // x{0,2} is (x(x)?)? rather than x?x?: leaving one out leaves the rest out at once.
  if (repetition.least == 0) {
    const std::size_t distance = is_bounded ? copies * (length + 1) : length + 2;
    if (!insert_split(program, begin, distance)) return false;
    ++begin;
  }
  for (std::size_t copy = 1; copy < copies; ++copy) {
    const bool is_optional = copy >= repetition.least;
    if (is_optional && !append(program, Operation::split, (copies - copy) * (length + 1))) return false;
    for (std::size_t index = 0; index < length; ++index) {
      const Instruction copied = program.instructions[begin + index];
      if (!append(program, copied)) return false;
    }
  }
  return is_bounded || append(program, Operation::split, 0 - length);
}

bool end_branch(Program& program, std::size_t begin, std::size_t& last_jump) {
  const std::size_t length = program.instructions.size() - begin;
  if (!insert_split(program, begin, length + 2) || !append(program, Operation::jump, last_jump)) return false;
  last_jump = program.instructions.size() - 1;
  return true;
}

void join_branches(Program& program, std::size_t last_jump) {
  std::vector<Instruction>& list = program.instructions;
  while (last_jump != no_jump) {
    const auto previous = static_cast<std::size_t>(list[last_jump].operand);
    list[last_jump].operand = static_cast<std::int32_t>(list.size() - last_jump);
    last_jump = previous;
  }
}

}  // namespace tianbao::pattern
