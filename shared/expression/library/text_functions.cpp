#include <array>
#include <cstdint>

#include "shared/expression/library/library.h"
#include "shared/expression/library/occurrences.h"
#include "shared/expression/weight.h"
#include "shared/pattern/pattern.h"
#include "shared/text/utf8.h"

namespace tianbao::expression {
namespace {

Value as_integer(std::size_t size) {
  return {static_cast<std::int64_t>(size)};
}

/// In code points.
Value size_of_string(Arguments arguments) {
  return as_integer(text::count_code_points(*arguments[0]->string()));
}

Value size_of_bytes(Arguments arguments) {
  return as_integer(std::get_if<Bytes>(&arguments[0]->content)->content.size());
}

Value size_of_list(Arguments arguments) {
  return as_integer(arguments[0]->list()->size());
}

Value size_of_map(Arguments arguments) {
  return as_integer(arguments[0]->map()->entries.size());
}

Value contains(Arguments arguments) {
  return {Occurrences(*arguments[0]->string(), *arguments[1]->string()).next().has_value()};
}

Value starts_with(Arguments arguments) {
  return {arguments[0]->string()->starts_with(*arguments[1]->string())};
}

Value ends_with(Arguments arguments) {
  return {arguments[0]->string()->ends_with(*arguments[1]->string())};
}

Value dyn(Arguments arguments) {
  return *arguments[0];
}

Value matches(Arguments arguments) {
  const auto pattern = pattern::compile(*arguments[1]->string());
  if (!pattern) return make_error_value(ErrorCode::invalid_argument);
  return {pattern.value().search(*arguments[0]->string())};
}

/// The pattern may be as large as any, and has to be compiled, which takes less than a look at one byte.
std::uint64_t steps_of_matches(Arguments arguments) {
  return steps_to_match(arguments[0]->string()->size() + 1, pattern::max_instructions);
}

using enum Parameter;

constexpr std::array table = {
    Function{"dyn", CallStyle::global, {any}, Type::dynamic, dyn},
    Function{"size", CallStyle::both, {string}, Type::integer, size_of_string},
    Function{"size", CallStyle::both, {bytes}, Type::integer, size_of_bytes},
    Function{"size", CallStyle::both, {list}, Type::integer, size_of_list},
    Function{"size", CallStyle::both, {map}, Type::integer, size_of_map},
    Function{"contains", CallStyle::receiver, {string, string}, Type::boolean, contains},
    Function{"startsWith", CallStyle::receiver, {string, string}, Type::boolean, starts_with},
    Function{"endsWith", CallStyle::receiver, {string, string}, Type::boolean, ends_with},
    Function{"matches", CallStyle::both, {string, string}, Type::boolean, matches, false, steps_of_matches},
};

}  // namespace

FunctionTable text_functions() {
  return table;
}

}  // namespace tianbao::expression
