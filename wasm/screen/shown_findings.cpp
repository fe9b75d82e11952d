#include "wasm/screen/shown_findings.h"

#include <cstdint>
#include <utility>

#include "shared/layout/grid.h"
#include "wasm/app/control_ids.h"
#include "wasm/app/server_findings.h"
#include "wasm/screen/parts.h"

namespace tianbao::screen {
namespace {

const std::string& address_of(const app::Report& report, const check::Finding& finding) {
  return report.form.fields[finding.fields.front()].address;
}

void add_proposal(const app::Report& report, const check::Finding& finding, Node& node) {
  const std::size_t index = finding.fields.front();
  const form::Field& field = report.form.fields[index];
  const document::Cell& cell = report.document.cells[index];
  if (finding.code != "unread" && finding.code != "none_not_allowed") return;
  const std::string value = document::proposal(field, cell);
  if (value.empty()) return;
  Node button = make_node(Kind::button, "proposal." + field.address);
  button.text = document::as_typed(field, cell) + " → " + value + "？";
  button.label = layout::full_label(report.form, index) + " 改为 " + value;
  node.children.push_back(std::move(button));
}

void add_explanation(const app::State& state, const check::Finding& finding, Node& node) {
  if (finding.explanation == check::ExplanationState::not_asked) return;
  const app::Report& report = *state.report;
  const std::string& address = address_of(report, finding);
  const document::Explanation* const written = app::find_explanation(report.document, finding.code, address);
  if (finding.explanation == check::ExplanationState::stale && written != nullptr) {
    Node keep = make_node(Kind::button, "keep." + finding.code + "." + address);
    keep.text = "数字已改，说明仍然适用";
    keep.label = layout::full_label(report.form, finding.fields.front()) + " " + keep.text;
    node.children.push_back(std::move(keep));
  }
  Node field = make_node(Kind::field, app::explanation_id(finding.code, address));
  field.input = InputKind::multiline;
  field.text = finding.explain == form::Explain::required ? "说明（必填）" : "说明（选填）";
  field.label = layout::full_label(report.form, finding.fields.front()) + " " + finding.code + " 说明";
  field.required = finding.explain == form::Explain::required;
  field.invalid = (report.reviewed && blocks_submission(finding)) ||
                  finding.explanation == check::ExplanationState::too_long;
  field.described_by.push_back(node.id);
  if (state.editing.has_value() && state.editing->id == field.id) {
    field.value = state.editing->text;
  } else if (written != nullptr) {
    field.value = written->text;
  }
  node.children.push_back(std::move(field));
}

void add_line(const std::string& id, std::string_view heading, const std::string& text, Node& node) {
  if (!text.empty()) node.children.push_back(make_text(id, std::string(heading) + text, Tone::muted));
}

/// Who can say why: of the server's finding the server, if it has, else this client where it finds the same.
struct Reason {
  const app::ServerFinding* server = nullptr;
  const check::Finding* own = nullptr;
};

Reason find_reason(const app::Report& report, const check::Finding& finding) {
  const app::ServerFinding* const server = app::find_same_place(report.server_findings, finding);
  if (server == &finding && !server->why.formula.empty()) return {server, nullptr};
  const check::Finding* const own = app::find_same_place(report.checked.outcome().findings, finding);
  return {nullptr, own != nullptr && own->verdict == finding.verdict ? own : nullptr};
}

void add_why(const app::Report& report, const check::Finding& finding, Node& node) {
  const Reason reason = find_reason(report, finding);
  if (reason.server == nullptr && reason.own == nullptr) return;
  const std::string& address = address_of(report, finding);
  Node button = make_node(Kind::button, app::why_id(finding.code, address));
  const bool is_open = report.why == button.id;
  button.text = "为什么？";
  button.label =
      layout::full_label(report.form, finding.fields.front()) + " " + finding.code + " " + button.text;
  button.disclosure = is_open ? Disclosure::open : Disclosure::closed;
  const std::string id = button.id + ".";
  node.children.push_back(std::move(button));
  if (!is_open) return;
  const check::Why why = reason.server != nullptr ? reason.server->why
                                                  : report.checked.why(report.form, report.document,
                                                                       report.document.context, *reason.own);
  add_line(id + "asked", "应当：", why.asked, node);
  add_line(id + "when", "前提：", why.when, node);
  add_line(id + "formula", "算式：", why.formula, node);
  for (const check::Read& read : why.cells) {
    Node cell = make_text(id + std::to_string(read.slot), read.label + "：" + read.value, Tone::muted);
    if (read.slot < report.form.fields.size()) {
      cell.kind = Kind::link;
      cell.target = app::cell_id(report.form.fields[read.slot].address);
    }
    node.children.push_back(std::move(cell));
  }
  add_line(id + "source", "依据：", why.source, node);
}

/// That a cell is still blank is said once 提交 has been pressed.
bool waits_for_review(const app::Report& report, const check::Finding& finding) {
  return finding.code == "required" && !report.reviewed;
}

std::size_t count_unshown(const app::Report& report) {
  std::size_t count = 0;
  for (const check::Finding& finding : report.checked.outcome().findings) {
    count += waits_for_review(report, finding) ? 1U : 0U;
  }
  return count;
}

Node build_verdict(const app::Report& report, const std::vector<const check::Finding*>& findings) {
  std::size_t blocking = 0;
  for (const check::Finding* const finding : findings) blocking += blocks_submission(*finding) ? 1U : 0U;
  if (blocking > 0) {
    return make_text("summary.verdict", "提交之前还有 " + std::to_string(blocking) + " 处要改正或写明。",
                     Tone::error);
  }
  // A clerk who has only begun is not told off for what is still blank, but not praised either.
  const std::size_t open = count_unshown(report);
  if (open > 0) {
    return make_text("summary.verdict",
                     "已填的内容没有妨碍提交的问题，还有 " + std::to_string(open) + " 项没有填写。",
                     Tone::notice);
  }
  return make_text("summary.verdict", findings.empty() ? "没有发现问题。" : "没有妨碍提交的问题。",
                   Tone::success);
}

/// What this client cannot judge and the server has said nothing else of.
std::vector<const check::Finding*> undecided_findings(const app::Report& report) {
  std::vector<const check::Finding*> undecided;
  for (const check::Finding& finding : report.checked.outcome().findings) {
    if (finding.verdict != check::Verdict::undecided) continue;
    if (app::find_same_place(report.server_findings, finding) == nullptr) undecided.push_back(&finding);
  }
  return undecided;
}

/// By what it hangs on: something that a clerk mends anyway, something that the server knows, or the figures
/// themselves, which may be right as they are.
std::string undecided_text(const std::vector<const check::Finding*>& undecided) {
  bool waits_for_reading = false;
  bool waits_for_server = false;
  bool cannot_be_computed = false;
  for (const check::Finding* const finding : undecided) {
    const std::string& reason = finding->parts.front().second;
    (reason == "unread"    ? waits_for_reading
     : reason == "unknown" ? waits_for_server
                           : cannot_be_computed) = true;
  }
  std::string text = "另有 " + std::to_string(undecided.size()) + " 条暂时不能判断，本身不妨碍提交。";
  if (waits_for_reading) text += "有的项还没有读入，改正以后自动核对。";
  if (waits_for_server) text += "缺少上年的报表或登记信息的，提交时由服务器再次核对。";
  if (cannot_be_computed) text += "按所填的数字算不出结果的，请看一看所填的是否有误。";
  return text;
}

/// Counted with the causes, and listed when that is asked for.
void add_undecided(const app::Report& report, Node& region) {
  const std::vector<const check::Finding*> undecided = undecided_findings(report);
  if (undecided.empty()) return;
  Node summary = make_node(Kind::finding, "summary.undecided");
  summary.text = undecided_text(undecided);
  summary.tone = Tone::notice;
  Node button = make_button("undecided", "逐条查看");
  button.label = "逐条查看暂时不能判断的";
  button.disclosure = report.lists_undecided ? Disclosure::open : Disclosure::closed;
  summary.children.push_back(std::move(button));
  region.children.push_back(std::move(summary));
  if (!report.lists_undecided) return;
  Node list = make_node(Kind::findings, "undecided.list");
  list.label = "暂时不能判断的";
  for (const check::Finding* const finding : undecided) {
    Node entry = make_node(Kind::finding, "undecided." + finding_place(report, *finding));
    entry.text = layout::full_label(report.form, finding->fields.front()) + "　" + finding->message;
    entry.tone = Tone::muted;
    entry.target = app::cell_id(address_of(report, *finding));
    add_why(report, *finding, entry);
    list.children.push_back(std::move(entry));
  }
  region.children.push_back(std::move(list));
}

}  // namespace

ShownFindings shown_findings(const app::Report& report) {
  std::vector<const check::Finding*> shown;
  for (const check::Finding& finding : report.checked.outcome().findings) {
    const check::Finding* const server = app::find_same_place(report.server_findings, finding);
    const bool is_hidden = finding.verdict == check::Verdict::undecided || waits_for_review(report, finding);
    if (server != nullptr && (is_hidden || blocks_submission(*server) || !blocks_submission(finding))) {
      shown.push_back(server);
    } else if (!is_hidden) {
      shown.push_back(&finding);
    }
  }
  for (const check::Finding& finding : report.server_findings) {
    if (app::find_same_place(report.checked.outcome().findings, finding) == nullptr)
      shown.push_back(&finding);
  }
  std::vector<form::IndexLists::Edge> edges;
  for (std::size_t position = 0; position < shown.size(); ++position) {
    for (const std::size_t field : shown[position]->fields) {
      edges.emplace_back(static_cast<std::uint32_t>(field), static_cast<std::uint32_t>(position));
    }
  }
  return {std::move(shown), form::IndexLists(report.form.fields.size(), edges)};
}

bool blocks_submission(const check::Finding& finding) {
  return !check::may_submit({finding});
}

Tone tone_of(const check::Finding& finding) {
  switch (finding.severity) {
    case form::Severity::error:
      return Tone::error;
    case form::Severity::warning:
      return Tone::warning;
    case form::Severity::notice:
      return Tone::notice;
  }
  return Tone::error;
}

std::string finding_text(const check::Finding& finding) {
  std::string text = finding.severity == form::Severity::error     ? "错误："
                     : finding.severity == form::Severity::warning ? "提醒："
                                                                   : "提示：";
  return text + finding.message;
}

std::string finding_place(const app::Report& report, const check::Finding& finding) {
  return finding.code + "." + address_of(report, finding);
}

Node build_finding(const app::State& state, const check::Finding& finding) {
  const app::Report& report = *state.report;
  Node node = make_node(Kind::finding, app::finding_id(finding.code, address_of(report, finding)));
  node.text = finding_text(finding);
  node.tone = tone_of(finding);
  add_proposal(report, finding, node);
  add_why(report, finding, node);
  add_explanation(state, finding, node);
  return node;
}

Node build_summary(const app::State& state, const ShownFindings& findings) {
  const app::Report& report = *state.report;
  Node region = make_region("summary", "核对结果");
  region.children.push_back(build_verdict(report, findings.all));
  Node list = make_node(Kind::findings, "summary.list");
  for (const check::Finding* const finding : findings.all) {
    Node entry = make_node(Kind::finding, "summary." + finding_place(report, *finding));
    entry.text = layout::full_label(report.form, finding->fields.front()) + "　" + finding_text(*finding);
    entry.tone = tone_of(*finding);
    entry.target = app::cell_id(address_of(report, *finding));
    list.children.push_back(std::move(entry));
  }
  if (!list.children.empty()) region.children.push_back(std::move(list));
  add_undecided(report, region);
  return region;
}

}  // namespace tianbao::screen
