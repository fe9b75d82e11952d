#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "shared/expression/domain.h"
#include "shared/expression/program.h"

namespace tianbao::expression::testing {

/// A name of a made-up form and what it can hold.
struct Name {
  std::string_view name;
  Type type;
  Domain domain;
};

/// percent 0 to 100; count at least 0, or 无; prior any number; year from 2017; kind portal or other; ticked
/// some of a, b and c; text of at most 20 bytes; answer 是 or 否.
std::span<const Name> names();

/// The source in the form profile over these names.
Result<Program, CompileError> compile_over_names(std::string_view source);

/// The same of one that compiles.
Program compiled(std::string_view source);

/// Of names().
std::vector<Domain> domains();

}  // namespace tianbao::expression::testing
