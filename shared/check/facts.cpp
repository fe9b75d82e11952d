#include "shared/check/facts.h"

#include <optional>

#include "shared/check/cause.h"
#include "shared/check/compute.h"
#include "shared/check/value_facts.h"
#include "shared/check/wording.h"
#include "shared/text/read.h"

namespace tianbao::check {
namespace {

using document::Cell;
using document::CellState;

/// How to answer when there is nothing to report: 0 where something is counted, 无 where that is allowed. A
/// cell that must be filled under a condition is not told of 无: an answer has said that there is something.
std::string nothing_to_report(const form::Field& field) {
  const bool is_conditional = field.required && !field.required->slots().empty();
  const bool offers_none = field.allows_none && !is_conditional;
  if (form::is_number(field.type)) {
    return offers_none ? "；没有发生的填 0，没有这一项的填“无”" : "；没有发生的填 0";
  }
  return offers_none ? "；没有的填“无”" : "";
}

Finding required_fact(const form::Form& form, std::size_t index) {
  const form::Field& field = form.fields[index];
  return fact(form, index, "required", "没有填写，" + request(field, "") + nothing_to_report(field), {});
}

Finding none_fact(const form::Form& form, std::size_t index, const Cell& cell) {
  const form::Field& field = form.fields[index];
  Parts parts;
  std::string proposal = document::proposal(field, cell);
  if (!proposal.empty()) parts.emplace_back("proposal", std::move(proposal));
  return fact(form, index, "none_not_allowed",
              "这一项不能填“无”，" + request(field, "") + nothing_to_report(field), std::move(parts));
}

/// Digits without number: what read_number takes, but a document cannot hold.
bool has_too_many_digits(const form::Field& field, const Cell& cell) {
  if (!form::is_number(field.type)) return false;
  const text::Reading reading = text::read_number(cell.raw);
  if (reading.state != text::ReadingState::value) return false;
  const std::optional<number::Decimal> amount = number::Decimal::parse(reading.value);
  return !amount || !document::fits_cell(*amount);
}

Finding too_many_digits_fact(const form::Form& form, std::size_t index, const std::string& introduction,
                             const std::string& request, const std::string& found) {
  const std::string digits = std::to_string(document::max_number_digits);
  const std::string places = std::to_string(document::max_number_decimal_places);
  return fact(form, index, "too_many_digits",
              introduction + "位数过多，最多 " + digits + " 位数字、" + places + " 位小数，" + request,
              {{"found", found}, {"max_digits", digits}, {"max_decimal_places", places}});
}

Finding unread_fact(const form::Form& form, std::size_t index, const Cell& cell) {
  const form::Field& field = form.fields[index];
  const std::string found = "读到" + quoted(cell.raw) + "，";
  if (has_too_many_digits(field, cell)) {
    return too_many_digits_fact(form, index, found, "请核对后改正", cell.raw);
  }
  const std::string proposal = document::proposal(field, cell);
  Parts parts = {{"found", cell.raw}};
  if (!proposal.empty()) parts.emplace_back("proposal", proposal);
  // A file may hold a figure as text, or more of a text than fits: readable, but not yet read.
  const bool readable = document::read_cell(field, cell.raw).state == CellState::value;
  const std::string fault = readable ? "没有作为这一项的值读入" : std::string(reading_fault(field.type));
  const std::string way_out = form::is_number(field.type) ? "" : nothing_to_report(field);
  return fact(form, index, "unread", found + fault + "，" + request(field, proposal) + way_out,
              std::move(parts));
}

/// Whether the cell says what a cell that does not apply should say: nothing, 无, 0 or 否.
bool says_nothing(const Cell& cell) {
  if (cell.state != CellState::value) return true;
  if (const bool* const answer = std::get_if<bool>(&cell.value)) return !*answer;
  if (const auto* const amount = std::get_if<number::Decimal>(&cell.value)) return amount->is_zero();
  return false;
}

Finding not_applicable_fact(const form::Form& form, std::size_t index, const Cell& cell) {
  const form::Field& field = form.fields[index];
  const std::string found = document::display(field, cell);
  Finding finding = fact(form, index, "not_applicable_filled",
                         "按其他项的填写，这一项不适用，但填写了" + quoted(found) +
                             "。请清空这一项，或者改正使它适用的项；确需保留的，请写说明",
                         {{"found", found}});
  finding.severity = form::Severity::warning;
  finding.explain = form::Explain::required;
  return finding;
}

/// Nobody has to act on it: what can be mended has a finding of its own.
Finding undecided_fact(const Bound& bound, std::size_t index, std::string_view code,
                       const expression::Program& program, const Cause& cause) {
  const std::string_view words = code == "relevant_undecided" ? "暂时不能判断这一项是否适用："
                                 : code == "required_undecided" ? "暂时不能判断这一项是否必须填写："
                                                                : "暂时算不出结果：";
  Parts parts = {{"reason", std::string(cause.code)}};
  for (const std::size_t slot : program.slots()) {
    parts.emplace_back(slot_name(bound.form, slot), slot_text(bound, slot));
  }
  Finding finding = fact(bound.form, index, code, std::string(words) + cause.text, std::move(parts));
  finding.severity = form::Severity::notice;
  finding.verdict = Verdict::undecided;
  return finding;
}

/// Of an expression of the cell that ended in that error; whether there is something to be told.
bool add_undecided(const Bound& bound, std::size_t index, std::string_view code,
                   const expression::Program& program, expression::ErrorCode error,
                   std::vector<Finding>& findings) {
  if (is_found_elsewhere(bound, error, program.slots())) return false;
  const Cause cause = cause_of(bound, error, program.slots());
  findings.push_back(undecided_fact(bound, index, code, program, cause));
  return true;
}

/// The error of a condition that could not be decided.
expression::ErrorCode error_of(const expression::Program& condition, const Bound& bound) {
  const expression::Value value = expression::evaluate(condition, bound.slots);
  return value.error() ? value.error()->code : expression::ErrorCode::no_such_overload;
}

Cause unreadable_cause(const form::Field& field, const std::string& text) {
  if (text.size() > document::max_cell_bytes) return {"too_long", "算出的文字过长"};
  return {"unreadable", "算出" + quoted(text) + "，" + std::string(reading_fault(field.type))};
}

/// What is stored has to be what its expression gives.
void compare_computed(const Bound& bound, std::size_t index, const Cell& computed,
                      std::vector<Finding>& findings) {
  const form::Field& field = bound.form.fields[index];
  const Cell& stored = bound.document.cells[index];
  if (stored.state == computed.state && stored.value == computed.value) return;
  const std::string found = document::display(field, stored);
  const std::string expected = document::display(field, computed);
  const std::string should = expected.empty() ? "现在还算不出结果，应为空白" : "按公式应为 " + expected;
  findings.push_back(
      fact(bound.form, index, "computed_differs",
           (found.empty() ? "没有计算结果" : "读到" + quoted(found)) + "，" + should + "，请重新计算",
           {{"found", found}, {"expected", expected}}));
}

/// Computed cells are stored, recomputed by every reader, and a difference is an error. Where nothing can be
/// computed that is said, unless something has been told of the cell already.
void add_computed_fact(const Bound& bound, std::size_t index, bool is_told, std::vector<Finding>& findings) {
  const form::Field& field = bound.form.fields[index];
  const Computed computed = compute(bound, index);
  compare_computed(bound, index, computed.cell, findings);
  switch (computed.outcome) {
    case ComputedOutcome::known:
      break;
    case ComputedOutcome::undecided:
      if (!is_told) {
        add_undecided(bound, index, "computed_undecided", *field.computed, computed.error, findings);
      }
      break;
    case ComputedOutcome::too_large:
      findings.push_back(too_many_digits_fact(bound.form, index, "按公式算出 " + computed.result + "，",
                                              "请核对所依据的各项", computed.result));
      break;
    case ComputedOutcome::unreadable:
      if (!is_told) {
        findings.push_back(undecided_fact(bound, index, "computed_undecided", *field.computed,
                                          unreadable_cause(field, computed.result)));
      }
      break;
  }
}

}  // namespace

void add_facts(const Bound& bound, std::size_t index, std::vector<Finding>& findings) {
  const form::Form& form = bound.form;
  const form::Field& field = form.fields[index];
  const Cell& cell = bound.document.cells[index];
  if (cell.state == CellState::unread) {
    findings.push_back(unread_fact(form, index, cell));
    return;
  }
  if (!bound.relevant[index]) {
    if (!says_nothing(cell)) findings.push_back(not_applicable_fact(form, index, cell));
    return;
  }
  const bool is_told =
      bound.waits[index] && add_undecided(bound, index, "relevant_undecided", *field.relevant,
                                          error_of(*field.relevant, bound), findings);
  if (cell.state == CellState::blank) {
    if (bound.required[index]) findings.push_back(required_fact(form, index));
    if (bound.may_be_required[index]) {
      add_undecided(bound, index, "required_undecided", *field.required, error_of(*field.required, bound),
                    findings);
    }
  }
  if (cell.state == CellState::none && !field.allows_none) findings.push_back(none_fact(form, index, cell));
  if (cell.state == CellState::value) add_value_facts(form, index, cell, findings);
  if (field.computed) add_computed_fact(bound, index, is_told, findings);
}

}  // namespace tianbao::check
