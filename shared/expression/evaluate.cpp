#include <algorithm>
#include <array>
#include <utility>

#include "shared/expression/alike.h"
#include "shared/expression/arithmetic.h"
#include "shared/expression/comparison.h"
#include "shared/expression/evaluation.h"
#include "shared/expression/extension.h"
#include "shared/expression/logic.h"
#include "shared/expression/weight.h"

namespace tianbao::expression {
namespace {

Value unknown() {
  return make_error_value(ErrorCode::unknown);
}

/// A cell that holds something, be it unreadable, is there; of what the context does not say nothing is
/// known.
Value has_slot(const Slot& slot) {
  const Error* const error = slot.value.error();
  if (!error || error->code == ErrorCode::unread) return {true};
  if (error->code == ErrorCode::no_such_key) return {false};
  return slot.value;
}

Value none_slot(const Slot& slot) {
  const Error* const error = slot.value.error();
  if (error && error->code == ErrorCode::unknown) return slot.value;
  return {slot.none};
}

/// Whether the value consists of at most so many levels of lists, maps and optionals. What looks at all of a
/// value calls itself for each level, and cel.bind() could put as many of them into one another as it likes.
bool nests_within(const Value& value, std::size_t levels) {
  const auto fits = [levels](const Value& item) { return nests_within(item, levels - 1); };
  if (const List* const list = value.list()) {
    return levels > 0 && std::all_of(list->begin(), list->end(), fits);
  }
  if (const Map* const map = value.map()) {
    return levels > 0 && std::all_of(map->entries.begin(), map->entries.end(),
                                     [&](const MapEntry& entry) { return fits(entry.value); });
  }
  const auto* const optional = std::get_if<Optional>(&value.content);
  if (optional == nullptr) return true;
  return levels > 0 && std::all_of(optional->value.begin(), optional->value.end(), fits);
}

enum class Look : std::uint8_t {
  once,      // at all of a value: copying it, looking for something in it
  at_pairs,  // equals(), which looks for every key of a map among all of another's
};

/// In units of about one operation, that a look at the value costs.
std::uint64_t weight(const Value& value, Look look = Look::once) {
  if (const std::string* const string = value.string()) return 1 + string->size() / bytes_per_step;
  if (std::holds_alternative<double>(value.content)) return steps_per_double;
  if (const auto* const bytes = std::get_if<Bytes>(&value.content)) {
    return 1 + bytes->content.size() / bytes_per_step;
  }
  std::uint64_t sum = 1;
  if (const List* const list = value.list()) {
    for (const Value& item : *list) sum += weight(item, look);
  }
  if (const Map* const map = value.map()) {
    for (const MapEntry& entry : map->entries) sum += weight(entry.key) + weight(entry.value, look);
    if (look == Look::at_pairs) sum += map->entries.size() * steps_to_find(*map);
  }
  if (const auto* const optional = std::get_if<Optional>(&value.content)) {
    for (const Value& item : optional->value) sum += weight(item, look);
  }
  return sum;
}

bool is_equality(Operator operation) {
  return operation == Operator::equal || operation == Operator::not_equal;
}

/// What an operator costs: one step where both are small, and no less than its result weighs.
std::uint64_t operator_weight(Operator operation, const Value& left, const Value& right) {
  const Look look = is_equality(operation) || operation == Operator::in ? Look::at_pairs : Look::once;
  return weight(left, look) + weight(right, look) - 1;
}

}  // namespace

Evaluation::Evaluation(const Program& program, std::span<const Slot> slots)
    : program_(program), slots_(slots), variables_(program.variables_.size()) {}

const Value& Evaluation::run(Value& storage) {
  return evaluate(static_cast<std::uint32_t>(program_.nodes_.size() - 1), storage);
}

bool Evaluation::spend(std::uint64_t steps) {
  const bool enough = steps <= steps_left_;
  steps_left_ = enough ? steps_left_ - steps : 0;
  return enough;
}

bool Evaluation::spend_on(const Value& value) {
  return nests_within(value, max_value_depth) && spend(weight(value));
}

const Value& Evaluation::computed(std::uint32_t index, Value& storage) {
  const Node& node = program_.nodes_[index];
  switch (node.kind) {
    case NodeKind::select:
      if (const Value* const member = member_of_named(node)) return *member;
      return extended(index, storage);
    case NodeKind::optional_select:
    case NodeKind::has:
    case NodeKind::map:
    case NodeKind::optional_index:
      return extended(index, storage);
    case NodeKind::has_slot:
      return storage = node.index < slots_.size() ? has_slot(slots_[node.index]) : unknown();
    case NodeKind::none_slot:
      return storage = node.index < slots_.size() ? none_slot(slots_[node.index]) : unknown();
    case NodeKind::negate:
      return storage = negated(node);
    case NodeKind::invert:
      return storage = inverted(node);
    case NodeKind::chain:
      return chained(node, storage);
    case NodeKind::all_of:
      return joined(node, false, storage);
    case NodeKind::any_of:
      return joined(node, true, storage);
    case NodeKind::choice:
      return chosen(node, storage);
    case NodeKind::list:
      return storage = listed(node);
    case NodeKind::index:
      return indexed(index, storage);
    case NodeKind::call:
      return storage = called(node);
    case NodeKind::matches:
      return storage = matched(node);
    case NodeKind::macro:
      return macro(index, storage);
    case NodeKind::slot:  // one that is missing; evaluate() has seen to the others, constants and locals
    case NodeKind::constant:
    case NodeKind::local:
    case NodeKind::name:  // nothing leads there
    case NodeKind::unused:
      break;
  }
  return storage = unknown();
}

/// The member of a map that has a place of its own and holds it, which most do that are asked; nullptr where
/// it takes more to say what there is.
const Value* Evaluation::member_of_named(const Node& node) {
  const Value* const container = named(operands(node)[0].node);
  const Map* const map = container != nullptr ? container->map() : nullptr;
  if (map == nullptr) return nullptr;
  const std::string& name = *program_.constants_[node.index].string();
  std::uint64_t bytes = 0;
  for (const MapEntry& entry : map->entries) {
    const std::string* const key = entry.key.string();
    bytes += bytes_per_entry + (key != nullptr ? key->size() : 0);
    if (key != nullptr && *key == name) return spend(1 + bytes / bytes_per_step) ? &entry.value : nullptr;
  }
  return nullptr;
}

const Value& Evaluation::extended(std::uint32_t index, Value& storage) {
  if (program_.extension_ == nullptr) return storage = make_error_value(ErrorCode::no_such_overload);
  const Value& result = program_.extension_->evaluate(*this, index, storage);
  // One that only refers to a value has made none.
  if (&result != &storage || spend_on(result)) return result;
  return storage = make_error_value(ErrorCode::too_costly);
}

Value Evaluation::negated(const Node& node) {
  Value storage;
  // Two signs take each other away, but for the smallest int, which has no negative.
  Value result = negate(evaluate(operands(node)[0].node, storage));
  return node.index % 2 == 0 ? negate(result) : result;
}

Value Evaluation::inverted(const Node& node) {
  Value storage;
  const Value& operand = evaluate(operands(node)[0].node, storage);
  if (const bool* const boolean = operand.boolean()) return {*boolean != (node.index % 2 == 1)};
  return operand.error() ? operand : make_error_value(ErrorCode::no_such_overload);
}

const Value& Evaluation::chained(const Node& node, Value& storage) {
  const std::span<const Operand> links = operands(node);
  const Value* left = &evaluate(links[0].node, storage);
  Value right_storage;
  for (const Operand& link : links.subspan(1)) {
    if (left->error()) return *left;
    const Value& right = evaluate(link.node, right_storage);
    const bool were_alike = combine_alike(link.before, *left, right, storage);
    if (!spend(were_alike ? 1 : operator_weight(link.before, *left, right))) {
      return storage = make_error_value(ErrorCode::too_costly);
    }
    if (!were_alike) storage = combined(link.before, *left, right);
    left = &storage;
  }
  return *left;
}

Value Evaluation::combined(Operator operation, const Value& left, const Value& right) const {
  if (program_.extension_ != nullptr) {
    if (std::optional<Value> result = program_.extension_->combine(operation, left, right)) return *result;
  }
  if (is_arithmetic(operation)) return calculate(operation, left, right, program_.mode_);
  return compare(operation, left, right);
}

/// CEL also takes a double or uint that is a whole number; a decimal is one more such type.
const Value& Evaluation::indexed(std::uint32_t index, Value& storage) {
  Value list_storage;
  const Value& list = evaluate(operands(index)[0].node, list_storage);
  if (list.error()) return storage = list;
  if (!list.list() && program_.extension_ != nullptr) return extended(index, storage);
  Value position_storage;
  const Value& position = evaluate(operands(index)[1].node, position_storage);
  if (position.error()) return storage = position;
  if (!list.list() || !is_number(position)) return storage = make_error_value(ErrorCode::no_such_overload);
  const std::optional<number::Decimal> number = to_decimal(position);
  const std::optional<std::int64_t> offset = number ? number->to_integer() : std::nullopt;
  const bool inside = offset && *offset >= 0 && static_cast<std::uint64_t>(*offset) < list.list()->size();
  if (!inside) return storage = make_error_value(ErrorCode::invalid_argument);
  const Value& item = (*list.list())[static_cast<std::size_t>(*offset)];
  if (&list != &list_storage) return item;
  Value copy = item;
  return storage = std::move(copy);
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
    } else if (const auto* const optional = std::get_if<Optional>(&item.content)) {
      items.insert(items.end(), optional->value.begin(), optional->value.end());
    } else {
      return make_error_value(ErrorCode::no_such_overload);
    }
  }
  return {std::move(items)};
}

