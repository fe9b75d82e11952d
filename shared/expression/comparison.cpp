#include "shared/expression/comparison.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "shared/expression/arithmetic.h"
#include "shared/expression/weight.h"

namespace tianbao::expression {
namespace {

std::partial_ordering order_integers(std::int64_t left, std::uint64_t right) {
  if (left < 0) return std::partial_ordering::less;
  return static_cast<std::uint64_t>(left) <=> right;
}

std::partial_ordering reversed(std::partial_ordering ordering) {
  if (ordering == std::partial_ordering::less) return std::partial_ordering::greater;
  return ordering == std::partial_ordering::greater ? std::partial_ordering::less : ordering;
}

/// As the conformance cases `lte_dyn_int_small_lossy_double` and its like ask: an integer beside a double is
/// rounded to one.
std::optional<double> to_double(const Value& value) {
  if (const auto* floating = std::get_if<double>(&value.content)) return *floating;
  if (const auto* integer = std::get_if<std::int64_t>(&value.content)) return static_cast<double>(*integer);
  if (const auto* integer = std::get_if<std::uint64_t>(&value.content)) return static_cast<double>(*integer);
  return std::nullopt;
}

/// At least one of the two is a decimal, the other a number. An infinity has no decimal but has an order.
std::partial_ordering order_decimals(const Value& left, const Value& right) {
  const std::optional<number::Decimal> left_decimal = to_decimal(left);
  const std::optional<number::Decimal> right_decimal = to_decimal(right);
  if (left_decimal && right_decimal) return *left_decimal <=> *right_decimal;
  const double beyond = *to_double(left_decimal ? right : left);
  return left_decimal ? 0.0 <=> beyond : beyond <=> 0.0;
}

std::partial_ordering order_numbers(const Value& left, const Value& right) {
  if (left.decimal() && right.decimal()) return *left.decimal() <=> *right.decimal();
  if (left.decimal() || right.decimal()) return order_decimals(left, right);
  const auto* left_integer = std::get_if<std::int64_t>(&left.content);
  const auto* right_integer = std::get_if<std::int64_t>(&right.content);
  if (left_integer && right_integer) return *left_integer <=> *right_integer;
  const auto* left_unsigned = std::get_if<std::uint64_t>(&left.content);
  const auto* right_unsigned = std::get_if<std::uint64_t>(&right.content);
  if (left_unsigned && right_unsigned) return *left_unsigned <=> *right_unsigned;
  if (left_integer && right_unsigned) return order_integers(*left_integer, *right_unsigned);
  if (left_unsigned && right_integer) return reversed(order_integers(*right_integer, *left_unsigned));
  return *to_double(left) <=> *to_double(right);
}

bool equal_lists(const List& left, const List& right) {
  if (left.size() != right.size()) return false;
  for (std::size_t index = 0; index < left.size(); ++index) {
    if (!equals(left[index], right[index])) return false;
  }
  return true;
}

/// Every key of the one is in the other, with the same value.
bool equal_maps(const Map& left, const Map& right) {
  if (left.entries.size() != right.entries.size()) return false;
  return std::all_of(left.entries.begin(), left.entries.end(), [&](const MapEntry& entry) {
    const Value* const other = find(right, entry.key);
    return other != nullptr && equals(entry.value, *other);
  });
}

Value contains(const Value& container, const Value& item) {
  if (const Map* const map = container.map()) return {find(*map, item) != nullptr};
  const List* const items = container.list();
  if (!items) return {Error{ErrorCode::no_such_overload}};
  return {std::any_of(items->begin(), items->end(),
                      [&](const Value& candidate) { return equals(item, candidate); })};
}

bool holds(Operator operation, std::partial_ordering ordering) {
  // Not `ordering < 0`, for which clang-tidy 14 asks for a nullptr, nor is_lt(), which the browser's library
  // does not have.
  switch (operation) {
    case Operator::less:
      return ordering == std::partial_ordering::less;
    case Operator::less_equal:
      return ordering == std::partial_ordering::less || ordering == std::partial_ordering::equivalent;
    case Operator::greater:
      return ordering == std::partial_ordering::greater;
    default:
      return ordering == std::partial_ordering::greater || ordering == std::partial_ordering::equivalent;
  }
}

}  // namespace

bool equals(const Value& left, const Value& right) {
  if (is_number(left) && is_number(right)) {
    return order_numbers(left, right) == std::partial_ordering::equivalent;
  }
  if (const std::string* string = left.string()) return right.string() && *string == *right.string();
  if (const List* list = left.list()) return right.list() && equal_lists(*list, *right.list());
  if (const Map* map = left.map()) return right.map() && equal_maps(*map, *right.map());
  if (const Optional* optional = std::get_if<Optional>(&left.content)) {
    const Optional* other = std::get_if<Optional>(&right.content);
    return other && equal_lists(optional->value, other->value);
  }
  return left == right;
}

const Value* find(const Map& map, const Value& key) {
  const std::string* const name = key.string();  // of most keys, and then nothing but a text is equal
  for (const MapEntry& entry : map.entries) {
    const std::string* const other = entry.key.string();
    if (name ? other && *other == *name : equals(entry.key, key)) return &entry.value;
  }
  return nullptr;
}

std::uint64_t steps_to_find(const Map& map) {
  std::uint64_t bytes = map.entries.size() * bytes_per_entry;
  for (const MapEntry& entry : map.entries) bytes += entry.key.string() ? entry.key.string()->size() : 0;
  return 1 + bytes / bytes_per_step;
}

std::optional<std::partial_ordering> order(const Value& left, const Value& right) {
  if (is_number(left) && is_number(right)) return order_numbers(left, right);
  if (left.string() && right.string()) return left.string()->compare(*right.string()) <=> 0;
  if (left.boolean() && right.boolean()) return *left.boolean() <=> *right.boolean();
  if (left.content.index() != right.content.index()) return std::nullopt;
  if (const auto* bytes = std::get_if<Bytes>(&left.content)) {
    return bytes->content.compare(std::get_if<Bytes>(&right.content)->content) <=> 0;
  }
  return std::nullopt;
}

Value compare(Operator operation, const Value& left, const Value& right) {
  if (const Error* error = left.error()) return {*error};
  if (const Error* error = right.error()) return {*error};
  if (operation == Operator::equal) return {equals(left, right)};
  if (operation == Operator::not_equal) return {!equals(left, right)};
  if (operation == Operator::in) return contains(right, left);
  const std::optional<std::partial_ordering> ordering = order(left, right);
  if (!ordering) return {Error{ErrorCode::no_such_overload}};
  return {holds(operation, *ordering)};
}

}  // namespace tianbao::expression
