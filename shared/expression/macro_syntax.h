#pragma once

#include <cstddef>
#include <string_view>

#include "shared/expression/syntax.h"

namespace tianbao::expression {

/// How a macro is written: x.name(variables…, expressions…).
struct MacroSyntax {
  std::string_view name;
  Macro macro;
  std::size_t variables;  // 1 or 2
  std::size_t least_expressions;
  std::size_t most_expressions;
};

constexpr std::size_t max_macro_variables = 2;

/// The macro of that name whose variables are as many as the arguments begin with names that a comma follows,
/// or nullptr: then it is a call.
const MacroSyntax* find_macro(std::string_view name, std::size_t leading_names);

/// Names of macros, for the suggestion of a name that is spelled alike.
std::span<const MacroSyntax> macros();

}  // namespace tianbao::expression