const Value& Evaluation::joined(const Node& node, bool deciding, Value& storage) {
  Junction junction(deciding);
  for (const Operand& operand : operands(node)) {
    if (junction.take(evaluate(operand.node, storage))) break;
  }
  junction.put(storage);
  return storage;
}

const Value& Evaluation::chosen(const Node& node, Value& storage) {
  const Value& condition = evaluate(operands(node)[0].node, storage);
  if (const bool* const boolean = condition.boolean()) {
    return evaluate(operands(node)[*boolean ? 1 : 2].node, storage);
  }
  if (condition.error()) return condition;
  return storage = make_error_value(ErrorCode::no_such_overload);
}

template <std::size_t Capacity>
Value Evaluation::called_with(const Node& node) {
  std::array<Value, Capacity> storage;
  std::array<const Value*, Capacity> pointers{};
  const std::span<const Operand> given = operands(node);
  for (std::size_t index = 0; index < given.size(); ++index) {
    pointers[index] = &evaluate(given[index].node, storage[index]);
    if (pointers[index]->error()) return *pointers[index];
    if (!spend_on(*pointers[index])) return make_error_value(ErrorCode::too_costly);
  }
  const Arguments arguments = std::span(pointers).first(given.size());
  for (const Function& function : program_.functions_[node.index]) {
    if (!accepts(function, arguments)) continue;
    if (function.steps && !spend(function.steps(arguments))) return make_error_value(ErrorCode::too_costly);
    Value result = function.implementation(arguments);
    return spend_on(result) ? result : make_error_value(ErrorCode::too_costly);
  }
  return make_error_value(ErrorCode::no_such_overload);
}

Value Evaluation::called(const Node& node) {
  // Most calls have one or two arguments, and room for more is not made for nothing.
  return node.operand_count <= 2 ? called_with<2>(node) : called_with<max_arguments>(node);
}

Value Evaluation::matched(const Node& node) {
  Value storage;
  const Value& operand = evaluate(operands(node)[0].node, storage);
  if (operand.error()) return operand;
  const std::string* const text = operand.string();
  if (!text) return make_error_value(ErrorCode::no_such_overload);
  const pattern::Pattern& pattern = program_.patterns_[node.index];
  const std::uint64_t steps = steps_to_match(text->size(), pattern.instruction_count());
  return spend(steps) ? Value{pattern.search(*text)} : make_error_value(ErrorCode::too_costly);
}

Value evaluate(const Program& program, std::span<const Slot> slots) {
  if (program.nodes_.empty()) return unknown();
  Evaluation evaluation(program, slots);
  Value storage;
  const Value& result = evaluation.run(storage);
  if (&result == &storage) return storage;
  return result;
}

}  // namespace tianbao::expression
