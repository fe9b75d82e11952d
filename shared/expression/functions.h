#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "shared/expression/program.h"
#include "shared/expression/value.h"

namespace tianbao::expression {

/// None of them an error: an argument's error is the call's result, and the function is not called.
using Arguments = std::span<const Value* const>;

enum class Parameter : std::uint8_t {
  none,  // no parameter at this place
  any,
  number,  // of any numeric type
  string,
  list,
  numbers,  // a list of numbers
};

enum class CallStyle : std::uint8_t { global, receiver, both };  // f(x), x.f(), either

constexpr std::size_t max_arguments = 3;

/// One overload of a function.
struct Function {
  std::string_view name;
  CallStyle style;
  std::array<Parameter, max_arguments> parameters;
  Type result;
  Value (*implementation)(Arguments arguments);

  std::size_t parameter_count() const;
};

/// The overloads of a function stand side by side. To add a function, add its row in functions.cpp.
std::span<const Function> functions();

bool accepts(Parameter parameter, const Value& argument);

/// Whether an argument of this type may turn out to be acceptable. `item` is the type of a list's items.
bool may_accept(Parameter parameter, Type type, Type item);

bool accepts(const Function& function, Arguments arguments);

/// 数字, 文字 …
std::string_view parameter_name(Parameter parameter);

}  // namespace tianbao::expression
