#pragma once

#include <string_view>
#include <vector>

#include "shared/expression/function.h"

namespace tianbao::expression::testing {

/// What `name(arguments…)` gives, or arguments[0].name(arguments[1]…): the first overload of the table that
/// takes them; no_such_overload when none does.
inline Value call(FunctionTable table, std::string_view name, const std::vector<Value>& arguments) {
  std::vector<const Value*> places;
  places.reserve(arguments.size());
  for (const Value& argument : arguments) places.push_back(&argument);
  for (const Function& function : table) {
    if (function.name == name && accepts(function, places)) return function.implementation(places);
  }
  return make_error_value(ErrorCode::no_such_overload);
}

}  // namespace tianbao::expression::testing
