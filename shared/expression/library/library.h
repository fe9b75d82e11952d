#pragma once

#include <array>
#include <cstddef>

#include "shared/expression/function.h"

namespace tianbao::expression {

struct Extension;

// The functions by subject; each file of this folder is one table.

FunctionTable text_functions();      // CEL's own: dyn, size, contains, startsWith, endsWith, matches
FunctionTable form_functions();      // the form profile's: host, day, sum, abs, round, max, min
FunctionTable conversions();         // CEL's own: int(), uint(), double(), string(), bytes(), bool(), type()
FunctionTable time_functions();      // CEL's own: timestamp(), duration(), getFullYear() …
FunctionTable math_functions();      // extension: math.greatest, math.ceil, math.bitAnd …
FunctionTable string_functions();    // extension: charAt, indexOf, join, format, strings.quote …
FunctionTable optional_functions();  // extension: optional.of, orValue …
FunctionTable encoder_functions();   // extension: base64.encode, base64.decode

/// What an expression may call and make.
struct Library {
  static constexpr std::size_t max_tables = 8;
  std::array<FunctionTable, max_tables> tables = {};
  const Extension* extension = nullptr;
};

/// What rules of forms may call; docs/rules.md lists it.
Library form_library();

/// Everything that CEL defines, and its extensions: what the public conformance cases call. The form
/// functions are not among it.
Library cel_library();

}  // namespace tianbao::expression
