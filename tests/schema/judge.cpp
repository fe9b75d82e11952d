#include "tests/schema/judge.h"

#include <algorithm>
#include <variant>

#include "shared/check/check.h"
#include "shared/document/document.h"
#include "shared/schema/schema.h"
#include "shared/text/characters.h"

namespace tianbao::testing {
namespace {

using check::Finding;
using document::Cell;
using document::CellState;

/// The form were every field to apply and to be filled by hand, with the requirements that hold then in any
/// case.
form::Form with_all_applying(form::Form form) {
  for (form::Field& field : form.fields) {
    if (field.required && (field.relevant || field.required->source() != "true")) field.required.reset();
    field.relevant.reset();
    field.computed.reset();
  }
  return form;
}

bool are_same(const document::ChoiceIds& ids, const json::Value& written) {
  const json::Array* const array = written.as_array();
  return array != nullptr && array->size() == ids.size() &&
         std::all_of(array->begin(), array->end(), [&](const json::Value& each) {
           return each.as_string() != nullptr &&
                  std::find(ids.begin(), ids.end(), *each.as_string()) != ids.end();
         });
}

/// Whether the reader took the cell as it is written. What it could not read at all is a finding.
bool stands_as_it_means(const Cell& cell, const json::Value& written) {
  if (cell.state == CellState::unread) return true;
  if (cell.state == CellState::none) return written.find("none") != nullptr;
  if (cell.state == CellState::blank) return false;
  const json::Value& value = written.as_object() != nullptr ? *written.find("value") : written;
  if (const auto* const ids = std::get_if<document::ChoiceIds>(&cell.value)) return are_same(*ids, value);
  Cell bare;
  bare.state = CellState::value;
  bare.value = cell.value;
  return document::write_cell(bare) == value;
}

/// What a cell may say that does not apply.
bool says_nothing(const Cell& cell) {
  const auto* const amount = std::get_if<number::Decimal>(&cell.value);
  return cell.state == CellState::none || (amount != nullptr && amount->is_zero());
}

/// A number that a document cannot hold, but no larger than the schema takes.
bool is_too_fine(const form::Field& field, const json::Value& written) {
  const json::Value* const value = written.as_object() != nullptr ? written.find("value") : &written;
  const number::Decimal* const amount = value != nullptr ? value->as_number() : nullptr;
  if (field.type != form::FieldType::decimal || amount == nullptr || document::fits_cell(*amount))
    return false;
  const number::Decimal end = number::Decimal::from_integer(1'000'000'000'000'000);
  return (amount->is_negative() ? amount->negated() : *amount) < end;
}

/// Last year's report has to be earlier, and is of a year at all.
bool is_of_another_year(const document::DocumentError& error) {
  return error.code == "wrong_period" && error.pointer == "/context/prior/period" &&
         error.found.size() == 4 && error.found != "0000" && text::is_all_digits(error.found);
}

Structure weight(const Finding& finding, const form::Form& form, const Cell& cell,
                 const json::Value* written) {
  const form::Field& field = form.fields[finding.fields.front()];
  if (finding.code == "decimal_places") return Structure::unsaid;
  const auto& codes = schema::structural_codes;
  if (std::find(codes.begin(), codes.end(), finding.code) == codes.end()) return Structure::valid;
  if (field.relevant && says_nothing(cell)) return Structure::valid;
  return written != nullptr && is_too_fine(field, *written) ? Structure::unsaid : Structure::invalid;
}

const json::Value* written_cell(const json::Value& value, const form::Form& form, std::size_t index) {
  const form::Field& field = form.fields[index];
  const json::Value* const values = value.find("values");
  const json::Value* const section =
      values != nullptr ? values->find(form.sections[field.section].id) : nullptr;
  return section != nullptr ? section->find(field.id) : nullptr;
}

void add(Judgement& judgement, Structure structure, const std::string& reason) {
  if (structure == Structure::valid) return;
  if (judgement.structure != Structure::invalid) judgement.structure = structure;
  judgement.reasons += (judgement.reasons.empty() ? "" : ", ") + reason;
}

}  // namespace

Judgement judge(const json::Value& value, const form::Form& form) {
  Judgement judgement;
  const auto read = document::read(value, form);
  if (!read.ok()) {
    for (const document::DocumentError& error : read.error())
      add(judgement, is_of_another_year(error) ? Structure::unsaid : Structure::invalid,
          error.code + " " + error.pointer);
    return judgement;
  }
  const document::Document& document = read.value();
  for (std::size_t i = 0; i < form.fields.size(); ++i) {
    const json::Value* const written = written_cell(value, form, i);
    if (written != nullptr && !stands_as_it_means(document.cells[i], *written))
      add(judgement, Structure::invalid, "not as written " + form.fields[i].address);
  }
  const check::Outcome outcome = check::check(with_all_applying(form), document, document.context);
  for (const Finding& finding : outcome.findings) {
    const std::size_t field = finding.fields.front();
    const Structure structure =
        weight(finding, form, document.cells[field], written_cell(value, form, field));
    add(judgement, structure, finding.code + " " + form.fields[field].address);
  }
  return judgement;
}

}  // namespace tianbao::testing
