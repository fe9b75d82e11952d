#include "shared/expression/alike.h"

#include <optional>

namespace tianbao::expression {
namespace {

using number::Decimal;

template <typename Number>
bool compare_alike(Operator operation, const Number& left, const Number& right, Value& result) {
  bool holds = false;
  switch (operation) {
    case Operator::equal:
      holds = left == right;
      break;
    case Operator::not_equal:
      holds = left != right;
      break;
    case Operator::less:
      holds = left < right;
      break;
    case Operator::less_equal:
      holds = left <= right;
      break;
    case Operator::greater:
      holds = left > right;
      break;
    case Operator::greater_equal:
      holds = left >= right;
      break;
    default:
      return false;
  }
  result.content = holds;
  return true;
}

bool combine_decimals(Operator operation, const Decimal& left, const Decimal& right, Value& result) {
  std::optional<Decimal> made;
  switch (operation) {
    case Operator::add:
      made = number::add(left, right);
      break;
    case Operator::subtract:
      made = number::subtract(left, right);
      break;
    case Operator::multiply:
      made = number::multiply(left, right);
      break;
    case Operator::divide:
      made = number::divide(left, right);
      break;
    default:
      return compare_alike(operation, left, right, result);
  }
  if (made) result.content = *made;
  return made.has_value();
}

bool combine_integers(Operator operation, std::int64_t left, std::int64_t right, Value& result) {
  std::int64_t made = 0;
  bool overflow = false;
  switch (operation) {
    case Operator::add:
      overflow = __builtin_add_overflow(left, right, &made);
      break;
    case Operator::subtract:
      overflow = __builtin_sub_overflow(left, right, &made);
      break;
    case Operator::multiply:
      overflow = __builtin_mul_overflow(left, right, &made);
      break;
    default:
      return compare_alike(operation, left, right, result);
  }
  if (!overflow) result.content = made;
  return !overflow;
}

}  // namespace

bool combine_alike(Operator operation, const Value& left, const Value& right, Value& result) {
  if (left.content.index() != right.content.index()) return false;
  if (left.decimal()) return combine_decimals(operation, *left.decimal(), *right.decimal(), result);
  const auto* const integer = std::get_if<std::int64_t>(&left.content);
  if (!integer) return false;
  return combine_integers(operation, *integer, *std::get_if<std::int64_t>(&right.content), result);
}

}  // namespace tianbao::expression
