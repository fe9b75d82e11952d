#include <array>
#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>

#include "shared/expression/library/choice.h"
#include "shared/expression/library/library.h"

// CEL's extension "math" (cel-go ext/README.md), in which the form profile's decimals are numbers as well.

namespace tianbao::expression {
namespace {

Value invalid_argument() {
  return make_error_value(ErrorCode::invalid_argument);
}

double double_at(Arguments arguments, std::size_t index) {
  return *std::get_if<double>(&arguments[index]->content);
}

Value choose_argument(Arguments arguments, std::partial_ordering wanted) {
  Choice choice(wanted);
  for (const Value* argument : arguments) choice.offer(*argument);
  return choice.result();
}

Value choose_item(Arguments arguments, std::partial_ordering wanted) {
  Choice choice(wanted);
  for (const Value& item : *arguments[0]->list()) choice.offer(item);
  return choice.result();
}

Value greatest(Arguments arguments) {
  return choose_argument(arguments, std::partial_ordering::greater);
}

Value greatest_of_list(Arguments arguments) {
  return choose_item(arguments, std::partial_ordering::greater);
}

Value least(Arguments arguments) {
  return choose_argument(arguments, std::partial_ordering::less);
}

Value least_of_list(Arguments arguments) {
  return choose_item(arguments, std::partial_ordering::less);
}

Value ceil(Arguments arguments) {
  return {std::ceil(double_at(arguments, 0))};
}

Value floor(Arguments arguments) {
  return {std::floor(double_at(arguments, 0))};
}

/// Half away from zero.
Value round(Arguments arguments) {
  return {std::round(double_at(arguments, 0))};
}

Value trunc(Arguments arguments) {
  return {std::trunc(double_at(arguments, 0))};
}

Value absolute_integer(Arguments arguments) {
  const std::int64_t number = *std::get_if<std::int64_t>(&arguments[0]->content);
  if (number == std::numeric_limits<std::int64_t>::min()) return make_error_value(ErrorCode::overflow);
  return {number < 0 ? -number : number};
}

Value absolute_double(Arguments arguments) {
  return {std::abs(double_at(arguments, 0))};
}

Value itself(Arguments arguments) {
  return *arguments[0];
}

Value sign_of_integer(Arguments arguments) {
  const std::int64_t number = *std::get_if<std::int64_t>(&arguments[0]->content);
  return {std::int64_t{number > 0} - std::int64_t{number < 0}};
}

Value sign_of_unsigned(Arguments arguments) {
  return {std::uint64_t{*std::get_if<std::uint64_t>(&arguments[0]->content) > 0}};
}

Value sign_of_double(Arguments arguments) {
  const double number = double_at(arguments, 0);
  if (std::isnan(number)) return {number};
  return {static_cast<double>(static_cast<int>(number > 0) - static_cast<int>(number < 0))};
}

Value is_nan(Arguments arguments) {
  return {std::isnan(double_at(arguments, 0))};
}

Value is_infinite(Arguments arguments) {
  return {std::isinf(double_at(arguments, 0))};
}

Value is_finite(Arguments arguments) {
  return {std::isfinite(double_at(arguments, 0))};
}

/// An int's are those of two's complement.
std::uint64_t bits_at(Arguments arguments, std::size_t index) {
  const auto& content = arguments[index]->content;
  if (const auto* integer = std::get_if<std::int64_t>(&content)) return static_cast<std::uint64_t>(*integer);
  return *std::get_if<std::uint64_t>(&content);
}

/// As a number of the first argument's type.
Value with_bits(Arguments arguments, std::uint64_t bits) {
  if (std::holds_alternative<std::uint64_t>(arguments[0]->content)) return {bits};
  return {static_cast<std::int64_t>(bits)};
}

Value bit_and(Arguments arguments) {
  return with_bits(arguments, bits_at(arguments, 0) & bits_at(arguments, 1));
}

Value bit_or(Arguments arguments) {
  return with_bits(arguments, bits_at(arguments, 0) | bits_at(arguments, 1));
}

Value bit_xor(Arguments arguments) {
  return with_bits(arguments, bits_at(arguments, 0) ^ bits_at(arguments, 1));
}

Value bit_not(Arguments arguments) {
  return with_bits(arguments, ~bits_at(arguments, 0));
}

/// Zeros come in from both ends: an int shifted to the right is no longer negative.
Value shift(Arguments arguments, bool left) {
  constexpr std::int64_t width = 64;
  const std::int64_t distance = *std::get_if<std::int64_t>(&arguments[1]->content);
  if (distance < 0) return invalid_argument();
  if (distance >= width) return with_bits(arguments, 0);
  const std::uint64_t bits = bits_at(arguments, 0);
  return with_bits(arguments, left ? bits << distance : bits >> distance);
}

Value shift_left(Arguments arguments) {
  return shift(arguments, true);
}

Value shift_right(Arguments arguments) {
  return shift(arguments, false);
}

constexpr auto global = CallStyle::global;
using enum Parameter;

constexpr std::array table = {
    Function{"math.greatest", global, {numbers}, Type::dynamic, greatest_of_list},
    Function{"math.greatest", global, {number}, Type::dynamic, greatest, true},
    Function{"math.least", global, {numbers}, Type::dynamic, least_of_list},
    Function{"math.least", global, {number}, Type::dynamic, least, true},
    Function{"math.ceil", global, {floating}, Type::floating, ceil},
    Function{"math.floor", global, {floating}, Type::floating, floor},
    Function{"math.round", global, {floating}, Type::floating, round},
    Function{"math.trunc", global, {floating}, Type::floating, trunc},
    Function{"math.abs", global, {integer}, Type::integer, absolute_integer},
    Function{"math.abs", global, {unsigned_integer}, Type::unsigned_integer, itself},
    Function{"math.abs", global, {floating}, Type::floating, absolute_double},
    Function{"math.sign", global, {integer}, Type::integer, sign_of_integer},
    Function{"math.sign", global, {unsigned_integer}, Type::unsigned_integer, sign_of_unsigned},
    Function{"math.sign", global, {floating}, Type::floating, sign_of_double},
    Function{"math.isNaN", global, {floating}, Type::boolean, is_nan},
    Function{"math.isInf", global, {floating}, Type::boolean, is_infinite},
    Function{"math.isFinite", global, {floating}, Type::boolean, is_finite},
    Function{"math.bitAnd", global, {integer, integer}, Type::integer, bit_and},
    Function{"math.bitAnd", global, {unsigned_integer, unsigned_integer}, Type::unsigned_integer, bit_and},
    Function{"math.bitOr", global, {integer, integer}, Type::integer, bit_or},
    Function{"math.bitOr", global, {unsigned_integer, unsigned_integer}, Type::unsigned_integer, bit_or},
    Function{"math.bitXor", global, {integer, integer}, Type::integer, bit_xor},
    Function{"math.bitXor", global, {unsigned_integer, unsigned_integer}, Type::unsigned_integer, bit_xor},
    Function{"math.bitNot", global, {integer}, Type::integer, bit_not},
    Function{"math.bitNot", global, {unsigned_integer}, Type::unsigned_integer, bit_not},
    Function{"math.bitShiftLeft", global, {integer, integer}, Type::integer, shift_left},
    Function{"math.bitShiftLeft", global, {unsigned_integer, integer}, Type::unsigned_integer, shift_left},
    Function{"math.bitShiftRight", global, {integer, integer}, Type::integer, shift_right},
    Function{"math.bitShiftRight", global, {unsigned_integer, integer}, Type::unsigned_integer, shift_right},
};

}  // namespace

FunctionTable math_functions() {
  return table;
}

}  // namespace tianbao::expression
