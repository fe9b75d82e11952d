#pragma once

#include <cstdint>
#include <optional>

#include "shared/expression/syntax.h"
#include "shared/expression/value.h"

namespace tianbao::expression {

class Evaluation;

/// What CEL does with values that rules of forms do not have: maps, optionals, moments and spans of time.
/// Only a library that brings it along lets expressions make such values; so a client whose rules cannot make
/// them does not carry it.
struct Extension {
  /// Of what the checker lets pass only with an extension: selecting by name and testing that, maps, optional
  /// positions, positions in what is no list, and the macros that make maps or take optionals.
  /// As Evaluation::evaluate, a reference to a value that is there, or to `storage`.
  const Value& (*evaluate)(Evaluation& evaluation, std::uint32_t node, Value& storage);
  /// nullopt where the operands are no moments and spans, or their types decide nothing.
  std::optional<Value> (*combine)(Operator operation, const Value& left, const Value& right);
};

const Extension& cel_extension();

}  // namespace tianbao::expression
