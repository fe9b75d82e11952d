#include <utility>

#include "shared/expression/comparison.h"
#include "shared/expression/evaluation.h"
#include "shared/expression/logic.h"

namespace tianbao::expression {
namespace {

std::size_t count_items(const Value& range) {
  if (const List* const list = range.list()) return list->size();
  return range.map()->entries.size();
}

}  // namespace

/// Sets the variables to every item of the range in turn and calls `step`, which returns whether to go on.
/// The result is the error that kept the loop from its end, or else no error: null.
template <typename Step>
Value Evaluation::each_item(std::uint32_t index, Step step) {
  const Node& node = program_.nodes_[index];
  const std::uint32_t range_index = operands(node)[0].node;
  Value range_storage;
  const Value& range = evaluate(range_index, range_storage);
  if (range.error()) return range;
  if (!range.list() && !range.map()) return make_error_value(ErrorCode::no_such_overload);
  const std::size_t count = count_items(range);
  for (std::size_t position = 0; position < count; ++position) {
    // The nodes of what is evaluated stand between those of the range and the macro.
    if (!spend(index - range_index)) return make_error_value(ErrorCode::too_costly);
    const Value number{static_cast<std::int64_t>(position)};
    const MapEntry* const entry = range.map() ? &range.map()->entries[position] : nullptr;
    const Value& item = entry ? entry->value : (*range.list())[position];
    const Value& key = entry ? entry->key : number;
    variables_[node.index] = node.two_variables || entry ? &key : &item;
    if (node.two_variables) variables_[node.index + 1] = &item;
    if (!step()) break;
  }
  return {Null{}};
}

const Value& Evaluation::macro(std::uint32_t index, Value& storage) {
  const Node& node = program_.nodes_[index];
  switch (node.macro) {
    case Macro::all:
    case Macro::exists:
      return storage = quantified(index);
    case Macro::exists_one:
      return storage = exists_one(index);
    case Macro::map:
    case Macro::filter:
    case Macro::transform_list:
      return storage = made_list(index);
    case Macro::transform_map:
    case Macro::transform_map_entry:
      return storage = made_map(index);
    case Macro::bind: {
      Value bound_storage;
      variables_[node.index] = &evaluate(operands(node)[0].node, bound_storage);
      Value result_storage;
      Value result = evaluate(operands(node)[1].node, result_storage);
      return storage = std::move(result);
    }
    case Macro::optional_map:
    case Macro::optional_flat_map:
      return storage = made_optional(index);
    case Macro::none:
      break;
  }
  return storage = make_error_value(ErrorCode::unknown);
}

Value Evaluation::quantified(std::uint32_t index) {
  const Node& node = program_.nodes_[index];
  Junction junction(node.macro == Macro::exists);
  Value storage;
  const Value end =
      each_item(index, [&] { return !junction.take(evaluate(operands(node)[1].node, storage)); });
  return end.error() ? end : junction.result();
}

/// Unlike the other two no item can make up for another's error.
Value Evaluation::exists_one(std::uint32_t index) {
  const Node& node = program_.nodes_[index];
  std::size_t count = 0;
  Value failure{Null{}};
  const Value end = each_item(index, [&] {
    Value storage;
    const Value& holds = evaluate(operands(node)[1].node, storage);
    if (const bool* const boolean = holds.boolean()) {
      count += *boolean ? 1 : 0;
      return true;
    }
    failure = holds.error() ? holds : make_error_value(ErrorCode::no_such_overload);
    return false;
  });
  if (end.error()) return end;
  return failure.error() ? failure : Value{count == 1};
}

/// map, filter and transformList; the first two expressions of three are a filter and a result.
Value Evaluation::made_list(std::uint32_t index) {
  const Node& node = program_.nodes_[index];
  const bool is_filter = node.macro == Macro::filter;
  const bool has_condition = is_filter || node.operand_count == 3;
  List items;
  Value failure{Null{}};
  const Value end = each_item(index, [&] {
    Value storage;
    if (has_condition) {
      const Value& holds = evaluate(operands(node)[1].node, storage);
      const bool* const boolean = holds.boolean();
      if (!boolean) failure = holds.error() ? holds : make_error_value(ErrorCode::no_such_overload);
      if (!boolean || !*boolean) return boolean != nullptr;
    }
    const Value& item = is_filter ? *variables_[node.index] : evaluate(operands(node).back().node, storage);
    if (item.error() || !spend_on(item)) {
      failure = item.error() ? item : make_error_value(ErrorCode::too_costly);
      return false;
    }
    items.push_back(item);
    return true;
  });
  if (end.error()) return end;
  return failure.error() ? failure : Value{std::move(items)};
}

/// transformMap gives each key a new value, transformMapEntry each entry a map of its own.
Value Evaluation::made_map(std::uint32_t index) {
  const Node& node = program_.nodes_[index];
  const bool has_condition = node.operand_count == 3;
  Map made;
  Value failure{Null{}};
  const auto add = [&](const Value& key, const Value& value) {
    if (find(made, key)) {
      failure = make_error_value(ErrorCode::invalid_argument);
    } else if (!spend_on(value)) {
      failure = make_error_value(ErrorCode::too_costly);
    } else {
      made.entries.push_back({key, value});
    }
    return !failure.error();
  };
  const Value end = each_item(index, [&] {
    Value storage;
    if (has_condition) {
      const Value& holds = evaluate(operands(node)[1].node, storage);
      const bool* const boolean = holds.boolean();
      if (!boolean) failure = holds.error() ? holds : make_error_value(ErrorCode::no_such_overload);
      if (!boolean || !*boolean) return boolean != nullptr;
    }
    const Value& result = evaluate(operands(node).back().node, storage);
    if (result.error()) {
      failure = result;
      return false;
    }
    if (node.macro == Macro::transform_map) return add(*variables_[node.index], result);
    if (!result.map()) {
      failure = make_error_value(ErrorCode::no_such_overload);
      return false;
    }
    for (const MapEntry& entry : result.map()->entries) {
      if (!add(entry.key, entry.value)) return false;
    }
    return true;
  });
  if (end.error()) return end;
  return failure.error() ? failure : Value{std::move(made)};
}

Value Evaluation::made_optional(std::uint32_t index) {
  const Node& node = program_.nodes_[index];
  Value range_storage;
  const Value& range = evaluate(operands(node)[0].node, range_storage);
  if (range.error()) return range;
  const auto* const optional = std::get_if<Optional>(&range.content);
  if (!optional) return make_error_value(ErrorCode::no_such_overload);
  if (optional->value.empty()) return range;
  variables_[node.index] = &optional->value.front();
  Value storage;
  const Value& result = evaluate(operands(node)[1].node, storage);
  if (result.error()) return result;
  if (node.macro == Macro::optional_map) return {Optional{{result}}};
  return std::holds_alternative<Optional>(result.content) ? result
                                                          : make_error_value(ErrorCode::no_such_overload);
}

}  // namespace tianbao::expression
