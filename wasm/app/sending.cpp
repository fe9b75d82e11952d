#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "shared/json/write.h"
#include "wasm/app/control_ids.h"
#include "wasm/app/members.h"
#include "wasm/app/receipt.h"
#include "wasm/app/server_findings.h"
#include "wasm/app/steps.h"

namespace tianbao::app {
namespace {

/// Another tab has it now, and sends it; or the clerk is asked which version stays.
bool is_held_back(State& state, std::string_view key) {
  const Report* const report = find_report(state, key);
  return report != nullptr && (!owns_record(*report) || state.conflict.has_value());
}

bool is_sending(const State& state, std::string_view key) {
  return is_in_flight(state, RequestPurpose::send_draft, key) ||
         is_in_flight(state, RequestPurpose::send_submission, key);
}

/// Before it goes out it is kept which document goes: should the answer get lost, the server's copy is known
/// for ours.
void put(State& state, Effects& effects, const std::string& key, RequestPurpose purpose,
         const json::Value& document) {
  Draft& draft = *find_draft(state, key);
  const bool is_submission = purpose == RequestPurpose::send_submission;
  json::Object body;
  body.push_back({"intent", is_submission ? "submission" : "draft"});
  body.push_back({"parent", draft.parent});
  body.push_back({"document", document});
  InFlight flight;
  flight.purpose = purpose;
  flight.key = key;
  flight.sent_digest = canonical_digest(document);
  flight.request.method = "PUT";
  flight.request.path = "/api/v1/reports/" + draft.form_id + "/" + draft.period + "/" + draft.subject;
  flight.request.body = json::to_compact(body);
  remember_unanswered(draft, flight.sent_digest);
  keep_draft(state, effects, key);
  send(state, effects, std::move(flight));
}

void show_receipt(State& state, Effects& effects, Receipt receipt) {
  Report& report = *state.report;
  report.receipt = std::move(receipt);
  report.server_findings.clear();
  report.reviewed = false;
  if (state.conflict.has_value()) return;  // which is settled first
  state.editing.reset();
  state.screen = Screen::receipt;
  effects.emplace_back(Focus{std::string(page_title_id)});
}

void accept(State& state, Effects& effects, const InFlight& flight, const Answered& answer) {
  const json::Value body = parse_or_null(answer.body);
  Draft& draft = *find_draft(state, flight.key);
  const bool is_submission = flight.purpose == RequestPurpose::send_submission;
  draft.parent = text_member(body, "digest");
  draft.unanswered.clear();
  // By the answers: another day's context alone is nothing new, and a draft would take the submission back.
  draft.unsent = !same_answers(draft.document, member(parse_or_null(flight.request.body), "document"));
  draft.revised = !is_submission;
  std::optional<Receipt> receipt;
  if (is_submission) {
    draft.pending = json::Value();
    receipt = read_receipt(body, draft);
    if (receipt) draft.submitted_at = receipt->received_at;
    if (receipt) tell(state, effects, draft.period + "年度报表已提交，回执编号 " + receipt->number + "。");
  }
  keep_draft(state, effects, flight.key);
  if (Report* const report = find_report(state, flight.key)) {
    report->refusal.clear();
    if (receipt) show_receipt(state, effects, *std::move(receipt));
    send_draft(state, effects);
  }
}

/// Both versions say the same: what was to be sent goes on from the server's.
void follow(State& state, Effects& effects, const std::string& key, const std::string& digest) {
  Draft& draft = *find_draft(state, key);
  draft.parent = digest;
  keep_draft(state, effects, key);
  send_waiting(state, effects, key);
}

/// 409 for a report that is not open: nobody can be asked now.
void put_aside(State& state, Effects& effects, const InFlight& flight, const json::Value& theirs,
               const std::string& digest) {
  Draft& draft = *find_draft(state, flight.key);
  if (same_answers(draft.pending, theirs)) return follow(state, effects, flight.key, digest);
  draft.returned = !draft.pending.is_null();
  draft.pending = json::Value();
  keep_draft(state, effects, flight.key);
  if (!draft.returned) return;
  tell(state, effects, draft.period + "年度报表没有提交：服务器上已有另一份。请打开它，选定各项用哪一份。",
       NoticeKind::problem);
}

/// 409. What stands on the server may be our own document, whose answer got lost, or say the same as ours;
/// else two people have gone on from the same one.
void meet_other_version(State& state, Effects& effects, const InFlight& flight, const Answered& answer) {
  const json::Value body = parse_or_null(answer.body);
  const std::string digest = text_member(body, "digest");
  Draft& draft = *find_draft(state, flight.key);
  // The server has nothing any more, as after a restored backup: what is here is all there is.
  const bool is_gone = digest.empty() && !draft.parent.empty();
  if (is_gone || is_unanswered(draft, digest)) return follow(state, effects, flight.key, digest);
  Report* const report = find_report(state, flight.key);
  if (report == nullptr) return put_aside(state, effects, flight, member(body, "document"), digest);
  const json::Value context = member(document::write(report->document, report->form), "context");
  auto theirs = document::read(with_member(member(body, "document"), "context", context), report->form);
  if (!theirs) {
    draft.pending = json::Value();
    keep_draft(state, effects, flight.key);
    report->refusal = "服务器上的另一份无法读取：" + document::describe(theirs.error().front());
    return;
  }
  Conflict conflict;
  conflict.theirs = std::move(theirs).value();
  conflict.parent = digest;
  conflict.items = differences(report->form, report->document, conflict.theirs);
  if (conflict.items.empty()) return follow(state, effects, flight.key, digest);
  draft.pending = json::Value();
  keep_draft(state, effects, flight.key);
  show_versions(state, effects, std::move(conflict));
}

/// 422: the submission is not stored; its findings are shown where they stand.
void show_findings(State& state, Effects& effects, const InFlight& flight, const json::Value& findings) {
  Draft& draft = *find_draft(state, flight.key);
  draft.pending = json::Value();
  Report* const report = find_report(state, flight.key);
  draft.returned = report == nullptr;
  keep_draft(state, effects, flight.key);
  if (report == nullptr) {
    tell(state, effects, draft.period + "年度报表没有通过服务器的核对，没有提交。请打开它改正。",
         NoticeKind::problem);
    return;
  }
  report->reviewed = true;
  report->server_findings =
      findings_new_to(report->checked.outcome().findings, read_findings(findings, report->form));
  // It checked with what it knows now; a 说明 written to what this client knows would be stale there.
  report->context_is_current = false;
  ask_for_context(state, effects);
  state.screen = Screen::fill;
  effects.emplace_back(Focus{"summary"});
  tell(state, effects, "服务器核对后没有接受，请看下面列出的问题。", NoticeKind::problem);
}

void refuse(State& state, Effects& effects, const InFlight& flight, const Answered& answer) {
  Draft& draft = *find_draft(state, flight.key);
  const std::string reason = "服务器没有接受：" + refusal_of(answer);
  const bool was_submission = !draft.pending.is_null();
  draft.pending = json::Value();
  Report* const report = find_report(state, flight.key);
  draft.returned = was_submission && report == nullptr;
  keep_draft(state, effects, flight.key);
  if (report != nullptr) report->refusal = reason;
  tell(state, effects, reason, NoticeKind::problem);
}

/// A 说明 whose warning has gone stays while the report is filled, since the warning may come back; it is not
/// submitted.
void drop_unasked_explanations(Report& report) {
  auto& all = report.document.explanations;
  all.erase(std::remove_if(all.begin(), all.end(),
                           [&report](const document::Explanation& each) {
                             return find_finding(report, each.code, each.cell) == nullptr;
                           }),
            all.end());
}

}  // namespace

void send_draft(State& state, Effects& effects) {
  if (!state.report.has_value() || !state.online || !state.signed_in) return;
  const std::string key = state.report->key;
  const Draft& draft = *find_draft(state, key);
  if (is_held_back(state, key) || !draft.unsent || !draft.pending.is_null() || is_sending(state, key) ||
      !state.report->refusal.empty()) {
    return;
  }
  put(state, effects, key, RequestPurpose::send_draft,
      document::write(state.report->document, state.report->form));
}

void send_submission(State& state, Effects& effects, std::string_view key_view) {
  const std::string key(key_view);
  const Draft* const draft = find_draft(state, key);
  if (draft == nullptr || is_held_back(state, key) || draft->pending.is_null() || !state.online ||
      !state.signed_in || is_sending(state, key)) {
    return;
  }
  const json::Value document = draft->pending;
  put(state, effects, key, RequestPurpose::send_submission, document);
}

void send_waiting(State& state, Effects& effects, std::string_view key) {
  const Draft* const draft = find_draft(state, key);
  if (draft != nullptr && !draft->pending.is_null()) {
    send_submission(state, effects, key);
  } else {
    send_draft(state, effects);
  }
}

void submit(State& state, Effects& effects) {
  if (!can_edit(state)) return;
  Report& report = *state.report;
  state.editing.reset();
  report.reviewed = true;
  report.refusal.clear();
  check_again(report);
  if (!check::may_submit(report.checked.outcome().findings)) {
    effects.emplace_back(Focus{"summary"});
    tell(state, effects, "还不能提交：请改正错误，并为要求说明的提醒写明情况。", NoticeKind::problem);
    return;
  }
  drop_unasked_explanations(report);
  Draft& draft = *find_draft(state, report.key);
  draft.pending = document::write(report.document, report.form);
  draft.unsent = true;
  keep_draft(state, effects, report.key);
  if (is_offline(state)) {
    tell(state, effects, "网络不通，提交已排队；网络恢复后自动发送，可以关闭本页。", NoticeKind::waiting);
  } else {
    tell(state, effects, "正在提交……", NoticeKind::waiting);
  }
  send_submission(state, effects, report.key);
}

void answer_put(State& state, Effects& effects, const InFlight& flight, const Answered& answer) {
  Draft* const draft = find_draft(state, flight.key);
  if (draft == nullptr) return;
  const bool is_submission = flight.purpose == RequestPurpose::send_submission;
  if (is_no_answer(answer)) {
    if (is_submission)
      tell(state, effects, "服务器暂时连不上，提交已排队；连上后自动发送。", NoticeKind::waiting);
    return;
  }
  if (answer.status == 200 || answer.status == 201) {
    accept(state, effects, flight, answer);
  } else if (answer.status == 409) {
    meet_other_version(state, effects, flight, answer);
  } else if (const json::Value findings = member(parse_or_null(answer.body), "findings");
             answer.status == 422 && is_submission && findings.as_array() != nullptr) {
    show_findings(state, effects, flight, findings);
  } else {
    refuse(state, effects, flight, answer);
  }
  if (find_draft(state, flight.key) != nullptr) send_submission(state, effects, flight.key);
}

}  // namespace tianbao::app
