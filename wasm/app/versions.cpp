#include <algorithm>
#include <string>
#include <utility>

#include "wasm/app/control_ids.h"
#include "wasm/app/steps.h"

namespace tianbao::app {
namespace {

std::string shown(const form::Field& field, const document::Cell& cell) {
  std::string text = document::display(field, cell);
  if (cell.state == document::CellState::unread) text += "（未能识别）";
  if (!cell.remark.empty()) text += "（备注：" + cell.remark + "）";
  return text;
}

void add_explanation(const form::Form& form, const std::string& code, const std::string& cell,
                     std::string mine, std::string theirs, std::vector<Difference>& items) {
  const std::optional<std::size_t> field = form.field_index(cell);
  if (!field.has_value() || mine == theirs) return;
  items.push_back({*field, code, std::move(mine), std::move(theirs), Version::undecided});
}

void take_explanation(Report& report, const Difference& item, const document::Document& theirs) {
  const std::string& cell = report.form.fields[item.field].address;
  auto& all = report.document.explanations;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&](const document::Explanation& each) {
                             return each.code == item.code && each.cell == cell;
                           }),
            all.end());
  if (const auto* const other = find_explanation(theirs, item.code, cell)) all.push_back(*other);
}

}  // namespace

std::vector<Difference> differences(const form::Form& form, const document::Document& mine,
                                    const document::Document& theirs) {
  std::vector<Difference> items;
  for (const std::size_t field : document::differing_cells(mine, theirs)) {
    // Nobody's word: it follows from the other cells, whichever stay.
    if (form.fields[field].computed.has_value()) continue;
    items.push_back({field, "", shown(form.fields[field], mine.cells[field]),
                     shown(form.fields[field], theirs.cells[field]), Version::undecided});
  }
  for (const document::Explanation& each : mine.explanations) {
    const auto* const other = find_explanation(theirs, each.code, each.cell);
    add_explanation(form, each.code, each.cell, each.text, other == nullptr ? "" : other->text, items);
  }
  for (const document::Explanation& each : theirs.explanations) {
    if (find_explanation(mine, each.code, each.cell) != nullptr) continue;
    add_explanation(form, each.code, each.cell, "", each.text, items);
  }
  return items;
}

void show_versions(State& state, Effects& effects, Conflict conflict) {
  state.editing.reset();
  state.conflict = std::move(conflict);
  state.screen = Screen::versions;
  effects.emplace_back(Focus{std::string(page_title_id)});
}

void choose_version(State& state, const VersionChosen& chosen) {
  if (!state.conflict.has_value() || chosen.item >= state.conflict->items.size()) return;
  state.conflict->items[chosen.item].stays = chosen.mine ? Version::mine : Version::theirs;
}

void choose_all_versions(State& state, Version version) {
  if (!state.conflict.has_value()) return;
  for (Difference& item : state.conflict->items) item.stays = version;
}

void settle_versions(State& state, Effects& effects) {
  if (!state.conflict.has_value() || !state.report.has_value()) return;
  const auto open = std::find_if(state.conflict->items.begin(), state.conflict->items.end(),
                                 [](const Difference& item) { return item.stays == Version::undecided; });
  if (open != state.conflict->items.end()) {
    const auto number = static_cast<std::size_t>(open - state.conflict->items.begin());
    effects.emplace_back(Focus{"version." + std::to_string(number)});
    tell(state, effects, "还有没选的项，请逐项选定用哪一份。", NoticeKind::problem);
    return;
  }
  const Conflict conflict = std::move(*state.conflict);
  state.conflict.reset();
  Report& report = *state.report;
  for (const Difference& item : conflict.items) {
    if (item.stays == Version::mine) continue;
    if (item.code.empty()) {
      report.document.cells[item.field] = conflict.theirs.cells[item.field];
    } else {
      take_explanation(report, item, conflict.theirs);
    }
  }
  if (conflict.origin == Origin::server) {
    Draft& draft = *find_draft(state, report.key);
    draft.parent = conflict.parent;
    draft.unanswered.clear();
  }
  state.screen = Screen::fill;
  effects.emplace_back(Focus{std::string(page_title_id)});
  tell(state, effects, "已按所选合为一份，请核对后提交。");
  check_again(report);
  document_changed(state, effects);
}

void cancel_versions(State& state, Effects& effects) {
  if (!state.conflict.has_value() || state.conflict->origin == Origin::server) return;
  state.conflict.reset();
  state.screen = Screen::fill;
  effects.emplace_back(Focus{std::string(page_title_id)});
  send_waiting(state, effects, state.report->key);
}

}  // namespace tianbao::app
