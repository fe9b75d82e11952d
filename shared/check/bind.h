#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/document/document.h"
#include "shared/expression/value.h"
#include "shared/flags.h"
#include "shared/form/form.h"

namespace tianbao::check {

/// A document and its context as the expressions of its form see them.
struct Binding {
  std::vector<expression::Slot> slots;  // as form::Slots numbers them; irrelevant cells are blank
  Flags relevant;                       // by field
  Flags waits;                          // by field: whether it is relevant cannot be decided yet
  Flags required;                       // by field
  Flags may_be_required;                // by field: whether it is required cannot be decided yet
};

/// The same with what it is of. Holds references: `form`, `document` and `context` have to outlive it.
struct Bound : Binding {
  const form::Form& form;
  const document::Document& document;
  const document::Context& context;
};

/// Relevance is decided in the order in which the fields depend on each other, wherever they stand in the
/// form, so that what depends on an irrelevant cell sees it as blank. A relevance that cannot be decided yet
/// (its own cells are blank) leaves the field relevant but asks for nothing: the cell it waits for is asked
/// for first.
Bound bind(const form::Form& form, const document::Document& document, const document::Context& context);

/// What bind begins with: the context, while no field is settled yet.
Bound bind_context(const form::Form& form, const document::Document& document,
                   const document::Context& context);

/// Binds the field's cell, blank when its relevance says that it does not apply. Every field that it depends
/// on is settled.
void settle(Bound& bound, std::size_t field);

/// Decides whether an answer is asked for. Every field is settled.
void settle_required(Bound& bound, std::size_t field);

/// What a slot is called in expressions and in a finding's parts: `release.total`, `prior.release.total`,
/// `today`.
std::string slot_name(const form::Form& form, std::size_t slot);

/// What it holds, for people: as document::display shows a cell; "" for what is blank or unknown.
std::string slot_text(const Bound& bound, std::size_t slot);

}  // namespace tianbao::check
