#include "shared/expression/typing.h"

#include <array>

namespace tianbao::expression {
namespace {

/// Timestamps and durations (langdef.md, "Standard Definitions"): a moment and a span give a moment, two
/// moments lie a span apart.
std::optional<Type> time_type(Operator operation, Type left, Type right) {
  const bool adds = operation == Operator::add;
  if (!adds && operation != Operator::subtract) return std::nullopt;
  if (left == Type::duration && right == Type::duration) return Type::duration;
  if (left == Type::timestamp && right == Type::duration) return Type::timestamp;
  if (left == Type::duration && right == Type::timestamp && adds) return Type::timestamp;
  if (left == Type::timestamp && right == Type::timestamp && !adds) return Type::duration;
  return std::nullopt;
}

bool has_length(Type type) {
  return type == Type::string || type == Type::bytes || type == Type::list;
}

std::optional<ValueType> arithmetic_type(Operator operation, Type left, Type right, Mode mode) {
  const Type known = left == Type::dynamic ? right : left;
  if (left == Type::dynamic || right == Type::dynamic) {
    const bool is_time = known == Type::timestamp || known == Type::duration;
    const bool may_join = operation == Operator::add && has_length(known);
    const bool may_move = is_time && (operation == Operator::add || operation == Operator::subtract);
    if (known != Type::dynamic && !is_numeric(known) && !may_join && !may_move) return std::nullopt;
    return known == Type::decimal || has_length(known) ? ValueType{known} : ValueType{};
  }
  if (const std::optional<Type> time = time_type(operation, left, right)) return ValueType{*time};
  if (operation == Operator::add && has_length(known))
    return left == right ? std::optional(ValueType{known}) : std::nullopt;
  if (!is_numeric(left) || !is_numeric(right)) return std::nullopt;
  // Beside a decimal every number makes a decimal; beside an int only an int keeps the int.
  if (left != right) return mode == Mode::form ? std::optional(ValueType{Type::decimal}) : std::nullopt;
  // CEL has no remainder of doubles.
  if (operation == Operator::remainder && left == Type::floating) return std::nullopt;
  return ValueType{left};
}

bool has_order(Type type) {
  return is_numeric(type) || type == Type::string || type == Type::boolean || type == Type::dynamic ||
         type == Type::bytes || type == Type::timestamp || type == Type::duration;
}

}  // namespace

Type type_of(const Value& value) {
  // In the order of Value's alternatives. An error has none of these; nobody asks.
  constexpr std::array<Type, 15> types = {
      Type::dynamic,   Type::null,     Type::boolean, Type::integer, Type::unsigned_integer,
      Type::floating,  Type::decimal,  Type::string,  Type::list,    Type::bytes,
      Type::timestamp, Type::duration, Type::type,    Type::map,     Type::optional};
  static_assert(types.size() == std::variant_size_v<decltype(Value::content)>);
  return types[value.content.index()];
}

bool is_numeric(Type type) {
  return type == Type::integer || type == Type::unsigned_integer || type == Type::floating ||
         type == Type::decimal;
}

bool comparable(Type left, Type right) {
  return left == Type::dynamic || right == Type::dynamic || left == right ||
         (is_numeric(left) && is_numeric(right));
}

std::optional<ValueType> common_type(ValueType left, ValueType right) {
  if (!comparable(left.type, right.type)) return std::nullopt;
  if (left.type != right.type) return ValueType{};
  return ValueType{left.type, left.item == right.item ? left.item : Type::dynamic};
}

std::optional<ValueType> result_type(Operator operation, ValueType left, ValueType right, Mode mode) {
  constexpr ValueType boolean = {Type::boolean, Type::dynamic};
  switch (operation) {
    case Operator::equal:
    case Operator::not_equal:
      return comparable(left.type, right.type) ? std::optional(boolean) : std::nullopt;
    case Operator::less:
    case Operator::less_equal:
    case Operator::greater:
    case Operator::greater_equal:
      if (!has_order(left.type) || !has_order(right.type)) return std::nullopt;
      return comparable(left.type, right.type) ? std::optional(boolean) : std::nullopt;
    case Operator::in:
      if (right.type == Type::map || right.type == Type::dynamic) return boolean;
      if (right.type != Type::list) return std::nullopt;
      return comparable(left.type, right.item) ? std::optional(boolean) : std::nullopt;
    default: {
      std::optional<ValueType> result = arithmetic_type(operation, left.type, right.type, mode);
      if (result && result->type == Type::list && left.item == right.item) result->item = left.item;
      return result;
    }
  }
}

}  // namespace tianbao::expression
