#pragma once

#include <optional>
#include <vector>

#include "shared/expression/program.h"
#include "shared/expression/syntax.h"
#include "shared/result.h"

namespace tianbao::expression {

struct Resolved {
  std::vector<std::size_t> slots;  // ascending, each once
};

/// Finds out what the names of a parsed tree mean (langdef.md, "Name Resolution"), in place: the longest
/// declared part of `a.b.c` becomes a slot, the rest selects from its value; a type's name becomes a value;
/// `math.abs(x)` becomes the call of a qualified name. Refuses names that mean nothing.
Result<Resolved, CompileError> resolve_names(Tree& tree, std::string_view source,
                                             const Declarations& declarations, const Dialect& dialect);

}  // namespace tianbao::expression
