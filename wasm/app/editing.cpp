#include <algorithm>
#include <string>
#include <utility>

#include "shared/text/normalize.h"
#include "shared/text/utf8.h"
#include "wasm/app/control_ids.h"
#include "wasm/app/steps.h"

namespace tianbao::app {
namespace {

/// From the first change that the server has not until the draft is sent: not for every digit, but also while
/// somebody types without a pause.
constexpr std::uint32_t draft_delay_ms = 3'000;

/// What the server found there was about another value.
void forget_server_findings(Report& report, std::size_t field) {
  auto& findings = report.server_findings;
  findings.erase(std::remove_if(findings.begin(), findings.end(),
                                [field](const check::Finding& finding) {
                                  return std::find(finding.fields.begin(), finding.fields.end(), field) !=
                                         finding.fields.end();
                                }),
                 findings.end());
}

void check_change(Report& report, const check::Change& change) {
  report.checked.update(report.form, report.document, report.document.context, {&change, 1});
}

void cell_changed(State& state, Effects& effects, std::size_t field) {
  cells_changed(state, effects, {&field, 1});
}

/// Choices in the form's order, whatever the order of the ticks.
document::ChoiceIds ordered(const form::Field& field, const document::ChoiceIds& ticked) {
  document::ChoiceIds ids;
  for (const form::Choice& choice : field.choices) {
    if (std::find(ticked.begin(), ticked.end(), choice.id) != ticked.end()) ids.push_back(choice.id);
  }
  return ids;
}

/// As read_cell leaves choices: blank only when there is neither a tick nor a text on the line of 其他.
void tick(const form::Field& field, document::Cell& cell, const std::string& choice, bool ticked) {
  document::ChoiceIds ids;
  if (const auto* const old = std::get_if<document::ChoiceIds>(&cell.value)) ids = *old;
  ids.erase(std::remove(ids.begin(), ids.end(), choice), ids.end());
  if (ticked) ids.push_back(choice);
  ids = ordered(field, ids);
  cell.raw.clear();
  if (ids.empty() && cell.other.empty()) {
    cell.state = document::CellState::blank;
    cell.value = std::monostate();
  } else {
    cell.state = document::CellState::value;
    cell.value = std::move(ids);
  }
}

bool is_ticked(const document::Cell& cell, const std::string& choice) {
  const auto* const ids = std::get_if<document::ChoiceIds>(&cell.value);
  return ids != nullptr && std::find(ids->begin(), ids->end(), choice) != ids->end();
}

document::Explanation* mutable_explanation(document::Document& document, std::string_view code,
                                           std::string_view cell) {
  const document::Explanation* const found = find_explanation(document, code, cell);
  if (found == nullptr) return nullptr;
  return &document.explanations[static_cast<std::size_t>(found - document.explanations.data())];
}

/// What the server asked a 说明 for is explained now, or is not any more; it judges when it is sent again.
void note_explained(Report& report, std::string_view code, std::string_view cell, bool is_written) {
  for (check::Finding& finding : report.server_findings) {
    if (finding.code != code || report.form.fields[finding.fields.front()].address != cell) continue;
    finding.explanation = is_written ? check::ExplanationState::given : check::ExplanationState::missing;
  }
}

void erase_explanation(document::Document& document, std::string_view code, std::string_view cell) {
  auto& all = document.explanations;
  all.erase(std::remove_if(
                all.begin(), all.end(),
                [&](const document::Explanation& each) { return each.code == code && each.cell == cell; }),
            all.end());
}

}  // namespace

document::Cell* editable_cell(State& state, std::size_t field) {
  if (!can_edit(state)) return nullptr;
  Report& report = *state.report;
  if (field >= report.document.cells.size() || report.form.fields[field].computed.has_value()) return nullptr;
  return &report.document.cells[field];
}

void cells_changed(State& state, Effects& effects, std::span<const std::size_t> fields) {
  Report& report = *state.report;
  std::vector<check::Change> changes;
  for (const std::size_t field : fields) {
    forget_server_findings(report, field);
    changes.push_back({field});
  }
  state.notice = {};
  report.checked.update(report.form, report.document, report.document.context, changes);
  document_changed(state, effects);
}

void check_again(Report& report) {
  report.checked.restart(report.form, report.document, report.document.context);
}

void keep_draft(State& state, Effects& effects, std::string_view key) {
  Draft* const draft = find_draft(state, key);
  if (draft == nullptr) return;
  if (Report* const report = find_report(state, key)) {
    draft->document = document::write(report->document, report->form);
    if (!owns_record(*report)) return;
    report->local_save = LocalSave::saving;
  }
  draft->saved_at = state.now;
  draft->is_kept = false;
  draft->saving.push_back(write_draft(*draft));
  effects.emplace_back(SaveLocal{std::string(key), draft->saving.back(), true});
}

void document_changed(State& state, Effects& effects) {
  Report& report = *state.report;
  Draft& draft = *find_draft(state, report.key);
  draft.unsent = true;
  report.refusal.clear();
  report.filled.reset();
  report.removed_row.reset();
  drop_held(state, RequestPurpose::send_submission, report.key);
  if (!draft.pending.is_null() && !is_in_flight(state, RequestPurpose::send_submission, report.key)) {
    tell(state, effects, "内容已修改，" + withdraw_submission(draft), NoticeKind::waiting);
  }
  keep_draft(state, effects, report.key);
  if (report.send_is_due) return;
  report.send_is_due = true;
  effects.emplace_back(SetTimer{Timer::send_draft, draft_delay_ms});
}

void type(State& state, Effects& effects, const Typed& typed) {
  document::Cell* const cell = editable_cell(state, typed.field);
  if (cell == nullptr) return;
  const form::Field& field = state.report->form.fields[typed.field];
  state.editing = Editing{cell_id(field.address), typed.text};
  *cell = document::read_cell(field, typed.text);
  cell_changed(state, effects, typed.field);
}

void type_other(State& state, Effects& effects, const OtherTyped& typed) {
  document::Cell* const cell = editable_cell(state, typed.field);
  if (cell == nullptr) return;
  const form::Field& field = state.report->form.fields[typed.field];
  const form::Choice* const other = form::other_choice(field);
  if (other == nullptr) return;
  state.editing = Editing{other_id(field.address), typed.text};
  cell->other = text::beginning(text::clean_prose(typed.text), document::max_cell_bytes);
  // Writing on the line says that the box is meant; the form asks for both. Clearing it takes nothing back.
  if (field.type == form::FieldType::many_choices) {
    tick(field, *cell, other->id, !cell->other.empty() || is_ticked(*cell, other->id));
  }
  cell_changed(state, effects, typed.field);
}

void choose(State& state, Effects& effects, const Chosen& chosen) {
  document::Cell* const cell = editable_cell(state, chosen.field);
  if (cell == nullptr) return;
  const form::Field& field = state.report->form.fields[chosen.field];
  if (field.type == form::FieldType::many_choices) {
    tick(field, *cell, chosen.choice, chosen.ticked);
  } else if (!chosen.ticked) {
    return;  // of radio buttons the one that is chosen tells
  } else {
    cell->state = document::CellState::value;
    cell->raw.clear();
    if (field.type == form::FieldType::yes_no) {
      cell->value = chosen.choice == "yes";
    } else {
      cell->value = chosen.choice;
    }
  }
  cell_changed(state, effects, chosen.field);
}

void type_explanation(State& state, Effects& effects, const ExplanationTyped& typed) {
  if (!can_edit(state)) return;
  Report& report = *state.report;
  const check::Finding* const finding = find_finding(report, typed.code, typed.cell);
  if (finding == nullptr) return;
  state.editing = Editing{explanation_id(typed.code, typed.cell), typed.text};
  std::string text = text::clean_prose(typed.text);
  const bool is_written = !text.empty();
  if (!is_written) {
    erase_explanation(report.document, typed.code, typed.cell);
  } else {
    document::Explanation* explanation = mutable_explanation(report.document, typed.code, typed.cell);
    if (explanation == nullptr) {
      if (report.document.explanations.size() == document::max_explanations) return;
      explanation = &report.document.explanations.emplace_back();
      explanation->code = typed.code;
      explanation->cell = typed.cell;
    }
    explanation->values = check::explained_values(*finding, report.form, report.document);
    explanation->text = text::beginning(text, document::max_cell_bytes);
  }
  note_explained(report, typed.code, typed.cell, is_written);
  state.notice = {};
  check_change(report, {finding->fields.front(), typed.code});
  document_changed(state, effects);
}

void leave_control(State& state, Effects&, const ControlLeft& left) {
  if (state.editing.has_value() && state.editing->id == left.id) state.editing.reset();
}

void take_proposal(State& state, Effects& effects, const ProposalTaken& taken) {
  document::Cell* const cell = editable_cell(state, taken.field);
  if (cell == nullptr) return;
  const form::Field& field = state.report->form.fields[taken.field];
  const std::string value = document::proposal(field, *cell);
  if (value.empty()) return;
  std::string typed = document::as_typed(field, *cell);
  *cell = document::read_cell(field, value);
  cell->raw = std::move(typed);
  state.editing.reset();
  effects.emplace_back(Focus{cell_id(field.address)});
  cell_changed(state, effects, taken.field);
}

void clear_answer(State& state, Effects& effects, const AnswerCleared& cleared) {
  document::Cell* const cell = editable_cell(state, cleared.field);
  if (cell == nullptr) return;
  *cell = document::Cell{};
  effects.emplace_back(Focus{cell_id(state.report->form.fields[cleared.field].address)});
  cell_changed(state, effects, cleared.field);
}

void keep_explanation(State& state, Effects& effects, const ExplanationKept& kept) {
  if (!can_edit(state)) return;
  Report& report = *state.report;
  const check::Finding* const finding = find_finding(report, kept.code, kept.cell);
  document::Explanation* const explanation = mutable_explanation(report.document, kept.code, kept.cell);
  if (finding == nullptr || explanation == nullptr) return;
  explanation->values = check::explained_values(*finding, report.form, report.document);
  note_explained(report, kept.code, kept.cell, true);
  effects.emplace_back(Focus{explanation_id(kept.code, kept.cell)});
  check_change(report, {finding->fields.front(), kept.code});
  document_changed(state, effects);
}

}  // namespace tianbao::app
