#pragma once

#include <cstdint>
#include <vector>

#include "shared/pattern/ranges.h"

namespace tianbao::pattern {

/// An instruction is a state of the automaton; this is where it goes from there. All but the jump can go on
/// to the next instruction.
enum class Operation : std::uint8_t {
  take,        // reads one character out of a set
  split,       // goes on behind itself and `operand` instructions away as well
  jump,        // goes on `operand` instructions away
  text_begin,  // goes on only there
  text_end,
};

struct Instruction {
  Operation operation = Operation::take;
  std::uint16_t range_count = 0;  // for take
  std::int32_t operand = 0;       // for take the index of its first range
};

/// A nondeterministic automaton (Thompson 1968), written as a list of instructions; behind the last one the
/// pattern has matched. Distances are relative, so that a piece can be repeated by copying it.
struct Program {
  std::vector<Instruction> instructions;
  Ranges ranges;
};

}  // namespace tianbao::pattern
