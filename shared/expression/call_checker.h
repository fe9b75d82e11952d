#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "shared/expression/program.h"
#include "shared/expression/syntax.h"
#include "shared/expression/typing.h"
#include "shared/result.h"

namespace tianbao::expression {

struct ArgumentType {
  ValueType type;
  const Node* node = nullptr;  // for the error
};

/// The function that a call means, as far as the types tell.
struct Overload {
  std::uint32_t row = 0;  // of functions(): the first one that may apply
  Type result = Type::dynamic;
};

bool is_function(std::string_view name);

/// The function, or has or none, that is spelled alike; "" when there is none.
std::string_view nearest_function(std::string_view name);

/// `name` is_function(). The first of `arguments` is the receiver when call.receiver.
Result<Overload, CompileError> find_overload(std::string_view name, const Node& call,
                                             std::span<const ArgumentType> arguments,
                                             std::string_view source);

}  // namespace tianbao::expression
