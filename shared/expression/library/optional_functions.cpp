#include <array>
#include <type_traits>
#include <utility>

#include "shared/expression/library/library.h"

// CEL's optional values (proposal 246). Selection, `[?x]` and optMap() are the evaluator's.

namespace tianbao::expression {
namespace {

Value make_optional(List value) {
  return {Optional{std::move(value)}};
}

const List& held_at(Arguments arguments, std::size_t index) {
  return std::get_if<Optional>(&arguments[index]->content)->value;
}

/// What a value of its type is when nothing was put in: null, false, 0, the empty text, 1970-01-01 …
bool is_zero(const Value& value) {
  return std::visit([](const auto& content) { return content == std::decay_t<decltype(content)>(); },
                    value.content);
}

Value of(Arguments arguments) {
  return make_optional({*arguments[0]});
}

Value of_non_zero_value(Arguments arguments) {
  return is_zero(*arguments[0]) ? make_optional({}) : of(arguments);
}

Value none_of(Arguments /*arguments*/) {
  return make_optional({});
}

Value has_value(Arguments arguments) {
  return {!held_at(arguments, 0).empty()};
}

/// What is not there counts as a key that a map has not, and so as a blank cell.
Value value(Arguments arguments) {
  const List& held = held_at(arguments, 0);
  return held.empty() ? make_error_value(ErrorCode::no_such_key) : held.front();
}

Value either(Arguments arguments) {
  return *arguments[held_at(arguments, 0).empty() ? 1 : 0];
}

Value value_or(Arguments arguments) {
  const List& held = held_at(arguments, 0);
  return held.empty() ? *arguments[1] : held.front();
}

using enum Parameter;

constexpr std::array table = {
    Function{"optional.of", CallStyle::global, {any}, Type::optional, of},
    Function{"optional.ofNonZeroValue", CallStyle::global, {any}, Type::optional, of_non_zero_value},
    Function{"optional.none", CallStyle::global, {}, Type::optional, none_of},
    Function{"hasValue", CallStyle::receiver, {optional}, Type::boolean, has_value},
    Function{"value", CallStyle::receiver, {optional}, Type::dynamic, value},
    Function{"or", CallStyle::receiver, {optional, optional}, Type::optional, either},
    Function{"orValue", CallStyle::receiver, {optional, any}, Type::dynamic, value_or},
};

}  // namespace

FunctionTable optional_functions() {
  return table;
}

}  // namespace tianbao::expression
