#pragma once

#include <span>
#include <string_view>

#include "shared/expression/program.h"
#include "shared/expression/syntax.h"
#include "shared/result.h"

namespace tianbao::expression {

/// All overloads of the function; empty when the library has none of that name.
FunctionTable find_function(const Library& library, std::string_view name);

struct ArgumentType {
  ValueType type;
  const Node* node = nullptr;  // for the error
};

/// The overloads that a call may mean, as far as the types tell.
struct Overload {
  FunctionTable functions;
  ValueType result;
};

/// Of `functions`, which are all overloads of one name. The first of `arguments` is the receiver when
/// call.receiver. Where types are not checked, every overload may apply.
Result<Overload, CompileError> find_overload(FunctionTable functions, const Node& call,
                                             std::span<const ArgumentType> arguments, std::string_view source,
                                             bool checks_types);

}  // namespace tianbao::expression
