#include "shared/expression/function.h"

#include <algorithm>

#include "shared/expression/arithmetic.h"
#include "shared/expression/typing.h"

namespace tianbao::expression {
namespace {

/// What a parameter that takes one type takes; dynamic for the others.
Type one_type(Parameter parameter) {
  switch (parameter) {
    case Parameter::boolean:
      return Type::boolean;
    case Parameter::integer:
      return Type::integer;
    case Parameter::unsigned_integer:
      return Type::unsigned_integer;
    case Parameter::floating:
      return Type::floating;
    case Parameter::string:
      return Type::string;
    case Parameter::bytes:
      return Type::bytes;
    case Parameter::list:
    case Parameter::numbers:
    case Parameter::strings:
      return Type::list;
    case Parameter::map:
      return Type::map;
    case Parameter::timestamp:
      return Type::timestamp;
    case Parameter::duration:
      return Type::duration;
    case Parameter::optional:
      return Type::optional;
    case Parameter::none:
    case Parameter::any:
    case Parameter::number:
    case Parameter::places:
      break;
  }
  return Type::dynamic;
}

bool is_string(const Value& value) {
  return value.string() != nullptr;
}

}  // namespace

std::size_t Function::parameter_count() const {
  const auto end = std::find(parameters.begin(), parameters.end(), Parameter::none);
  return static_cast<std::size_t>(end - parameters.begin());
}

bool Function::takes(std::size_t argument_count) const {
  const std::size_t count = parameter_count();
  return argument_count == count || (variadic && argument_count > count && argument_count <= max_arguments);
}

Parameter Function::parameter(std::size_t position) const {
  return parameters[variadic ? std::min(position, parameter_count() - 1) : position];
}

bool accepts(Parameter parameter, const Value& argument) {
  switch (parameter) {
    case Parameter::none:
      return false;
    case Parameter::any:
      return true;
    case Parameter::number:
    case Parameter::places:
      return is_number(argument);
    case Parameter::numbers:
      return argument.list() != nullptr &&
             std::all_of(argument.list()->begin(), argument.list()->end(), is_number);
    case Parameter::strings:
      return argument.list() != nullptr &&
             std::all_of(argument.list()->begin(), argument.list()->end(), is_string);
    default:
      return type_of(argument) == one_type(parameter);
  }
}

bool may_accept(Parameter parameter, const ValueType& type) {
  if (parameter == Parameter::none) return false;
  if (parameter == Parameter::any || type.type == Type::dynamic) return true;
  if (parameter == Parameter::number || parameter == Parameter::places) return is_numeric(type.type);
  if (type.type != one_type(parameter)) return false;
  if (type.item == Type::dynamic) return true;
  if (parameter == Parameter::numbers) return is_numeric(type.item);
  return parameter != Parameter::strings || type.item == Type::string;
}

bool accepts(const Function& function, Arguments arguments) {
  if (!function.takes(arguments.size())) return false;
  for (std::size_t position = 0; position < arguments.size(); ++position) {
    if (!accepts(function.parameter(position), *arguments[position])) return false;
  }
  return true;
}

}  // namespace tianbao::expression
