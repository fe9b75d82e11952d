#include "shared/expression/functions.h"

#include <algorithm>

#include "shared/expression/arithmetic.h"
#include "shared/expression/form_functions.h"
#include "shared/expression/typing.h"

namespace tianbao::expression {
namespace {

Value dyn(Arguments arguments) {
  return *arguments[0];
}

using enum Parameter;

constexpr std::array function_table = {
    // CEL's own.
    Function{"dyn", CallStyle::global, {any}, Type::dynamic, dyn},
    // The form profile's.
    Function{"host", CallStyle::global, {string}, Type::string, host},
    Function{"day", CallStyle::global, {number, number, number}, Type::string, day},
    Function{"sum", CallStyle::global, {numbers}, Type::decimal, sum},
    Function{"abs", CallStyle::global, {number}, Type::decimal, absolute},
    Function{"round", CallStyle::global, {number, number}, Type::decimal, round},
    Function{"max", CallStyle::global, {numbers}, Type::decimal, greatest_of_list},
    Function{"max", CallStyle::global, {number, number}, Type::decimal, greatest},
    Function{"max", CallStyle::global, {number, number, number}, Type::decimal, greatest},
    Function{"min", CallStyle::global, {numbers}, Type::decimal, least_of_list},
    Function{"min", CallStyle::global, {number, number}, Type::decimal, least},
    Function{"min", CallStyle::global, {number, number, number}, Type::decimal, least},
};

}  // namespace

std::size_t Function::parameter_count() const {
  const auto end = std::find(parameters.begin(), parameters.end(), Parameter::none);
  return static_cast<std::size_t>(end - parameters.begin());
}

std::span<const Function> functions() {
  return function_table;
}

bool accepts(Parameter parameter, const Value& argument) {
  switch (parameter) {
    case Parameter::none:
      return false;
    case Parameter::any:
      return true;
    case Parameter::number:
      return is_number(argument);
    case Parameter::string:
      return argument.string() != nullptr;
    case Parameter::list:
      return std::holds_alternative<List>(argument.content);
    case Parameter::numbers: {
      const List* items = std::get_if<List>(&argument.content);
      return items && std::all_of(items->begin(), items->end(), is_number);
    }
  }
  return false;
}

bool may_accept(Parameter parameter, Type type, Type item) {
  if (parameter == Parameter::none) return false;
  if (parameter == Parameter::any || type == Type::dynamic) return true;
  if (parameter == Parameter::number) return is_numeric(type);
  if (parameter == Parameter::string) return type == Type::string;
  if (type != Type::list) return false;
  return parameter == Parameter::list || item == Type::dynamic || is_numeric(item);
}

bool accepts(const Function& function, Arguments arguments) {
  if (function.parameter_count() != arguments.size()) return false;
  for (std::size_t index = 0; index < arguments.size(); ++index) {
    if (!accepts(function.parameters[index], *arguments[index])) return false;
  }
  return true;
}

std::string_view parameter_name(Parameter parameter) {
  switch (parameter) {
    case Parameter::none:
    case Parameter::any:
      return "任意值";
    case Parameter::number:
      return "数字";
    case Parameter::string:
      return "文字";
    case Parameter::list:
      return "列表";
    case Parameter::numbers:
      return "数字的列表";
  }
  return {};
}

}  // namespace tianbao::expression
