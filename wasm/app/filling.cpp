#include <algorithm>
#include <string>
#include <utility>

#include "shared/document/rows.h"
#include "wasm/app/control_ids.h"
#include "wasm/app/offer.h"
#include "wasm/app/steps.h"

namespace tianbao::app {
namespace {

constexpr std::string_view undo_id = "button.undo_fill";

/// Answers a blank cell, unless nobody but a person can.
void answer_none(const form::Field& field, document::Cell& cell) {
  switch (form::none_answer(field)) {
    case form::NoneAnswer::impossible:
      return;
    case form::NoneAnswer::none:
      cell.state = document::CellState::none;
      return;
    case form::NoneAnswer::zero:
      cell.value.emplace<number::Decimal>();
      break;
    case form::NoneAnswer::no:
      cell.value.emplace<bool>(false);
      break;
  }
  cell.state = document::CellState::value;
}

/// Fills blank cells that apply, each behind those that its relevance reads: what does not apply any more
/// because of an answer stays blank. Gives those that were filled.
template <typename Answer>
std::vector<std::size_t> fill_blanks(Report& report, Answer answer) {
  std::vector<std::size_t> filled;
  for (const std::size_t field : report.form.dependency_order) {
    document::Cell& cell = report.document.cells[field];
    if (cell.state != document::CellState::blank || !report.checked.outcome().relevant[field]) continue;
    answer(field, cell);
    if (cell.state == document::CellState::blank) continue;
    const check::Change change{field};
    report.checked.update(report.form, report.document, report.document.context, {&change, 1});
    filled.push_back(field);
  }
  return filled;
}

void keep_filled(State& state, Effects& effects, Filled filled, std::string text) {
  if (filled.fields.empty()) return;
  state.editing.reset();
  cells_changed(state, effects, filled.fields);
  state.report->filled = std::move(filled);
  effects.emplace_back(Announce{std::move(text)});
  effects.emplace_back(Focus{std::string(undo_id)});
}

}  // namespace

void take_offer(State& state, Effects& effects, const OfferTaken& taken) {
  document::Cell* const cell = editable_cell(state, taken.field);
  if (cell == nullptr) return;
  const Report& report = *state.report;
  for (Offer& offer : offers(report.form, report.document, report.checked.outcome(), taken.field)) {
    if (offer.source != taken.source && offer.source != OfferSource::both) continue;
    *cell = std::move(offer.cell);
    state.editing.reset();
    effects.emplace_back(Focus{cell_id(report.form.fields[taken.field].address)});
    cells_changed(state, effects, {&taken.field, 1});
    return;
  }
}

void take_all_offers(State& state, Effects& effects) {
  if (!can_edit(state)) return;
  Report& report = *state.report;
  Filled filled;
  filled.fields = fill_blanks(report, [&report](std::size_t field, document::Cell& cell) {
    std::vector<Offer> known = offers(report.form, report.document, report.checked.outcome(), field);
    // Which of two is right, somebody has to say.
    if (known.size() == 1) cell = std::move(known.front().cell);
  });
  std::string text = "已采用 " + std::to_string(filled.fields.size()) + " 项，可以撤销。";
  keep_filled(state, effects, std::move(filled), std::move(text));
}

void answer_section_none(State& state, Effects& effects, const SectionAnsweredNone& answered) {
  if (!can_edit(state)) return;
  Report& report = *state.report;
  if (answered.section >= report.form.sections.size()) return;
  const form::Section& section = report.form.sections[answered.section];
  if (!section.allows_none) return;
  Filled filled;
  filled.section = answered.section;
  filled.fields = fill_blanks(report, [&](std::size_t field, document::Cell& cell) {
    const form::Field& asked = report.form.fields[field];
    // Rows that are repeated are none by not being there.
    const bool is_asked = document::is_asked(report.form, report.document, field);
    if (asked.section == answered.section && is_asked) answer_none(asked, cell);
  });
  std::string text =
      section.label + "：已填入 " + std::to_string(filled.fields.size()) + " 项（0、否或者无），可以撤销。";
  keep_filled(state, effects, std::move(filled), std::move(text));
}

void undo_fill(State& state, Effects& effects) {
  if (!can_edit(state) || !state.report->filled.has_value()) return;
  Report& report = *state.report;
  const Filled filled = std::move(*report.filled);
  for (const std::size_t field : filled.fields) report.document.cells[field] = document::Cell{};
  cells_changed(state, effects, filled.fields);
  effects.emplace_back(Announce{"已撤销，" + std::to_string(filled.fields.size()) + " 项恢复为空。"});
  effects.emplace_back(
      Focus{filled.section ? "none." + report.form.sections[*filled.section].id : "button.take_all"});
}

}  // namespace tianbao::app
