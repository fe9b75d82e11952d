#include "shared/expression/typing.h"

namespace tianbao::expression {
namespace {

std::optional<ValueType> arithmetic_type(Operator operation, Type left, Type right) {
  const Type known = left == Type::dynamic ? right : left;
  if (known == Type::dynamic) return ValueType{};
  const bool joins = operation == Operator::add && (known == Type::string || known == Type::list);
  if (joins) return comparable(left, right) ? std::optional<ValueType>({known, Type::dynamic}) : std::nullopt;
  if (!is_numeric(known) || !comparable(left, right)) return std::nullopt;
  // Beside a decimal every number makes a decimal; beside an int only an int keeps the int.
  if (left == Type::decimal || right == Type::decimal) return ValueType{Type::decimal, Type::dynamic};
  if (left == Type::dynamic || right == Type::dynamic) return ValueType{};
  if (left != right) return ValueType{Type::decimal, Type::dynamic};
  // CEL has no remainder of doubles.
  if (operation == Operator::remainder && left == Type::floating) return std::nullopt;
  return ValueType{left, Type::dynamic};
}

bool has_order(Type type) {
  return is_numeric(type) || type == Type::string || type == Type::boolean || type == Type::dynamic;
}

}  // namespace

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

std::optional<ValueType> result_type(Operator operation, ValueType left, ValueType right) {
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
      if (right.type != Type::list && right.type != Type::dynamic) return std::nullopt;
      return comparable(left.type, right.item) ? std::optional(boolean) : std::nullopt;
    default: {
      std::optional<ValueType> result = arithmetic_type(operation, left.type, right.type);
      if (result && result->type == Type::list && left.item == right.item) result->item = left.item;
      return result;
    }
  }
}

}  // namespace tianbao::expression
