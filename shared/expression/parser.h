#pragma once

#include <string_view>

#include "shared/expression/program.h"
#include "shared/expression/syntax.h"
#include "shared/result.h"

namespace tianbao::expression {

/// Parses by the grammar of langdef.md, "Syntax". Knows no declaration: a dotted name is one name, and what
/// stands before `(` is a function.
Result<Tree, CompileError> parse(std::string_view source);

}  // namespace tianbao::expression
