#pragma once

#include "shared/expression/program.h"
#include "tests/differential/grammar.h"

namespace tianbao::differential {

/// CEL with all that cel_library() has.
const Grammar& cel_grammar();

/// The names in it: with their types, or `typed` false, with none until they are evaluated.
const expression::Declarations& cel_declarations(bool typed);

}  // namespace tianbao::differential
