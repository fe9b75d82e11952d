#include "shared/pattern/assemble.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "shared/pattern/pattern.h"

namespace tianbao::pattern {
namespace {

/// Distances and indices are far below 2^31, and backward ones wrap around to negative ones (C++20).
Instruction instruction(Operation operation, std::size_t operand) {
  return {operation, 0, static_cast<std::int32_t>(operand)};
}

bool has_room(const Program& program, std::size_t count) {
  return count <= max_instructions - program.instructions.size();
}

}  // namespace

bool append(Program& program, Operation operation, std::size_t operand) {
  if (!has_room(program, 1)) return false;
  program.instructions.push_back(instruction(operation, operand));
  return true;
}

bool append_take(Program& program, std::span<const Range> set) {
  if (!append(program, Operation::take, program.ranges.size())) return false;
  program.instructions.back().range_count = static_cast<std::uint16_t>(set.size());
  program.ranges.insert(program.ranges.end(), set.begin(), set.end());
  return true;
}

bool repeat(Program& program, std::size_t begin, const Repetition& repetition) {
  std::vector<Instruction>& list = program.instructions;
  const std::vector<Instruction> item(list.begin() + static_cast<std::ptrdiff_t>(begin), list.end());
  const std::size_t length = item.size();
  list.resize(begin);
  const auto append_item = [&] { list.insert(list.end(), item.begin(), item.end()); };
  if (repetition.most == unbounded) {
    const std::size_t copies = std::max<std::size_t>(repetition.least, 1);
    if (!has_room(program, copies * length + (repetition.least == 0 ? 2U : 1U))) return false;
    for (std::size_t copy = 1; copy < copies; ++copy) append_item();
    if (repetition.least == 0) list.push_back(instruction(Operation::split, length + 2));
    append_item();
    list.push_back(instruction(Operation::split, 0 - length));
    return true;
  }
  const std::size_t optional_copies = repetition.most - repetition.least;
  if (!has_room(program, repetition.least * length + optional_copies * (length + 1))) return false;
  for (std::size_t copy = 0; copy < repetition.least; ++copy) append_item();
  // x{0,2} is (x(x)?)? rather than x?x?: leaving one out leaves the rest out at once.
  for (std::size_t left = optional_copies; left > 0; --left) {
    list.push_back(instruction(Operation::split, left * (length + 1)));
    append_item();
  }
  return true;
}

bool end_branch(Program& program, std::size_t begin, std::size_t& last_jump) {
  if (!has_room(program, 2)) return false;
  std::vector<Instruction>& list = program.instructions;
  const std::size_t length = list.size() - begin;
  list.insert(list.begin() + static_cast<std::ptrdiff_t>(begin), instruction(Operation::split, length + 2));
  list.push_back(instruction(Operation::jump, last_jump));
  last_jump = list.size() - 1;
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
