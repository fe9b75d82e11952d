#pragma once

#include <string_view>
#include <vector>

#include "shared/expression/program.h"
#include "shared/expression/syntax.h"
#include "shared/result.h"

namespace tianbao::expression {

struct Checked {
  Type type = Type::dynamic;
  std::vector<pattern::Pattern> patterns;  // of every matches() whose pattern is a literal
  std::vector<FunctionTable> functions;    // what the index of a call now points to
};

/// Finds the types of a tree whose names are resolved; in the form profile makes literals beside decimals
/// decimals. Refuses what can never work.
Result<Checked, CompileError> check(Tree& tree, std::string_view source, const Declarations& declarations,
                                    const Dialect& dialect);

}  // namespace tianbao::expression
