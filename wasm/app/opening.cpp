#include <string>
#include <utility>

#include "wasm/app/control_ids.h"
#include "wasm/app/members.h"
#include "wasm/app/receipt.h"
#include "wasm/app/server_findings.h"
#include "wasm/app/steps.h"

namespace tianbao::app {
namespace {

std::string report_path(const State& state, const Opening& opening) {
  return "/api/v1/reports/" + opening.form_id + "/" + opening.period + "/" + state.site->code;
}

/// The document with what the server knows now in place of what its author knew then.
json::Value with_context(const json::Value& document, const json::Value& context) {
  return context.is_null() ? document : with_member(document, "context", context);
}

struct Read {
  std::optional<document::Document> document;  // absent: there is none, or `problem` says what is wrong
  std::string problem;
};

Read read_document(const json::Value& value, const json::Value& context, const form::Form& form) {
  if (value.is_null()) return {};
  auto read = document::read(with_context(value, context), form);
  if (read) return {std::move(read).value(), ""};
  return {std::nullopt, document::describe(read.error().front())};
}

document::Document blank_document(const State& state, const json::Value& context, const form::Form& form) {
  document::Document blank = document::make_blank(form, state.opening->period, state.site->code);
  Read read = read_document(document::write(blank, form), context, form);
  if (read.document.has_value()) return std::move(*read.document);
  return blank;
}

bool same_content(const form::Form& form, const document::Document& left, const document::Document& right) {
  return differences(form, left, right).empty();
}

Draft& ensure_draft(State& state, const std::string& key) {
  if (Draft* const draft = find_draft(state, key)) return *draft;
  Draft draft;
  draft.form_id = state.opening->form_id;
  draft.period = state.opening->period;
  draft.subject = state.site->code;
  state.drafts.push_back(std::move(draft));
  return state.drafts.back();
}

/// What was on the device and what the server has, made one: the newer of two that follow each other, and the
/// clerk's word where both went on from an older one. Neither is ever overwritten silently.
std::optional<Conflict> reconcile(State& state, Report& report,
                                  const std::optional<document::Document>& local,
                                  const std::optional<document::Document>& server) {
  Draft& draft = *find_draft(state, report.key);
  const std::string server_digest = text_member(*state.opening->answer, "parent");
  const bool continues_server = draft.parent == server_digest || is_unanswered(draft, server_digest);
  if (!local.has_value()) {
    if (server.has_value()) report.document = *server;
    draft.parent = server_digest;
    return std::nullopt;
  }
  if (continues_server || !server.has_value()) {
    draft.unsent = draft.unsent || !server.has_value() || !same_content(report.form, *local, *server);
    draft.parent = server_digest;
    return std::nullopt;
  }
  if (!draft.unsent && draft.pending.is_null()) {
    report.document = *server;
    draft.parent = server_digest;
    return std::nullopt;
  }
  Conflict conflict;
  conflict.theirs = *server;
  conflict.parent = server_digest;
  conflict.items = differences(report.form, *local, *server);
  return conflict;
}

void show_report(State& state, Effects& effects, Report report, std::optional<Conflict> conflict) {
  check_again(report);
  const std::string key = report.key;
  state.report = std::move(report);
  state.opening.reset();
  state.screen = Screen::fill;
  Draft& draft = *find_draft(state, key);
  draft.returned = false;
  if (!draft.document.is_null()) keep_draft(state, effects, key);
  if (conflict.has_value()) {
    show_versions(state, effects, std::move(*conflict));
    return;
  }
  effects.emplace_back(Focus{std::string(page_title_id)});
  send_waiting(state, effects, key);
}

void finish(State& state, Effects& effects, form::Form form) {
  const json::Value answer = state.opening->answer.value_or(json::Value());
  const json::Value& context = member(answer, "context");
  Report report;
  report.key = opening_key(state);
  report.context_is_current = state.opening->answer.has_value();
  Draft& draft = ensure_draft(state, report.key);
  report.receipt = read_receipt(answer, draft);
  Read local = read_document(draft.document, context, form);
  Read server = read_document(member(answer, "document"), context, form);
  if (!server.problem.empty()) {
    fail_opening(state, effects, "服务器上的这份报表无法读取：" + server.problem);
    return;
  }
  if (!local.problem.empty()) {
    effects.emplace_back(SaveLocal{"damaged/" + report.key, write_draft(draft)});
    tell(state, effects, "本机的草稿无法读取（" + local.problem + "），原文另行保留在本机。",
         NoticeKind::problem);
    draft.document = json::Value();
    draft.unsent = false;
  }
  draft.form_digest = form.digest;
  report.document = local.document.has_value() ? *local.document : blank_document(state, context, form);
  report.form = std::move(form);
  std::optional<Conflict> conflict;
  if (state.opening->answer.has_value()) conflict = reconcile(state, report, local.document, server.document);
  if (conflict.has_value() && conflict->items.empty()) {
    // A submission that waits goes on from there; what it says is still to be acknowledged.
    draft.parent = conflict->parent;
    draft.unsent = !draft.pending.is_null();
    conflict.reset();
  } else if (conflict.has_value()) {
    draft.pending = json::Value();
  }
  draft.revised = text_member(answer, "state") == "draft" || (answer.is_null() && draft.revised);
  if (!report.context_is_current) report.document.context.today = today(state);
  if (!report.document.context.site.has_value()) report.document.context.site = state.site;
  Read unkept = read_document(state.opening->unkept, context, report.form);
  if (unkept.document.has_value()) {
    Conflict held{Origin::page, *std::move(unkept.document), "", {}};
    held.items = differences(report.form, report.document, held.theirs);
    // A conflict with the server is met again when the outcome is sent.
    if (!held.items.empty()) conflict = std::move(held);
  }
  show_report(state, effects, std::move(report), std::move(conflict));
}

}  // namespace

std::string opening_key(const State& state) {
  if (!state.opening.has_value()) return {};
  return draft_key(state.site->code, state.opening->form_id, state.opening->period);
}

void fail_opening(State& state, Effects& effects, std::string problem) {
  effects.emplace_back(Announce{problem});
  state.opening->problem = std::move(problem);
}

void proceed_opening(State& state, Effects& effects) {
  if (!state.opening.has_value() || !state.opening->local_read || !state.opening->server_asked ||
      !state.opening->problem.empty()) {
    return;
  }
  Draft* const draft = find_draft(state, opening_key(state));
  const std::string digest = wanted_definition(state, draft);
  if (digest.empty()) {
    fail_opening(state, effects, "没有这张表的表样。");
    return;
  }
  std::optional<form::Form> form = load_definition(state, effects, digest);
  if (form.has_value() && is_outdated(state, draft)) {
    std::optional<form::Form> serving = load_definition(state, effects, serving_definition(state));
    if (!serving.has_value()) return;
    bring_draft(state, effects, *draft, *form, *serving);
    if (draft->form_digest == serving->digest) form = std::move(serving);
  }
  if (form.has_value()) finish(state, effects, *std::move(form));
}

void open_report(State& state, Effects& effects, const ReportOpened& opened, json::Value unkept) {
  if (!state.site.has_value()) return;
  leave_report(state, effects);
  state.notice = {};
  state.screen = Screen::opening;
  state.opening = Opening{};
  state.opening->form_id = opened.form_id;
  state.opening->period = opened.period;
  const std::string key = opening_key(state);
  state.opening->unkept = unkept.is_null() ? let_go_if_overtaken(state, key) : std::move(unkept);
  // Another tab may have gone on with it; but what this device could not keep is nowhere else.
  const Draft* const draft = find_draft(state, key);
  state.opening->local_read = draft != nullptr && !draft->is_kept;
  if (!state.opening->local_read) effects.emplace_back(LoadLocal{key});
  if (state.online) {
    send(state, effects,
         {RequestPurpose::open_report, {"GET", report_path(state, *state.opening), "", ""}, key, "", false});
  } else {
    state.opening->server_asked = true;
    proceed_opening(state, effects);
  }
}

void local_draft_read(State& state, Effects& effects) {
  state.opening->local_read = true;
  proceed_opening(state, effects);
}

void leave_report(State& state, Effects& effects) {
  if (state.report.has_value()) send_draft(state, effects);
  state.report.reset();
  state.conflict.reset();
  state.editing.reset();
  state.opening.reset();
  state.screen = Screen::reports;
  effects.emplace_back(Focus{std::string(page_title_id)});
}

void answer_open_report(State& state, Effects& effects, const InFlight& flight, const Answered& answer) {
  if (opening_key(state) != flight.key) return;
  if (answer.status == 200) {
    state.opening->answer = parse_or_null(answer.body);
  } else if (!is_no_answer(answer)) {
    fail_opening(state, effects, "打不开这份报表：" + refusal_of(answer));
    return;
  }
  state.opening->server_asked = true;
  proceed_opening(state, effects);
}

void ask_for_context(State& state, Effects& effects) {
  const std::string& key = state.report->key;
  if (is_in_flight(state, RequestPurpose::refresh_context, key)) return;
  const Draft& draft = *find_draft(state, key);
  send(state, effects,
       {RequestPurpose::refresh_context,
        {"GET", "/api/v1/reports/" + draft.form_id + "/" + draft.period + "/" + draft.subject, "", ""},
        key,
        "",
        false});
}

void answer_refresh_context(State& state, Effects&, const InFlight& flight, const Answered& answer) {
  if (!state.report.has_value() || state.report->key != flight.key || answer.status != 200) return;
  Report& report = *state.report;
  const json::Value context = member(parse_or_null(answer.body), "context");
  Read read = read_document(document::write(report.document, report.form), context, report.form);
  if (!read.document.has_value()) return;
  report.document.context = std::move(read.document->context);
  report.context_is_current = true;
  check_again(report);
  report.server_findings =
      findings_new_to(report.checked.outcome().findings, std::move(report.server_findings));
}

void use_device_day(State& state) {
  state.report->document.context.today = today(state);
  check_again(*state.report);
}

}  // namespace tianbao::app
