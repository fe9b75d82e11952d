#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "shared/expression/type.h"
#include "shared/expression/value.h"

namespace tianbao::expression {

/// None of them an error: an argument's error is the call's result, and the function is not called.
using Arguments = std::span<const Value* const>;

enum class Parameter : std::uint8_t {
  none,  // no parameter at this place
  any,
  number,   // of any numeric type
  numbers,  // a list of numbers
  boolean,
  integer,           // CEL's int
  unsigned_integer,  // CEL's uint
  floating,          // CEL's double
  string,
  strings,  // a list of strings
  bytes,
  list,
  map,
  timestamp,
  duration,
  optional,
  places,  // a number: of decimal places, which to_places() takes
};

enum class CallStyle : std::uint8_t {
  global,    // f(x); the name may be qualified, math.abs(x)
  receiver,  // x.f()
  both,
};

constexpr std::size_t max_arguments = 8;

/// One overload of a function.
struct Function {
  std::string_view name;
  CallStyle style;
  std::array<Parameter, 4> parameters;
  Type result;
  Value (*implementation)(Arguments arguments);
  bool variadic = false;  // the last parameter once or more, up to max_arguments in all
  /// What a call costs (max_evaluation_steps) where that is more than a look at its arguments and its result.
  std::uint64_t (*steps)(Arguments arguments) = nullptr;

  std::size_t parameter_count() const;
  bool takes(std::size_t argument_count) const;
  /// Of the argument at that position.
  Parameter parameter(std::size_t position) const;
};

/// The overloads of a function stand side by side in one table. To add a function, add its row to the table
/// of its file in library/.
using FunctionTable = std::span<const Function>;

bool accepts(Parameter parameter, const Value& argument);

/// Whether an argument of this type may turn out to be acceptable.
bool may_accept(Parameter parameter, const ValueType& type);

bool accepts(const Function& function, Arguments arguments);

}  // namespace tianbao::expression
