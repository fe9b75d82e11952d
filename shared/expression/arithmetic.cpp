#include "shared/expression/arithmetic.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "shared/expression/weight.h"
#include "shared/number/shortest.h"

namespace tianbao::expression {
namespace {

using number::Decimal;

/// int64 and uint64 alike: exact, or an error.
template <typename Integer>
Value calculate_integers(Operator operation, Integer left, Integer right) {
  Integer result = 0;
  bool overflow = false;
  switch (operation) {
    case Operator::add:
      overflow = __builtin_add_overflow(left, right, &result);
      break;
    case Operator::subtract:
      overflow = __builtin_sub_overflow(left, right, &result);
      break;
    case Operator::multiply:
      overflow = __builtin_mul_overflow(left, right, &result);
      break;
    case Operator::divide:
    case Operator::remainder:
      if (right == 0) return {Error{ErrorCode::divide_by_zero}};
      // The one quotient of two ints that is none; the remainder beside it would be 0, but the processor
      // computes both at once and traps.
      overflow = std::numeric_limits<Integer>::is_signed && left == std::numeric_limits<Integer>::min() &&
                 right == static_cast<Integer>(-1);
      if (!overflow) result = operation == Operator::divide ? left / right : left % right;
      break;
    default:
      return {Error{ErrorCode::no_such_overload}};
  }
  if (overflow) return {Error{ErrorCode::overflow}};
  return {result};
}

Value calculate_doubles(Operator operation, double left, double right) {
  switch (operation) {
    case Operator::add:
      return {left + right};
    case Operator::subtract:
      return {left - right};
    case Operator::multiply:
      return {left * right};
    case Operator::divide:
      return {left / right};
    default:
      return {Error{ErrorCode::no_such_overload}};
  }
}

Value calculate_decimals(Operator operation, const Decimal& left, const Decimal& right) {
  const bool divides = operation == Operator::divide || operation == Operator::remainder;
  if (divides && right.is_zero()) return {Error{ErrorCode::divide_by_zero}};
  std::optional<Decimal> result;
  switch (operation) {
    case Operator::add:
      result = number::add(left, right);
      break;
    case Operator::subtract:
      result = number::subtract(left, right);
      break;
    case Operator::multiply:
      result = number::multiply(left, right);
      break;
    case Operator::divide:
      result = number::divide(left, right);
      break;
    case Operator::remainder:
      result = number::remainder(left, right);
      break;
    default:
      return {Error{ErrorCode::no_such_overload}};
  }
  if (!result) return {Error{ErrorCode::overflow}};
  return {*result};
}

/// Of two texts or two lists.
template <typename Sequence>
Value join(const Sequence& left, const Sequence& right, std::size_t most) {
  if (left.size() + right.size() > most) return {Error{ErrorCode::overflow}};
  Sequence joined;
  joined.reserve(left.size() + right.size());
  joined.insert(joined.end(), left.begin(), left.end());
  joined.insert(joined.end(), right.begin(), right.end());
  return {std::move(joined)};
}

/// nullopt when the two are not of one type that strict CEL computes with.
std::optional<Value> calculate_strictly(Operator operation, const Value& left, const Value& right) {
  if (left.content.index() != right.content.index()) return std::nullopt;
  if (const auto* integer = std::get_if<std::int64_t>(&left.content)) {
    return calculate_integers(operation, *integer, *std::get_if<std::int64_t>(&right.content));
  }
  if (const auto* integer = std::get_if<std::uint64_t>(&left.content)) {
    return calculate_integers(operation, *integer, *std::get_if<std::uint64_t>(&right.content));
  }
  if (const auto* floating = std::get_if<double>(&left.content)) {
    return calculate_doubles(operation, *floating, *std::get_if<double>(&right.content));
  }
  if (operation != Operator::add) return std::nullopt;
  if (const std::string* string = left.string()) return join(*string, *right.string(), max_result_bytes);
  if (const Bytes* bytes = std::get_if<Bytes>(&left.content)) {
    Value joined = join(bytes->content, std::get_if<Bytes>(&right.content)->content, max_result_bytes);
    if (auto* const content = std::get_if<std::string>(&joined.content))
      return Value{Bytes{std::move(*content)}};
    return joined;
  }
  if (const List* list = left.list()) return join(*list, *right.list(), max_result_items);
  return std::nullopt;
}

std::optional<Decimal> shortest_decimal(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  const number::Digits digits = number::shortest_digits(value);
  if (digits.digits.empty()) return Decimal();
  const int exponent = digits.point - static_cast<int>(digits.digits.size());
  const std::optional<Decimal> size = Decimal::parse(digits.digits + "e" + std::to_string(exponent));
  return size && digits.negative ? size->negated() : size;
}

}  // namespace

bool is_number(const Value& value) {
  return value.decimal() || std::holds_alternative<std::int64_t>(value.content) ||
         std::holds_alternative<std::uint64_t>(value.content) ||
         std::holds_alternative<double>(value.content);
}

std::optional<Decimal> to_decimal(const Value& value) {
  if (const Decimal* decimal = value.decimal()) return *decimal;
  if (const auto* integer = std::get_if<std::int64_t>(&value.content)) return Decimal::from_integer(*integer);
  if (const auto* integer = std::get_if<std::uint64_t>(&value.content)) {
    return Decimal::parse(std::to_string(*integer));
  }
  if (const auto* floating = std::get_if<double>(&value.content)) return shortest_decimal(*floating);
  return std::nullopt;
}

std::optional<int> to_places(const Value& value) {
  const std::optional<Decimal> number = to_decimal(value);
  const std::optional<std::int64_t> places = number ? number->to_integer() : std::nullopt;
  if (!places || *places < 0 || *places > Decimal::max_digits) return std::nullopt;
  return static_cast<int>(*places);
}

Value calculate(Operator operation, const Value& left, const Value& right, Mode mode) {
  if (const Error* error = left.error()) return {*error};
  if (const Error* error = right.error()) return {*error};
  if (left.decimal() && right.decimal()) {
    return calculate_decimals(operation, *left.decimal(), *right.decimal());
  }
  if (std::optional<Value> result = calculate_strictly(operation, left, right)) return std::move(*result);
  const bool are_numbers = is_number(left) && is_number(right);
  if (!are_numbers || mode == Mode::strict) return {Error{ErrorCode::no_such_overload}};
  const std::optional<Decimal> left_decimal = to_decimal(left);
  const std::optional<Decimal> right_decimal = to_decimal(right);
  if (!left_decimal || !right_decimal) return {Error{ErrorCode::overflow}};
  return calculate_decimals(operation, *left_decimal, *right_decimal);
}

Value negate(const Value& operand) {
  if (const Decimal* decimal = operand.decimal()) return {decimal->negated()};
  if (const auto* integer = std::get_if<std::int64_t>(&operand.content)) {
    return calculate_integers(Operator::subtract, std::int64_t{0}, *integer);
  }
  if (const auto* floating = std::get_if<double>(&operand.content)) return {-*floating};
  if (const Error* error = operand.error()) return {*error};
  return {Error{ErrorCode::no_such_overload}};
}

}  // namespace tianbao::expression
