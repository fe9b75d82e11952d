#include <array>
#include <optional>
#include <utility>

#include "server/http/gate.h"
#include "server/http/json_body.h"
#include "server/http/limits.h"
#include "server/http/problem.h"
#include "server/http/report_context.h"
#include "server/http/routes.h"
#include "server/store/names.h"
#include "shared/check/check.h"
#include "shared/check/why.h"
#include "shared/document/bring.h"
#include "shared/form/load.h"

namespace tianbao::http {

namespace {

/// The report that the path names, once it is sure that the site that is signed in may see it.
struct Target {
  store::ReportKey key;
  const store::StoredForm* form = nullptr;  // the edition to fill in for this period
};

Result<Target, Problem> find_target(const Call& call) {
  Target target{{call.parameters[0], call.parameters[1], call.parameters[2]}, nullptr};
  if (target.key.subject != call.site->code) {
    return Problem{403, "other_site", "只能查看和填报本单位（标识码 " + call.site->code + "）的报表。", {}};
  }
  if (!form::is_form_id(target.key.form) || !call.forms->knows(target.key.form)) {
    return Problem{404, "unknown_form", "没有这种报表。", {}};
  }
  const std::string this_year = store::china_date(call.service.now()).substr(0, 4);
  if (store::is_period(target.key.period) && target.key.period <= this_year) {
    target.form = call.forms->serving(target.key.form, target.key.period);
  }
  if (target.form == nullptr) {
    return Problem{
        404, "unknown_period", "这种报表没有所要的年度：表样不适用于该年度，或该年度尚未开始。", {}};
  }
  if (target.form->form.reporter != form::Party::site) {
    return Problem{404, "unknown_form", "《" + target.form->form.title + "》不由网站填报。", {}};
  }
  return target;
}

std::string_view name_of(store::ReportState state) {
  switch (state) {
    case store::ReportState::draft:
      return "draft";
    case store::ReportState::submitted:
      return "submitted";
    case store::ReportState::none:
      break;
  }
  return "none";
}

json::Value receipt_json(const std::optional<store::Receipt>& receipt) {
  return receipt.has_value() ? store::to_json(*receipt) : json::Value(nullptr);
}

/// The stored document read by its own definition, which the context is brought onto.
const store::StoredForm* form_of(const store::FormSet& forms, const json::Value& document) {
  const auto reference = document::read_form_reference(document);
  return reference ? forms.by_digest(reference.value().digest) : nullptr;
}

/// What a PUT asks for.
struct Submission {
  store::Intent intent = store::Intent::draft;
  std::string parent;
  const store::StoredForm* form = nullptr;
  document::Document document;
};

void check_place(const document::Document& document, const store::ReportKey& key,
                 std::vector<BodyError>& errors) {
  const std::array<std::array<std::string_view, 3>, 4> parts = {
      {{"/document/form/id", document.form.id, key.form},
       {"/document/period", document.period, key.period},
       {"/document/subject", document.subject, key.subject},
       {"/document/reporter", document.reporter, key.subject}}};
  for (const auto& [pointer, found, expected] : parts) {
    if (found == expected) continue;
    errors.push_back({std::string(pointer), "path_mismatch",
                      "内容是“" + std::string(found) + "”，网址要求“" + std::string(expected) + "”。"});
  }
}

/// A report keeps to the edition that it was begun with; a new one takes the edition in force.
std::optional<Problem> check_edition(const Call& call, const Target& target, const form::Form& form) {
  const form::Form& serving = target.form->form;
  if (form.digest == serving.digest) return std::nullopt;
  const auto stored = call.service.reports.read(target.key);
  if (!stored) return storage_problem(stored.error());
  const store::StoredForm* const begun_with = form_of(*call.forms, stored.value().document);
  if (begun_with != nullptr && begun_with->form.digest == form.digest) return std::nullopt;
  return Problem{422,
                 "definition_not_for_period",
                 target.key.period + " 年度现用《" + serving.title + "》" + serving.edition +
                     " 版表样，送来的报表用的是 " + form.edition +
                     " 版（摘要不同），没有接收。请重新打开这份报表，已填内容会带入现用表样。",
                 {}};
}

std::optional<Problem> read_document(const Call& call, const Target& target, const json::Value& value,
                                     Submission& submission) {
  const auto reference = document::read_form_reference(value);
  if (!reference) {
    const document::DocumentError& error = reference.error();
    return malformed({{"/document" + error.pointer, error.code, document::describe(error)}});
  }
  submission.form = call.forms->by_digest(reference.value().digest);
  if (submission.form == nullptr) {
    return Problem{422,
                   "unknown_definition",
                   "文件所用的表样（摘要 " + reference.value().digest +
                       "）本服务器没有。请刷新页面取得现用表样后再提交。",
                   {}};
  }
  auto document = document::read(value, submission.form->form);
  std::vector<BodyError> errors;
  if (!document) {
    for (const document::DocumentError& error : document.error()) {
      errors.push_back({"/document" + error.pointer, error.code, document::describe(error)});
    }
    return malformed(errors);
  }
  check_place(document.value(), target.key, errors);
  if (!errors.empty()) return malformed(errors);
  if (auto problem = check_edition(call, target, submission.form->form)) return problem;
  submission.document = std::move(document).value();
  return std::nullopt;
}

Result<Submission, Problem> read_submission(const Call& call, const Target& target) {
  constexpr std::array<std::string_view, 3> members = {"intent", "parent", "document"};
  const auto body = read_json_body(call.body, max_body_bytes, members);
  if (!body) return body.error();
  Submission submission;
  std::vector<BodyError> errors;
  const std::string* const intent = body.value().find("intent")->as_string();
  if (intent == nullptr || (*intent != "draft" && *intent != "submission")) {
    errors.push_back({"/intent", "unknown_intent", "应为“draft”（草稿）或“submission”（提交）。"});
  } else {
    submission.intent = *intent == "draft" ? store::Intent::draft : store::Intent::submission;
  }
  const std::string* const parent = body.value().find("parent")->as_string();
  if (parent == nullptr || !(parent->empty() || store::is_digest(*parent))) {
    errors.push_back({"/parent", "wrong_type", "应为 64 位十六进制摘要；尚无已存内容时为空文本。"});
  } else {
    submission.parent = *parent;
  }
  if (!errors.empty()) return malformed(errors);
  if (auto problem = read_document(call, target, *body.value().find("document"), submission)) return *problem;
  return submission;
}

Problem stale_parent(const store::FormSet& forms, const Submission& submission,
                     const store::Report& current) {
  Problem problem{409, "stale_parent", "服务器上的内容已在别处更新。请核对不同之处，再决定保留哪一份。", {}};
  json::Array cells;
  const form::Form& form = submission.form->form;
  if (const store::StoredForm* const own = form_of(forms, current.document); own != nullptr) {
    if (const auto read = document::read(current.document, own->form)) {
      document::Document theirs = read.value();
      theirs.cells = document::bring_cells_onto(form, own->form, read.value().cells);
      for (const std::size_t field : document::differing_cells(submission.document, theirs)) {
        cells.push_back(json::Value(form.fields[field].address));
      }
    }
  }
  problem.extensions.push_back({"digest", json::Value(current.digest)});
  problem.extensions.push_back({"document", current.document});
  problem.extensions.push_back({"cells", json::Value(std::move(cells))});
  return problem;
}

/// With `why`, which is more than the findings themselves.
json::Value explained_json(const std::vector<check::Finding>& findings, const document::Document& document,
                           const form::Form& form, const document::Context& context) {
  return check::to_json(findings, check::bind(form, document, context));
}

json::Value put_answer(const store::PutOutcome& outcome, const std::string& digest, json::Value findings,
                       const std::vector<std::string>& differences) {
  json::Array parts;
  for (const std::string& part : differences) parts.push_back(json::Value(part));
  json::Object body;
  body.push_back({"receipt", receipt_json(outcome.receipt)});
  body.push_back({"digest", json::Value(digest)});
  body.push_back({"findings", std::move(findings)});
  body.push_back({"context_differences", json::Value(std::move(parts))});
  return json::Value(std::move(body));
}

}  // namespace

void read_report(Call& call) {
  const auto target = find_target(call);
  if (!target) return answer(call.response, target.error());
  const store::ReportKey& key = target.value().key;
  auto report = call.service.reports.read(key);
  if (!report) return answer(call.response, storage_problem(report.error()));
  const store::StoredForm* const own = form_of(*call.forms, report.value().document);
  const form::Form& form = (own != nullptr ? own : target.value().form)->form;
  json::Object body;
  const bool is_empty = report.value().state == store::ReportState::none;
  body.push_back({"document", report.value().document});
  body.push_back({"state", json::Value(name_of(report.value().state))});
  body.push_back({"digest", is_empty ? json::Value(nullptr) : json::Value(report.value().digest)});
  body.push_back({"parent", json::Value(report.value().digest)});
  body.push_back({"receipt", receipt_json(report.value().receipt)});
  body.push_back({"context", context_json(form, context_for(call, form, key))});
  answer(call.response, 200, json::Value(std::move(body)));
}

void put_report(Call& call) {
  const auto target = find_target(call);
  if (!target) return answer(call.response, target.error());
  const store::ReportKey& key = target.value().key;
  const auto read = read_submission(call, target.value());
  if (!read) return answer(call.response, read.error());
  const Submission& submission = read.value();
  const form::Form& form = submission.form->form;
  const document::Context context = context_for(call, form, key);
  const auto outcome = check::check(form, submission.document, context);
  // What is stored is what the core writes, so that a file on disk has one form whoever sent it.
  const json::Value document = document::write(submission.document, form);
  const std::string digest = document::digest(submission.document, form);
  const store::Put put{
      .intent = submission.intent,
      .parent = submission.parent,
      .document = &document,
      .digest = digest,
      .form = submission.form,
      .author = call.site->code,
      .received_at = store::china_timestamp(call.service.now()),
      .acceptable = submission.intent == store::Intent::draft || check::may_submit(outcome.findings)};
  const auto stored = call.service.reports.put(key, put);
  if (!stored) return answer(call.response, storage_problem(stored.error()));
  switch (stored.value().result) {
    case store::PutResult::conflict:
      return answer(call.response, stale_parent(*call.forms, submission, stored.value().current));
    case store::PutResult::refused: {
      Problem problem{422, "check_failed", "有错误须改正，或有提醒须写说明，未提交。已填内容不受影响。", {}};
      problem.extensions.push_back(
          {"findings", explained_json(outcome.findings, submission.document, form, context)});
      return answer(call.response, problem);
    }
    case store::PutResult::created:
    case store::PutResult::stored:
    case store::PutResult::repeated:
      break;
  }
  const bool asks_why = call.request.get_param_value("why") == "true";
  json::Value findings = asks_why ? explained_json(outcome.findings, submission.document, form, context)
                                  : check::to_json(outcome.findings, form);
  answer(call.response, stored.value().result == store::PutResult::created ? 201 : 200,
         put_answer(stored.value(), digest, std::move(findings),
                    differing_parts(submission.document.context, context)));
}

}  // namespace tianbao::http
