#include "server/command/check_why.h"

#include <cstddef>
#include <utility>

#include "server/command/check_report.h"
#include "shared/check/bind.h"
#include "shared/check/facts.h"
#include "shared/json/write.h"
#include "shared/text/nearest.h"

namespace tianbao::command {

namespace {

struct VerdictWords {
  std::string_view text;
  std::string_view json;
};

VerdictWords words_of(check::Verdict verdict) {
  switch (verdict) {
    case check::Verdict::pass:
      return {"成立", "pass"};
    case check::Verdict::fail:
      return {"不成立", "fail"};
    case check::Verdict::not_applicable:
      return {"不适用", "not_applicable"};
    case check::Verdict::undecided:
      break;
  }
  return {"没有判断", "undecided"};
}

std::string line(std::string_view heading, std::string_view text) {
  return text.empty() ? "" : "  " + std::string(heading) + on_one_line(text) + "\n";
}

std::string judged_text(const std::string& code, const Judged& judged, const form::Form& form) {
  std::string text = code + "　" + std::string(words_of(judged.verdict).text) + "\n";
  text += line("", judged.message);
  text += line("应当：", judged.why.asked);
  text += line("前提：", judged.why.when);
  text += line("算式：", judged.why.formula);
  for (const check::Read& read : judged.why.cells) {
    text +=
        line("读到：", read.label + "：" + read.value + "　［" + check::slot_name(form, read.slot) + "］");
  }
  return text + line("依据：", judged.why.source);
}

}  // namespace

std::optional<Complaint> refuse_code(const form::Form& form, std::string_view code) {
  text::Nearest alike(code);
  const auto is_known = [&](std::string_view known) {
    alike.offer(known);
    return known == code;
  };
  for (const form::Rule& rule : form.rules) {
    if (is_known(rule.code)) return std::nullopt;
  }
  for (const std::string_view fact : check::fact_codes) {
    if (is_known(fact)) return std::nullopt;
  }
  const std::string message = "表样没有规则“" + std::string(code) + "”";
  if (alike.name().empty()) return Complaint{message + "。"};
  return Complaint{message + "，是否想写“" + std::string(alike.name()) + "”？"};
}

Explained explain(const Report& report, const document::Context& context, const check::Outcome& outcome,
                  const std::string& code) {
  const check::Bound bound = check::bind(report.form, report.document, context);
  Explained explained{code, {}};
  for (const check::Finding& finding : outcome.findings) {
    if (finding.code != code) continue;
    explained.judged.push_back({finding.verdict, finding.message, check::why(bound, finding)});
  }
  if (!explained.judged.empty()) return explained;
  for (std::size_t index = 0; index < report.form.rules.size(); ++index) {
    const form::Rule& rule = report.form.rules[index];
    if (rule.code == code) explained.judged.push_back({outcome.verdicts[index], {}, check::why(bound, rule)});
  }
  return explained;
}

std::string to_text(const Explained& explained, const form::Form& form) {
  if (explained.judged.empty()) return explained.code + "　成立：没有一项有这样的问题\n";
  std::string text;
  for (const Judged& judged : explained.judged) {
    text += (text.empty() ? "" : "\n") + judged_text(explained.code, judged, form);
  }
  return text;
}

std::string to_json(const Explained& explained, const form::Form& form) {
  json::Array results;
  for (const Judged& judged : explained.judged) {
    json::Object result;
    result.push_back({"verdict", words_of(judged.verdict).json});
    if (!judged.message.empty()) result.push_back({"message", judged.message});
    result.push_back({"why", check::to_json(judged.why, form)});
    results.emplace_back(std::move(result));
  }
  return json::to_indented(json::Object{{"code", explained.code}, {"results", std::move(results)}});
}

}  // namespace tianbao::command
