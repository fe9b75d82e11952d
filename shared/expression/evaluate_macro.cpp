#include <utility>

#include "shared/expression/evaluation.h"
#include "shared/expression/logic.h"

namespace tianbao::expression {
const Value& Evaluation::macro(std::uint32_t index, Value& storage) {
  const Node& node = program_.nodes_[index];
  switch (node.macro) {
    case Macro::all:
    case Macro::exists:
      return quantified(index, storage);
    case Macro::exists_one:
      return storage = exists_one(index);
    case Macro::map:
    case Macro::filter:
    case Macro::transform_list:
      return storage = made_list(index);
    case Macro::bind: {
      Value bound_storage;
      variables_[node.index] = &evaluate(operands(node)[0].node, bound_storage);
      Value result_storage;
      const Value& result = evaluate(operands(node)[1].node, result_storage);
      if (!spend_on(result)) return storage = make_error_value(ErrorCode::too_costly);
      Value copy = result;
      return storage = std::move(copy);
    }
    case Macro::transform_map:
    case Macro::transform_map_entry:
    case Macro::optional_map:
    case Macro::optional_flat_map:
      return extended(index, storage);
    case Macro::none:
      break;
  }
  return storage = make_error_value(ErrorCode::unknown);
}

const Value& Evaluation::quantified(std::uint32_t index, Value& storage) {
  const Node& node = program_.nodes_[index];
  Junction junction(node.macro == Macro::exists);
  Value end = each_item(index, [&] { return !junction.take(evaluate(operands(node)[1].node, storage)); });
  if (end.error()) return storage = end;
  junction.put(storage);
  return storage;
}

/// Unlike the other two no item can make up for another's error.
Value Evaluation::exists_one(std::uint32_t index) {
  const Node& node = program_.nodes_[index];
  std::size_t count = 0;
  Value failure{Null{}};
  Value end = each_item(index, [&] {
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
  Value end = each_item(index, [&] {
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

}  // namespace tianbao::expression
