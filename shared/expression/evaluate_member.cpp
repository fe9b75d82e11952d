#include <optional>
#include <utility>

#include "shared/expression/arithmetic.h"
#include "shared/expression/comparison.h"
#include "shared/expression/evaluation.h"

namespace tianbao::expression {
namespace {

const Optional* as_optional(const Value& value) {
  return std::get_if<Optional>(&value.content);
}

/// langdef.md, "Aggregate Literals": bool, int, uint or string.
bool is_key(const Value& value) {
  return value.boolean() || value.string() || std::holds_alternative<std::int64_t>(value.content) ||
         std::holds_alternative<std::uint64_t>(value.content);
}

/// What stands at the key or position; nullptr when nothing does, and why.
struct Found {
  const Value* value = nullptr;
  ErrorCode why = ErrorCode::no_such_overload;
};

/// CEL also takes a double or uint that is a whole number; a decimal is one more such type.
Found find_member(const Value& container, const Value& key) {
  if (const Map* const map = container.map()) return {find(*map, key), ErrorCode::no_such_key};
  const List* const list = container.list();
  if (!list || !is_number(key)) return {};
  const std::optional<number::Decimal> number = to_decimal(key);
  const std::optional<std::int64_t> offset = number ? number->to_integer() : std::nullopt;
  const bool inside = offset && *offset >= 0 && static_cast<std::uint64_t>(*offset) < list->size();
  if (!inside) return {nullptr, ErrorCode::invalid_argument};
  return {&(*list)[static_cast<std::size_t>(*offset)], {}};
}

Value some(Value value) {
  Optional optional;
  optional.value.push_back(std::move(value));
  return {std::move(optional)};
}

/// `container.?key`, `container[?key]`, and both on an optional: what is not there is no error.
Value find_optionally(const Value& container, const Value& key) {
  const Optional* const optional = as_optional(container);
  if (optional && optional->value.empty()) return {Optional{}};
  const Value& inner = optional ? optional->value.front() : container;
  const Found found = find_member(inner, key);
  if (found.value) return some(*found.value);
  return found.why == ErrorCode::no_such_overload ? make_error_value(found.why) : Value{Optional{}};
}

}  // namespace

const Value& Evaluation::selected(const Node& node, const Value& key, Value& storage) {
  Value container_storage;
  const Value& container = evaluate(operands(node)[0].node, container_storage);
  if (container.error()) return storage = container;
  const bool optional = node.kind == NodeKind::optional_select || node.kind == NodeKind::optional_index;
  if (optional || as_optional(container)) return storage = find_optionally(container, key);
  const bool by_name = node.kind == NodeKind::select;
  const Found found = by_name && !container.map() ? Found{} : find_member(container, key);
  if (!found.value) return storage = make_error_value(found.why);
  if (&container != &container_storage) return *found.value;
  Value copy = *found.value;
  return storage = std::move(copy);
}

const Value& Evaluation::indexed(const Node& node, Value& storage) {
  Value key_storage;
  const Value& key = evaluate(operands(node)[1].node, key_storage);
  if (key.error()) {
    const Value& container = evaluate(operands(node)[0].node, storage);
    return container.error() ? container : storage = key;
  }
  return selected(node, key, storage);
}

/// has(container.member)
Value Evaluation::tested(const Node& node) {
  const Node& select = program_.nodes_[operands(node)[0].node];
  Value storage;
  const Value& container = evaluate(operands(select)[0].node, storage);
  if (container.error()) return container;
  const Optional* const optional = as_optional(container);
  if (optional && optional->value.empty()) return {false};
  const Value& inner = optional ? optional->value.front() : container;
  if (!inner.map()) return make_error_value(ErrorCode::no_such_overload);
  return {find(*inner.map(), program_.constants_[select.index]) != nullptr};
}

Value Evaluation::listed(const Node& node) {
  List items;
  items.reserve(node.operand_count);
  Value storage;
  for (const Operand& operand : operands(node)) {
    const Value& item = evaluate(operand.node, storage);
    if (item.error()) return item;
    if (!spend_on(item)) return make_error_value(ErrorCode::too_costly);
    if (!operand.optional) {
      items.push_back(item);
    } else if (const Optional* const optional = as_optional(item)) {
      items.insert(items.end(), optional->value.begin(), optional->value.end());
    } else {
      return make_error_value(ErrorCode::no_such_overload);
    }
  }
  return {std::move(items)};
}

Value Evaluation::mapped(const Node& node) {
  Map map;
  const std::span<const Operand> entries = operands(node);
  for (std::size_t index = 0; index < entries.size(); index += 2) {
    Value key_storage;
    Value value_storage;
    const Value& key = evaluate(entries[index].node, key_storage);
    if (key.error()) return key;
    const Value& value = evaluate(entries[index + 1].node, value_storage);
    if (value.error()) return value;
    if (!is_key(key) || find(map, key)) return make_error_value(ErrorCode::invalid_argument);
    if (!spend_on(value)) return make_error_value(ErrorCode::too_costly);
    if (!entries[index + 1].optional) {
      map.entries.push_back({key, value});
    } else if (const Optional* const optional = as_optional(value)) {
      for (const Value& item : optional->value) map.entries.push_back({key, item});
    } else {
      return make_error_value(ErrorCode::no_such_overload);
    }
  }
  return {std::move(map)};
}

}  // namespace tianbao::expression
