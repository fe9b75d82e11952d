#include "server/command/check_report.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "shared/check/sentence.h"
#include "shared/document/cell.h"
#include "shared/json/write.h"
#include "shared/layout/grid.h"
#include "shared/number/decimal.h"

namespace tianbao::command {

namespace {

/// Findings that a person treats alike. What is undecided stands apart, however grave its rule is.
struct Group {
  std::string_view heading;
  std::string_view json_name;
  std::string_view advice;
  bool (*holds)(const check::Finding&);
};

bool is_undecided(const check::Finding& finding) {
  return finding.severity == form::Severity::notice && finding.verdict == check::Verdict::undecided;
}

constexpr std::array groups{
    Group{"错误", "error", "请改正",
          [](const check::Finding& finding) { return finding.severity == form::Severity::error; }},
    Group{"提醒", "warning", "有错误请改正，没错误请写说明",
          [](const check::Finding& finding) { return finding.severity == form::Severity::warning; }},
    Group{"提示", "notice", "请核对",
          [](const check::Finding& finding) {
            return finding.severity == form::Severity::notice && !is_undecided(finding);
          }},
    Group{"没有判断", "undecided", "原因见各条", is_undecided},
};

std::size_t count(const std::vector<check::Finding>& findings, bool (*holds)(const check::Finding&)) {
  return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), holds));
}

bool lacks_explanation(const check::Finding& finding) {
  return finding.severity == form::Severity::warning && finding.explain == form::Explain::required &&
         finding.explanation != check::ExplanationState::given;
}

std::string cell_line(const Report& report, std::size_t field) {
  const form::Field& asked = report.form.fields[field];
  const document::Cell& cell = report.document.cells[field];
  const std::string value =
      cell.state == document::CellState::blank ? "（没有填）" : on_one_line(document::display(asked, cell));
  return layout::full_label(report.form, field) + "：" + value + "　［" + asked.address + "］";
}

std::string_view explanation_words(const check::Finding& finding) {
  switch (finding.explanation) {
    case check::ExplanationState::missing:
      return finding.explain == form::Explain::required ? "还没有写，须写" : "还没有写，可以写";
    case check::ExplanationState::stale:
      return "数据改动后原说明已不适用，须重写";
    case check::ExplanationState::too_long:
      return "太长，须删减";
    case check::ExplanationState::given:
      return "已写";
    case check::ExplanationState::not_asked:
      break;
  }
  return {};
}

std::string detail(std::string_view text) {
  return "     " + std::string(text) + "\n";
}

std::string finding_text(const Report& report, const check::Finding& finding, std::size_t number) {
  std::string text =
      (number < 10 ? "  " : " ") + std::to_string(number) + ". " + on_one_line(finding.message);
  if (is_undecided(finding)) {
    return text + "　［" + layout::full_label(report.form, finding.fields.front()) + "］\n";
  }
  text += "　［" + finding.code + "］\n";
  for (const std::size_t field : finding.fields) text += detail(cell_line(report, field));
  if (const auto index = report.form.rule_index(finding.code, finding.fields.front())) {
    const form::Rule& rule = report.form.rules[*index];
    text += detail("应当：" + check::sentence(report.form, rule));
    if (!rule.basis.empty()) text += detail("依据：" + rule.basis);
  }
  if (const std::string_view words = explanation_words(finding); !words.empty()) {
    text += detail("说明：" + std::string(words));
  }
  return text;
}

std::string_view prior_words(document::PriorKnown known) {
  switch (known) {
    case document::PriorKnown::none:
      return "没有";
    case document::PriorKnown::present:
      return "有";
    case document::PriorKnown::unknown:
      break;
  }
  return "不知道（--prior、--no-prior）";
}

std::string context_line(const document::Context& context) {
  return "检查日期 " + context.today + "；网站登记信息：" +
         (context.site ? context.site->code + " " + context.site->name : "不知道（--site）") +
         "；上年报表：" + std::string(prior_words(context.prior_known)) + "\n";
}

json::Value number_of(std::size_t value) {
  return number::Decimal::from_integer(static_cast<std::int64_t>(value));
}

}  // namespace

std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char character : text) {
    if (character == '\n') {
      line += " ⏎ ";
    } else {
      line += character;
    }
  }
  return line;
}

std::string verdict_line(const std::vector<check::Finding>& findings) {
  const auto [error, warning, notice, undecided] = groups;
  const std::size_t errors = count(findings, error.holds);
  const std::size_t unexplained = count(findings, lacks_explanation);
  const std::size_t other_warnings = count(findings, warning.holds) - unexplained;
  std::string line = check::may_submit(findings) ? "可以上报：" : "不能上报：";
  line += std::to_string(errors) + (errors > 0 ? " 个错误须改正" : " 个错误");
  const auto add = [&line](std::size_t number, std::string_view what) {
    if (number > 0) line += "，" + std::to_string(number) + " 条" + std::string(what);
  };
  add(unexplained, "提醒须写说明");
  add(other_warnings, "提醒不须再写说明");
  add(count(findings, notice.holds), "提示");
  add(count(findings, undecided.holds), "没有判断");
  return line + "。";
}

std::string to_text(const Report& report, const document::Context& context,
                    const std::vector<check::Finding>& findings) {
  std::string text = verdict_line(findings) + "\n" + report.form.title + "（" + report.document.period +
                     "年度）" + report.document.subject + "\n" + context_line(context);
  for (const Group& group : groups) {
    const std::size_t total = count(findings, group.holds);
    if (total == 0) continue;
    text += "\n" + std::string(group.heading) + "（" + std::to_string(total) + " 条，" +
            std::string(group.advice) + "）\n";
    std::size_t number = 0;
    for (const check::Finding& finding : findings) {
      if (group.holds(finding)) text += finding_text(report, finding, ++number);
    }
  }
  return text;
}

std::string to_json(const Report& report, const document::Context& context,
                    const std::vector<check::Finding>& findings) {
  json::Object counts;
  for (const Group& group : groups) {
    counts.push_back({std::string(group.json_name), number_of(count(findings, group.holds))});
  }
  counts.push_back({"unexplained", number_of(count(findings, lacks_explanation))});
  json::Object result;
  result.push_back({"verdict", check::may_submit(findings) ? "may_submit" : "may_not_submit"});
  result.push_back({"counts", std::move(counts)});
  result.push_back({"form", json::Object{{"id", report.document.form.id},
                                         {"edition", report.document.form.edition},
                                         {"digest", report.document.form.digest}}});
  result.push_back({"period", report.document.period});
  result.push_back({"subject", report.document.subject});
  result.push_back({"digest", document::digest(report.document, report.form)});
  result.push_back({"as_saved", report.is_as_saved});
  result.push_back({"context", document::write_context(context, report.form)});
  result.push_back({"findings", check::to_json(findings, report.form)});
  return json::to_indented(result);
}

}  // namespace tianbao::command
