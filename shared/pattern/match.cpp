#include "shared/pattern/match.h"

#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "shared/pattern/pattern.h"
#include "shared/text/utf8.h"

namespace tianbao::pattern {
namespace {

/// The states that the automaton is in, in the order in which they were added: a sparse set (Briggs and
/// Torczon 1993), in which adding, asking and clearing take constant time. It may grow while it is walked.
class States {
 public:
  explicit States(std::size_t capacity) : slots_(capacity) {}

  std::size_t size() const { return size_; }
  std::size_t operator[](std::size_t place) const { return slots_[place].member; }
  void clear() { size_ = 0; }

  void add(std::size_t state) {
    const std::size_t place = slots_[state].place_of_state;
    if (place < size_ && slots_[place].member == state) return;
    slots_[size_].member = static_cast<Number>(state);
    slots_[state].place_of_state = static_cast<Number>(size_++);
  }

 private:
  /// Small, since all of them are cleared for every match, also of a short text.
  using Number = std::uint16_t;
  static_assert(max_instructions < std::numeric_limits<Number>::max());

  /// Two arrays in one: the member at this place, and the place of the state of this number.
  struct Slot {
    Number member = 0;
    Number place_of_state = 0;
  };
  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

/// Where in the text the automaton is.
struct Position {
  bool at_begin = false;
  bool at_end = false;
  char32_t code_point = 0;  // that follows, unless at_end
};

/// Whoever asks only whether there is a match need not know which one, so the states have no order among
/// them: those reached without a character join the ones being walked, the others are the next character's.
void follow(const Program& program, std::size_t state, const Position& position, States& current,
            States& next) {
  const Instruction& instruction = program.instructions[state];
  const auto elsewhere = state + static_cast<std::size_t>(instruction.operand);
  switch (instruction.operation) {
    case Operation::take: {
      const auto first = static_cast<std::size_t>(instruction.operand);
      const auto set = std::span(program.ranges).subspan(first, instruction.range_count);
      if (!position.at_end && contains(set, position.code_point)) next.add(state + 1);
      return;
    }
    case Operation::split:
      current.add(state + 1);
      current.add(elsewhere);
      return;
    case Operation::jump:
      current.add(elsewhere);
      return;
    case Operation::text_begin:
      if (position.at_begin) current.add(state + 1);
      return;
    case Operation::text_end:
      if (position.at_end) current.add(state + 1);
      return;
  }
}

}  // namespace

Outcome match(const Program& program, std::string_view text, Extent extent) {
  const std::size_t matched_state = program.instructions.size();
  States first(matched_state + 1);
  States second(matched_state + 1);
  States* current = &first;
  States* next = &second;
  Outcome outcome;
  std::size_t offset = 0;
  current->add(0);
  while (current->size() > 0) {
    Position position{offset == 0, offset == text.size()};
    if (!position.at_end) position.code_point = text::next_code_point(text, offset);
    for (std::size_t place = 0; place < current->size(); ++place) {
      ++outcome.steps;
      const std::size_t state = (*current)[place];
      if (state != matched_state) {
        follow(program, state, position, *current, *next);
      } else if (position.at_end || extent == Extent::anywhere) {
        outcome.matched = true;
        return outcome;
      }
    }
    if (position.at_end) break;
    std::swap(current, next);
    next->clear();
    if (extent == Extent::anywhere) current->add(0);
  }
  return outcome;
}

}  // namespace tianbao::pattern
