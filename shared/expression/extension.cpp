#include "shared/expression/extension.h"

#include <utility>

#include "shared/expression/arithmetic.h"
#include "shared/expression/comparison.h"
#include "shared/expression/evaluation.h"
#include "shared/expression/library/duration.h"
#include "shared/expression/library/timestamp.h"

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

/// Whether there are the steps to look for a key in the container, or in what an optional one holds.
bool spend_on_search(Evaluation& evaluation, const Value& container) {
  const Optional* const optional = as_optional(container);
  const Value& inner = optional && !optional->value.empty() ? optional->value.front() : container;
  return !inner.map() || evaluation.spend(steps_to_find(*inner.map()));
}

/// Whether there are the steps to put an entry into a map in the making.
bool spend_on_entry(Evaluation& evaluation, const Map& made, const Value& key, const Value& value) {
  return evaluation.spend(steps_to_find(made)) && evaluation.spend_on(key) && evaluation.spend_on(value);
}

Value some(const Value& value) {
  return {Optional{{value}}};
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

const Value& selected(Evaluation& evaluation, std::uint32_t index, Value& storage) {
  const Node& node = evaluation.node(index);
  Value container_storage;
  const Value& container = evaluation.evaluate(evaluation.operands(index)[0].node, container_storage);
  if (container.error()) return storage = container;
  const bool by_name = node.kind == NodeKind::select || node.kind == NodeKind::optional_select;
  const bool optional = node.kind == NodeKind::optional_select || node.kind == NodeKind::optional_index;
  Value key_storage;
  const Value& key = by_name ? evaluation.constant(node.index)
                             : evaluation.evaluate(evaluation.operands(index)[1].node, key_storage);
  if (key.error()) return storage = key;
  if (!spend_on_search(evaluation, container)) return storage = make_error_value(ErrorCode::too_costly);
  if (optional || as_optional(container)) return storage = find_optionally(container, key);
  const Found found = by_name && !container.map() ? Found{} : find_member(container, key);
  if (!found.value) return storage = make_error_value(found.why);
  if (&container != &container_storage) return *found.value;
  return storage = *found.value;
}

/// has(container.member)
Value tested(Evaluation& evaluation, std::uint32_t index) {
  const std::uint32_t select = evaluation.operands(index)[0].node;
  Value storage;
  const Value& container = evaluation.evaluate(evaluation.operands(select)[0].node, storage);
  if (container.error()) return container;
  const Optional* const optional = as_optional(container);
  if (optional && optional->value.empty()) return {false};
  const Value& inner = optional ? optional->value.front() : container;
  if (!inner.map()) return make_error_value(ErrorCode::no_such_overload);
  if (!spend_on_search(evaluation, inner)) return make_error_value(ErrorCode::too_costly);
  return {find(*inner.map(), evaluation.constant(evaluation.node(select).index)) != nullptr};
}

Value mapped(Evaluation& evaluation, std::uint32_t index) {
  Map map;
  const std::span<const Operand> entries = evaluation.operands(index);
  for (std::size_t entry = 0; entry < entries.size(); entry += 2) {
    Value key_storage;
    Value value_storage;
    const Value& key = evaluation.evaluate(entries[entry].node, key_storage);
    if (key.error()) return key;
    const Value& value = evaluation.evaluate(entries[entry + 1].node, value_storage);
    if (value.error()) return value;
    if (!spend_on_entry(evaluation, map, key, value)) return make_error_value(ErrorCode::too_costly);
    if (!is_key(key) || find(map, key)) return make_error_value(ErrorCode::invalid_argument);
    if (!entries[entry + 1].optional) {
      map.entries.push_back({key, value});
    } else if (const Optional* const optional = as_optional(value)) {
      for (const Value& item : optional->value) map.entries.push_back({key, item});
    } else {
      return make_error_value(ErrorCode::no_such_overload);
    }
  }
  return {std::move(map)};
}

/// Puts an entry into the map that a macro makes; the error that keeps it out, or null.
Value add_entry(Evaluation& evaluation, Map& made, const Value& key, const Value& value) {
  if (!spend_on_entry(evaluation, made, key, value)) return make_error_value(ErrorCode::too_costly);
  if (!is_key(key) || find(made, key)) return make_error_value(ErrorCode::invalid_argument);
  made.entries.push_back({key, value});
  return {Null{}};
}

/// transformMap gives each key a new value, transformMapEntry each entry a map of its own. The first of three
/// operands behind the range is a filter.
Value made_map(Evaluation& evaluation, std::uint32_t index) {
  const Node& node = evaluation.node(index);
  const std::span<const Operand> operands = evaluation.operands(index);
  Map made;
  Value failure{Null{}};
  Value end = evaluation.each_item(index, [&] {
    Value storage;
    if (operands.size() == 3) {
      const Value& holds = evaluation.evaluate(operands[1].node, storage);
      const bool* const boolean = holds.boolean();
      if (!boolean) failure = holds.error() ? holds : make_error_value(ErrorCode::no_such_overload);
      if (!boolean || !*boolean) return boolean != nullptr;
    }
    const Value& result = evaluation.evaluate(operands.back().node, storage);
    if (result.error()) {
      failure = result;
    } else if (node.macro == Macro::transform_map) {
      failure = add_entry(evaluation, made, *evaluation.variable(node.index), result);
    } else if (!result.map()) {
      failure = make_error_value(ErrorCode::no_such_overload);
    } else {
      for (const MapEntry& entry : result.map()->entries) {
        if (!failure.error()) failure = add_entry(evaluation, made, entry.key, entry.value);
      }
    }
    return !failure.error();
  });
  if (end.error()) return end;
  return failure.error() ? failure : Value{std::move(made)};
}

Value made_optional(Evaluation& evaluation, std::uint32_t index) {
  const Node& node = evaluation.node(index);
  Value range_storage;
  const Value& range = evaluation.evaluate(evaluation.operands(index)[0].node, range_storage);
  if (range.error()) return range;
  const Optional* const optional = as_optional(range);
  if (!optional) return make_error_value(ErrorCode::no_such_overload);
  if (optional->value.empty()) return range;
  evaluation.variable(node.index) = &optional->value.front();
  Value storage;
  const Value& result = evaluation.evaluate(evaluation.operands(index)[1].node, storage);
  if (result.error()) return result;
  if (node.macro == Macro::optional_map) return some(result);
  return as_optional(result) ? result : make_error_value(ErrorCode::no_such_overload);
}

const Value& evaluate(Evaluation& evaluation, std::uint32_t index, Value& storage) {
  const Node& node = evaluation.node(index);
  switch (node.kind) {
    case NodeKind::has:
      return storage = tested(evaluation, index);
    case NodeKind::map:
      return storage = mapped(evaluation, index);
    case NodeKind::macro:
      return storage = node.macro == Macro::transform_map || node.macro == Macro::transform_map_entry
                           ? made_map(evaluation, index)
                           : made_optional(evaluation, index);
    default:
      return selected(evaluation, index, storage);
  }
}

Value comparison(Operator operation, std::strong_ordering ordering) {
  const bool less = ordering == std::strong_ordering::less;
  const bool greater = ordering == std::strong_ordering::greater;
  switch (operation) {
    case Operator::less:
      return {less};
    case Operator::less_equal:
      return {!greater};
    case Operator::greater:
      return {greater};
    case Operator::greater_equal:
      return {!less};
    default:
      return make_error_value(ErrorCode::no_such_overload);
  }
}

bool is_order(Operator operation) {
  return operation >= Operator::less && operation <= Operator::greater_equal;
}

std::optional<Value> combine(Operator operation, const Value& left, const Value& right) {
  const auto* const left_moment = std::get_if<Timestamp>(&left.content);
  const auto* const left_span = std::get_if<Duration>(&left.content);
  const auto* const right_moment = std::get_if<Timestamp>(&right.content);
  const auto* const right_span = std::get_if<Duration>(&right.content);
  if (is_order(operation)) {
    if (left_moment && right_moment) return comparison(operation, order(*left_moment, *right_moment));
    if (left_span && right_span) return comparison(operation, order(*left_span, *right_span));
  }
  if (operation == Operator::add) {
    if (left_moment && right_span) return add(*left_moment, *right_span);
    if (left_span && right_moment) return add(*right_moment, *left_span);
    if (left_span && right_span) return add(*left_span, *right_span);
  }
  if (operation == Operator::subtract) {
    if (left_moment && right_moment) return subtract(*left_moment, *right_moment);
    if (left_moment && right_span) return subtract(*left_moment, *right_span);
    if (left_span && right_span) return subtract(*left_span, *right_span);
  }
  return std::nullopt;
}

constexpr Extension extension = {evaluate, combine};

}  // namespace

const Extension& cel_extension() {
  return extension;
}

}  // namespace tianbao::expression
