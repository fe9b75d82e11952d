#include <string>
#include <utility>

#include "shared/document/report_file.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "shared/layout/grid.h"
#include "wasm/app/members.h"
#include "wasm/app/steps.h"

namespace tianbao::app {
namespace {

/// Whether the file is of this form, year and site; "" if so.
std::string identity_problem(const json::Value& file, const Report& report) {
  const document::Document& open = report.document;
  const auto form = document::read_report_file_reference(file);
  if (!form) return "这不是上报文件。" + document::describe(form.error());
  if (form.value().id != open.form.id) {
    return "文件是另一种表（" + form.value().id + "），现在打开的是《" + report.form.title + "》。";
  }
  if (form.value().digest != open.form.digest) {
    return "文件用的是这张表的另一版（" + form.value().edition + "），现在打开的是 " + open.form.edition +
           " 版。";
  }
  const json::Value& document = file.find("document") == nullptr ? file : member(file, "document");
  const std::string period = text_member(document, "period");
  if (period != open.period) {
    return "文件是" + period + "年度的，现在打开的是" + open.period + "年度。请先打开" + period +
           "年度的报表。";
  }
  const std::string subject = text_member(document, "subject");
  if (subject != open.subject) {
    return "文件是标识码 " + subject + " 的，现在登录的是 " + open.subject + "。";
  }
  return {};
}

bool is_blank(const form::Form& form, const document::Document& document) {
  if (!document.explanations.empty()) return false;
  for (std::size_t index = 0; index < document.cells.size(); ++index) {
    if (form.fields[index].computed.has_value()) continue;
    if (!(document.cells[index] == document::Cell{})) return false;
  }
  return true;
}

void take_file(State& state, Effects& effects, document::Document document) {
  Report& report = *state.report;
  Conflict conflict;
  conflict.origin = Origin::file;
  conflict.items = differences(report.form, report.document, document);
  if (conflict.items.empty()) {
    tell(state, effects, "文件的内容与现在的一致。");
  } else if (is_blank(report.form, report.document)) {
    // Whoever saved the file: from here on it is this session's report, and the server takes no other.
    document.reporter = std::move(report.document.reporter);
    document.context = std::move(report.document.context);
    report.document = std::move(document);
    tell(state, effects, "已从文件读入。");
    check_again(report);
    document_changed(state, effects);
  } else {
    conflict.theirs = std::move(document);
    show_versions(state, effects, std::move(conflict));
  }
}

}  // namespace

void save_file(State& state, Effects& effects) {
  if (!state.report.has_value()) return;
  const Report& report = *state.report;
  const json::Value findings = check::to_json(report.checked.outcome().findings, report.form);
  const json::Value file = document::write_report_file(
      report.document, report.form, findings.as_array() == nullptr ? json::Array() : *findings.as_array());
  const std::string name =
      report.form.title + "-" + report.document.period + "-" + report.document.subject + ".tianbao.json";
  effects.emplace_back(SaveFile{name, json::to_indented(file)});
}

void open_file(State& state, Effects& effects, const FileOpened& opened) {
  if (!can_edit(state)) return;
  state.editing.reset();
  const auto parsed = json::parse(opened.text);
  if (!parsed) {
    tell(state, effects, "“" + opened.name + "”打不开：" + json::describe(parsed.error()),
         NoticeKind::problem);
    return;
  }
  const std::string problem = identity_problem(parsed.value(), *state.report);
  if (!problem.empty()) {
    tell(state, effects, "“" + opened.name + "”没有读入：" + problem, NoticeKind::problem);
    return;
  }
  auto read = document::read_report_file(parsed.value(), state.report->form);
  if (!read) {
    tell(state, effects, "“" + opened.name + "”没有读入：" + document::describe(read.error().front()),
         NoticeKind::problem);
  } else if (!read.value().digest_matches) {
    tell(state, effects,
         "“" + opened.name + "”没有读入：内容与它所带的校验值不符，可能在传送中损坏，或被别的程序改过。",
         NoticeKind::problem);
  } else {
    take_file(state, effects, std::move(read).value().document);
  }
}

void print(State& state, Effects& effects, layout::Annex annex) {
  if (!state.report.has_value()) return;
  const Report& report = *state.report;
  effects.emplace_back(
      PrintHtml{layout::to_html_page(layout::lay_out_for_paper(report.form, report.document, annex))});
}

}  // namespace tianbao::app
