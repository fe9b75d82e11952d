#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "shared/expression/program.h"
#include "shared/expression/syntax.h"
#include "shared/result.h"

namespace tianbao::expression {

struct Checked {
  Type type = Type::dynamic;
  std::vector<std::size_t> slots;  // ascending, each once
};

/// Resolves the names of a parsed tree in place (names become slots, the longest declared one; calls get
/// their function), finds the types, and makes literals beside decimals decimals. Refuses what can never
/// work.
Result<Checked, CompileError> check(Tree& tree, std::string_view source, const Declarations& declarations);

}  // namespace tianbao::expression
