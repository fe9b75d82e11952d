// Two tabs of one browser share what is kept on the device. Neither asks the other, which may have crashed: a
// record is only ever written over what its writer has seen, and whoever comes too late stops.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "wasm/app/control_ids.h"
#include "wasm/app/steps.h"

namespace tianbao::app {
namespace {

void forget_draft(State& state, std::string_view key) {
  state.drafts.erase(std::remove_if(state.drafts.begin(), state.drafts.end(),
                                    [key](const Draft& draft) { return draft_key(draft) == key; }),
                     state.drafts.end());
}

/// The other tab has changed it: from here on this one only shows what it has.
void stop_editing(State& state, Effects& effects) {
  const std::string& key = state.report->key;
  state.report->local_save = LocalSave::elsewhere;
  state.editing.reset();
  state.conflict.reset();
  state.screen = Screen::fill;
  const auto is_its = [&key](const InFlight& flight) { return flight.key == key; };
  state.in_flight.erase(std::remove_if(state.in_flight.begin(), state.in_flight.end(), is_its),
                        state.in_flight.end());
  effects.emplace_back(Focus{std::string(page_title_id)});
  Draft& draft = *find_draft(state, key);
  draft.is_overtaken = true;
  if (draft.pending.is_null()) return;
  draft.pending = json::Value();
  tell(state, effects, "本页的提交可能没有送达；请到那一页核对，需要时重新提交。", NoticeKind::problem);
}

/// The record that another tab has written over ours. With the same answers as we had there it has only been
/// opened, sent or submitted: we go on from it with what has been done here since.
void settle_contest(State& state, Effects& effects, Draft& mine, Draft theirs) {
  LocalSave& local_save = state.report->local_save;
  const std::optional<Draft> before = read_draft(mine.kept);
  if (local_save != LocalSave::contested || !before.has_value() ||
      !same_answers(before->document, theirs.document)) {
    return;
  }
  local_save = LocalSave::saved;
  const bool has_news = write_draft(mine) != mine.kept;
  if (mine.parent == before->parent && mine.submitted_at == before->submitted_at) {
    mine.parent = theirs.parent;
    mine.submitted_at = theirs.submitted_at;
    mine.revised = theirs.revised;
  }
  for (const std::string& digest : theirs.unanswered) remember_unanswered(mine, digest);
  const bool is_pending_here = !(mine.pending == before->pending);
  if (!is_pending_here) mine.pending = std::move(theirs.pending);
  if (same_answers(mine.document, theirs.document)) {
    mine.unsent = !mine.pending.is_null() || (mine.unsent && theirs.unsent);
  } else if (!is_pending_here && before->pending.is_null() && !mine.pending.is_null()) {
    tell(state, effects, "内容已修改，" + withdraw_submission(mine), NoticeKind::waiting);
  }
  mine.kept = std::move(theirs.kept);
  mine.saving.clear();
  mine.is_kept = true;
  if (has_news) keep_draft(state, effects, state.report->key);
  send_waiting(state, effects, state.report->key);
}

/// It has written the record of that key, which is read again to see what.
void note_other_tab(State& state, Effects& effects, const std::string& key) {
  if (!state.site.has_value()) return;
  if (Report* const report = find_report(state, key)) {
    if (!owns_record(*report)) return;
    report->local_save = LocalSave::contested;
  } else {
    const Draft* const draft = find_draft(state, key);
    if (draft != nullptr && draft->is_overtaken) return;
    forget_draft(state, key);
    if (opening_key(state) == key) state.opening->local_read = false;
  }
  effects.emplace_back(LoadLocal{key});
}

}  // namespace

void take_local_draft(State& state, Effects& effects, const LocalLoaded& loaded) {
  std::optional<Draft> draft = read_draft(loaded.text);
  if (!draft.has_value() || draft_key(*draft) != loaded.key) {
    effects.emplace_back(SaveLocal{"damaged/" + loaded.key, loaded.text});
    tell(state, effects, "本机保存的一份草稿已损坏，不能继续填写；原文另行保留在本机。", NoticeKind::problem);
    return;
  }
  if (!state.site.has_value() || draft->subject != state.site->code) return;
  draft->is_kept = true;
  draft->kept = loaded.text;
  Draft* const known = find_draft(state, loaded.key);
  if (known == nullptr) {
    state.drafts.push_back(std::move(*draft));
    return;
  }
  if (find_report(state, loaded.key) != nullptr) {
    settle_contest(state, effects, *known, std::move(*draft));
  } else if (known->saving.empty()) {  // else what was read has been followed by that
    *known = std::move(*draft);
  }
}

void list_local_drafts(State& state, Effects& effects, std::string_view prefix) {
  Report* const report = find_report(state, prefix);
  if (report != nullptr) {
    if (report->local_save == LocalSave::contested) stop_editing(state, effects);
    return;
  }
  if (opening_key(state) == prefix) {
    local_draft_read(state, effects);
  } else if (find_draft(state, prefix) == nullptr) {
    resume(state, effects);
  } else {
    send_submission(state, effects, prefix);
  }
}

void note_local_save(State& state, Effects& effects, const LocalSaved& saved) {
  if (saved.result == SaveResult::elsewhere) return note_other_tab(state, effects, saved.key);
  Draft* const draft = find_draft(state, saved.key);
  if (draft == nullptr || draft->saving.empty()) return;
  const bool is_saved = saved.result == SaveResult::saved;
  if (is_saved) draft->kept = std::move(draft->saving.front());
  draft->saving.erase(draft->saving.begin());
  if (!draft->saving.empty()) return;  // what follows says all of this one too
  draft->is_kept = is_saved;
  Report* const report = find_report(state, saved.key);
  if (report == nullptr || report->local_save != LocalSave::saving) return;
  report->local_save = is_saved ? LocalSave::saved : LocalSave::failed;
}

void take_over(State& state, Effects& effects) {
  if (!state.report.has_value() || state.report->local_save != LocalSave::elsewhere) return;
  const Draft& draft = *find_draft(state, state.report->key);
  open_report(state, effects, ReportOpened{draft.form_id, draft.period});
}

json::Value let_go_if_overtaken(State& state, std::string_view key) {
  Draft* const draft = find_draft(state, key);
  if (draft == nullptr || !draft->is_overtaken) return {};
  json::Value document = std::move(draft->document);
  const std::optional<Draft> kept = read_draft(draft->kept);
  forget_draft(state, key);
  // What it had kept is what the other tab went on from.
  if (kept.has_value() && same_answers(document, kept->document)) return {};
  return document;
}

}  // namespace tianbao::app
