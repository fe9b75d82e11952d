#include "shared/check/compute.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "shared/check/check.h"
#include "shared/expression/arithmetic.h"

namespace tianbao::check {
namespace {

Computed of_value(document::CellValue value) {
  Computed computed;
  computed.cell.state = document::CellState::value;
  computed.cell.value = std::move(value);
  return computed;
}

Computed of_number(const form::Field& field, const number::Decimal& exact) {
  const number::Decimal rounded = exact.rounded(field.max_decimal_places);
  if (document::fits_cell(rounded)) return of_value(rounded);
  return {ComputedOutcome::too_large, {}, {}, rounded.to_string()};
}

/// As it would be read from a file: the document that is stored and the one that is computed have to agree.
Computed of_text(const form::Field& field, const std::string& text) {
  Computed computed;
  computed.cell = document::read_cell(field, text);
  if (computed.cell.state == document::CellState::unread) return {ComputedOutcome::unreadable, {}, {}, text};
  computed.cell.raw.clear();
  computed.cell.remark.clear();
  return computed;
}

}  // namespace

Computed compute(const Bound& bound, std::size_t index) {
  const form::Field& field = bound.form.fields[index];
  const expression::Value value = expression::evaluate(*field.computed, bound.slots);
  switch (form::expression_type(field.type)) {
    case expression::Type::boolean:
      if (const bool* const answer = value.boolean()) return of_value(*answer);
      break;
    case expression::Type::string:
      if (const std::string* const text = value.string()) return of_text(field, *text);
      break;
    default:
      // An expression of literals alone counts in CEL's int.
      if (const std::optional<number::Decimal> amount = expression::to_decimal(value)) {
        return of_number(field, *amount);
      }
  }
  const expression::Error error =
      value.error() ? *value.error() : expression::Error{expression::ErrorCode::no_such_overload};
  const bool waits_for_answers = error.code == expression::ErrorCode::no_such_key;
  return {waits_for_answers ? ComputedOutcome::known : ComputedOutcome::undecided, {}, error.code, {}};
}

bool settle(Bound& bound, std::size_t index, document::Document& document) {
  const bool applied = bound.relevant[index];
  settle(bound, index);
  const bool applies = bound.relevant[index];
  if (bound.form.fields[index].computed) {
    document::Cell cell = applies ? compute(bound, index).cell : document::Cell();
    if (!(cell == document.cells[index])) {
      document.cells[index] = std::move(cell);
      settle(bound, index);
      return true;
    }
  }
  return applies != applied;
}

void recompute(const form::Form& form, document::Document& document, const document::Context& context) {
  const bool computes = std::any_of(form.fields.begin(), form.fields.end(),
                                    [](const form::Field& field) { return field.computed.has_value(); });
  if (!computes) return;
  Bound bound = bind_context(form, document, context);
  for (const std::size_t field : form.dependency_order) settle(bound, field, document);
}

}  // namespace tianbao::check
