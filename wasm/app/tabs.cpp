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
}

/// The record that another tab has written over ours. With the same text as we had there it has only been
/// opened or sent: we go on from it with what has been typed here since.
void settle_contest(State& state, Effects& effects, Draft& mine, Draft theirs) {
  LocalSave& local_save = state.report->local_save;
  if (local_save != LocalSave::contested || !(theirs.document == mine.kept_document)) return;
  local_save = LocalSave::saved;
  const bool has_changed = !(mine.document == theirs.document);
  if (has_changed) {
    theirs.document = std::move(mine.document);
    theirs.pending = std::move(mine.pending);
    theirs.unsent = true;
  }
  mine = std::move(theirs);
  if (has_changed) keep_draft(state, effects, state.report->key);
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
  draft->kept_document = draft->document;
  Draft* const known = find_draft(state, loaded.key);
  if (known == nullptr) {
    state.drafts.push_back(std::move(*draft));
    return;
  }
  draft->changed_since_sent = known->changed_since_sent;
  if (find_report(state, loaded.key) == nullptr) {
    *known = std::move(*draft);
  } else {
    settle_contest(state, effects, *known, std::move(*draft));
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
  Draft* const draft = find_draft(state, saved.key);
  Report* const report = find_report(state, saved.key);
  if (saved.result != SaveResult::elsewhere) {
    const bool is_saved = saved.result == SaveResult::saved;
    if (draft != nullptr) draft->is_kept = is_saved;
    if (draft != nullptr && is_saved) draft->kept_document = draft->document;
    if (report != nullptr && report->local_save == LocalSave::saving) {
      report->local_save = is_saved ? LocalSave::saved : LocalSave::failed;
    }
    return;
  }
  if (!state.site.has_value()) return;
  if (report == nullptr) {
    forget_draft(state, saved.key);
    if (opening_key(state) == saved.key) state.opening->local_read = false;
  } else if (report->local_save == LocalSave::elsewhere) {
    return;
  } else {
    report->local_save = LocalSave::contested;
  }
  effects.emplace_back(LoadLocal{saved.key});
}

void take_over(State& state, Effects& effects) {
  if (!state.report.has_value() || state.report->local_save != LocalSave::elsewhere) return;
  const std::string key = state.report->key;
  const Draft& draft = *find_draft(state, key);
  const ReportOpened opened{draft.form_id, draft.period};
  leave_report(state, effects);
  forget_draft(state, key);
  open_report(state, effects, opened);
}

}  // namespace tianbao::app
