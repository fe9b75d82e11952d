#include "shared/check/bind.h"

#include <utility>

#include "shared/flags.h"
#include "shared/text/read.h"

namespace tianbao::check {
namespace {

using document::Cell;
using document::CellState;
using expression::ErrorCode;
using expression::Slot;
using expression::Value;

Slot error_slot(ErrorCode code) {
  return {Value{expression::Error{code}}, false};
}

/// 无: a number reads as 0, a text as "", a list as empty; 是/否 has nothing that it could read as.
Slot none_slot(form::FieldType type) {
  switch (form::expression_type(type)) {
    case expression::Type::decimal:
      return {Value{number::Decimal()}, true};
    case expression::Type::string:
      return {Value{std::string()}, true};
    case expression::Type::list:
      return {Value{expression::List()}, true};
    default:
      return {Value{expression::Error{ErrorCode::no_such_key}}, true};
  }
}

Slot value_slot(form::FieldType type, const document::CellValue& value) {
  if (const bool* const answer = std::get_if<bool>(&value)) return {Value{*answer}, false};
  if (const auto* const amount = std::get_if<number::Decimal>(&value)) return {Value{*amount}, false};
  if (const auto* const text = std::get_if<std::string>(&value)) {
    if (!form::is_list(type)) return {Value{*text}, false};
    expression::List list;
    for (const std::string_view item : text::list_items(*text)) list.push_back(Value{std::string(item)});
    return {Value{std::move(list)}, false};
  }
  if (const auto* const ids = std::get_if<document::ChoiceIds>(&value)) {
    expression::List list;
    for (const std::string& id : *ids) list.push_back(Value{id});
    return {Value{std::move(list)}, false};
  }
  return error_slot(ErrorCode::no_such_key);
}

/// The register may know a site without knowing its address: then that is blank, not unknown.
Slot text_slot(const std::string& text) {
  return text.empty() ? error_slot(ErrorCode::no_such_key) : Slot{Value{text}, false};
}

Slot cell_slot(const form::Field& field, const Cell& cell) {
  switch (cell.state) {
    case CellState::blank:
      return error_slot(ErrorCode::no_such_key);
    case CellState::unread:
      return error_slot(ErrorCode::unread);
    case CellState::none:
      // A 无 that the form does not take has to be mended first: rules about it wait, as for what could not
      // be read.
      return field.allows_none ? none_slot(field.type) : error_slot(ErrorCode::unread);
    case CellState::value:
      break;
  }
  return value_slot(field.type, cell.value);
}

Slot prior_slot(const document::Context& context, const form::Field& field, std::size_t index) {
  switch (context.prior_known) {
    case document::PriorKnown::unknown:
      return error_slot(ErrorCode::unknown);
    case document::PriorKnown::none:
      return error_slot(ErrorCode::no_such_key);
    case document::PriorKnown::present:
      break;
  }
  return index < context.prior.cells.size() ? cell_slot(field, context.prior.cells[index])
                                            : error_slot(ErrorCode::no_such_key);
}

/// Where the identifier in the cell comes from: "" for a code that no table has. An identifier without a
/// code says nothing of it, as a blank one.
Slot region_slot(const Bound& bound, std::size_t index) {
  const expression::Slot& own = bound.slots[index];
  const std::string* const identifier = own.value.string();
  if (identifier == nullptr) return {own.value, false};
  const std::string_view code = region::code_of(*identifier);
  if (code.empty()) return error_slot(ErrorCode::no_such_key);
  const std::optional<std::string_view> place =
      bound.context.regions ? bound.context.regions->place(code) : std::nullopt;
  return place ? Slot{Value{std::string(*place)}, false} : error_slot(ErrorCode::unknown);
}

/// What a condition says; nullopt when it cannot be decided.
std::optional<bool> decide(const expression::Program& program, const Bound& bound) {
  const Value result = expression::evaluate(program, bound.slots);
  const bool* const decided = result.boolean();
  return decided ? std::optional<bool>(*decided) : std::nullopt;
}

}  // namespace

Bound bind_context(const form::Form& form, const document::Document& document,
                   const document::Context& context) {
  const form::Slots slots = form::slots_of(form);
  const std::size_t count = slots.field_count;
  Bound bound{{std::vector<Slot>(slots.count()), Flags(count, true), Flags(count, false), Flags(count, false),
               Flags(count, false)},
              form,
              document,
              context};
  for (std::size_t i = 0; i < count; ++i) {
    bound.slots[slots.prior(i)] = prior_slot(context, form.fields[i], i);
  }
  const Slot unknown = error_slot(ErrorCode::unknown);
  const std::optional<document::Site>& site = context.site;
  for (std::size_t i = 0; i < document::site_facts.size(); ++i) {
    bound.slots[slots.site_code() + i] = site ? text_slot((*site).*document::site_facts[i].text) : unknown;
  }
  bound.slots[slots.today()] = context.today.empty() ? unknown : text_slot(context.today);
  const std::optional<number::Decimal> period = number::Decimal::parse(document.period);
  bound.slots[slots.period()] = period ? Slot{Value{*period}, false} : unknown;
  return bound;
}

void settle(Bound& bound, std::size_t index) {
  const form::Field& field = bound.form.fields[index];
  const std::optional<bool> relevant = field.relevant ? decide(*field.relevant, bound) : true;
  bound.relevant[index] = relevant.value_or(true);
  bound.waits[index] = !relevant;
  bound.slots[index] = bound.relevant[index] ? cell_slot(field, bound.document.cells[index])
                                             : error_slot(ErrorCode::no_such_key);
  if (field.region_slot) bound.slots[*field.region_slot] = region_slot(bound, index);
}

void settle_required(Bound& bound, std::size_t index) {
  const std::optional<expression::Program>& program = bound.form.fields[index].required;
  const bool asks = program && bound.relevant[index] && !bound.waits[index];
  std::optional<bool> required = asks;
  // Of most fields it is the literal, which needs no evaluation.
  if (asks && program->source() != "true") required = decide(*program, bound);
  bound.required[index] = required.value_or(false);
  bound.may_be_required[index] = !required;
}

Bound bind(const form::Form& form, const document::Document& document, const document::Context& context) {
  Bound bound = bind_context(form, document, context);
  for (const std::size_t field : form.dependency_order) settle(bound, field);
  for (std::size_t field = 0; field < form.fields.size(); ++field) settle_required(bound, field);
  return bound;
}

std::string slot_name(const form::Form& form, std::size_t slot) {
  const form::Slots slots{form.fields.size()};
  if (slot < slots.field_count) return form.fields[slot].address;
  if (slot < slots.site_code()) return "prior." + form.fields[slot - slots.field_count].address;
  if (slot >= slots.regions()) {
    return form::region_name(form.fields[form.region_fields[slot - slots.regions()]]);
  }
  return std::string(form::context_names[slot - slots.site_code()]);
}

std::string slot_text(const Bound& bound, std::size_t slot) {
  const form::Slots slots{bound.form.fields.size()};
  if (slot < slots.field_count) {
    return bound.relevant[slot] ? document::display(bound.form.fields[slot], bound.document.cells[slot])
                                : std::string();
  }
  if (slot < slots.site_code()) {
    const std::size_t field = slot - slots.field_count;
    if (field >= bound.context.prior.cells.size()) return {};
    return document::display(bound.form.fields[field], bound.context.prior.cells[field]);
  }
  const Value& value = bound.slots[slot].value;
  if (const std::string* const text = value.string()) return *text;
  return value.decimal() ? value.decimal()->to_string() : std::string();
}

}  // namespace tianbao::check
