#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/evaluation.h"
#include "shared/expression/formula.h"
#include "shared/expression/syntax.h"

namespace tianbao::expression {

/// How tightly what is written holds together; what is looser than its place allows stands in parentheses.
enum class Strength : std::uint8_t { choice, junction, statement, sum, product, unit };

/// A constant or a result within a formula.
std::string literal_text(const Value& value);

/// Writes one formula. Walks the tree from the root; Node::height bounds the recursion.
///
/// formula.cpp has the operators and what stands behind them, formula_phrases.cpp calls, macros and members.
class FormulaWriter {
 public:
  /// Without slots, names stand where the values would.
  FormulaWriter(const Program& program, const Wording& wording, std::optional<std::span<const Slot>> slots)
      : program_(program),
        wording_(wording),
        slots_(slots),
        values_(program.nodes_.size()),
        ranges_(program.variables_.size()) {}

  std::string run() &&;

 private:
  const Node& node(std::uint32_t index) const { return program_.nodes_[index]; }
  std::span<const Operand> operands(const Node& node) const {
    return std::span(program_.operands_).subspan(node.first_operand, node.operand_count);
  }
  /// The variables of a macro have no value outside of it.
  bool shows_results() const { return slots_ && macro_depth_ == 0; }
  /// What a node comes to by itself. Each is evaluated once, with as many steps as the whole expression has:
  /// a form whose expressions cost too much is not loaded.
  const Value& value_of(std::uint32_t index);
  /// The slot that a node names, has an item of, or goes through item by item: whose options its texts are.
  std::optional<std::size_t> slot_behind(const Node& node) const;

  // formula.cpp. A statement is what stands where a condition is asked for.
  Strength strength(const Node& node, bool is_statement) const;
  void write(std::uint32_t index, Strength least, bool is_statement = false);
  void write_bare(std::uint32_t index, bool is_statement);
  bool write_atom(std::uint32_t index, bool is_statement);
  bool write_negation(const Node& inverted);
  void write_chain(const Node& chain);
  void write_relation(const Node& chain);
  bool is_empty_text(std::uint32_t index) const;
  void write_side(std::uint32_t index, bool with_result);
  void write_mark(std::uint32_t index);
  void write_items(std::span<const Operand> items, std::string_view separator, Strength least,
                   bool are_statements = false);
  void space();
  void join(std::string_view word);

  // formula_phrases.cpp
  std::string_view phrase_of(const Node& call) const;
  void write_call(const Node& call, bool negated);
  void write_phrase(std::string_view phrase, std::span<const Operand> arguments, bool negated);
  void write_macro(const Node& macro);

  const Program& program_;
  const Wording& wording_;
  std::optional<std::span<const Slot>> slots_;
  std::vector<std::optional<Value>> values_;        // by node
  std::vector<std::optional<std::size_t>> ranges_;  // by variable: the slot that it goes through
  std::string text_;
  std::optional<std::size_t> beside_;  // the slot that what is being written is compared with
  std::size_t macro_depth_ = 0;
};

/// Whether a phrase says something that is true or false: `$1 ~包含 $2`, where ~ is the place of 不.
constexpr bool is_predicate(std::string_view phrase) {
  return phrase.find('~') != std::string_view::npos;
}

constexpr std::string_view in_phrase = "$1 ~在 $2 之中";
/// Of matches() with a pattern that is compiled; its literal is still the operand behind the text.
constexpr std::string_view match_phrase = "$1 ~符合 $2";

}  // namespace tianbao::expression
