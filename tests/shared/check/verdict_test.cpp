#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/check/check.h"
#include "shared/json/write.h"
#include "tests/support/reports.h"

using namespace tianbao;
using check::Finding;
using check::Verdict;
using document::Document;

namespace {

/// A form of two numbers and a text with one rule, given by its members behind the code.
form::Form form_with_rule(const std::string& rule_members) {
  return testing::load_form(R"({
    "format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "试填表",
    "authority": {"number": "试〔2017〕1号", "title": "试填"}, "periods": {"first": 2017},
    "due": {"from": "01-01", "until": "01-31"}, "provenance": "draft",
    "sections": [{"id": "s", "label": "部分", "groups": [{"fields": [
      {"id": "a", "label": "甲", "type": "whole_number", "allows_none": true},
      {"id": "b", "label": "乙", "type": "whole_number", "allows_none": true},
      {"id": "gate", "label": "是否", "type": "yes_no"},
      {"id": "c", "label": "丙", "type": "whole_number", "relevant": "s.gate"},
      {"id": "date", "label": "日期", "type": "date"}
    ]}]}],
    "rules": [{"code": "W101", "severity": "warning", "explain": "required", "basis": "试", "provenance": "draft", )" +
                            rule_members + "}]}");
}

struct Filled {
  form::Form form;
  Document document;
  document::Context context;

  check::Outcome outcome() const { return check::check(form, document, context); }
};

Filled fill(const std::string& rule_members, const std::vector<std::pair<std::string, std::string>>& cells) {
  Filled filled{form_with_rule(rule_members), {}, {}};
  filled.document = document::make_blank(filled.form, "2019", "4305250009");
  for (const auto& [address, typed] : cells) testing::type_into(filled.form, filled.document, address, typed);
  return filled;
}

constexpr const char* compare =
    R"("rule": "s.a <= s.b", "message": "甲 {s.a} 大于乙 {s.b}", "fields": ["s.a", "s.b"])";

}  // namespace

TEST_CASE("the four verdicts of a rule") {
  const std::string when =
      R"("when": "s.a > 0", "rule": "s.b > 0", "message": "甲 {s.a}，乙 {s.b}", "fields": ["s.a", "s.b"])";
  const std::string has =
      R"("rule": "!has(s.a) || s.a <= s.b", "message": "甲 {s.a}，乙 {s.b}", "fields": ["s.a", "s.b"])";
  const std::string divide =
      R"("rule": "s.a / s.b <= 2", "message": "甲 {s.a}，乙 {s.b}", "fields": ["s.a", "s.b"])";
  const std::string closed =
      R"("rule": "s.a <= s.c", "message": "甲 {s.a}，丙 {s.c}", "fields": ["s.a", "s.c"])";
  struct Case {
    std::string rule;
    std::string a;
    std::string b;
    Verdict verdict;
  };
  const Case cases[] = {
      {compare, "1", "2", Verdict::pass},
      {compare, "3", "2", Verdict::fail},
      {compare, "", "2", Verdict::not_applicable},
      {compare, "1", "", Verdict::not_applicable},
      {compare, "约1", "2", Verdict::undecided},
      {compare, "1", "无", Verdict::fail},  // 无 counts as 0
      {compare, "无", "无", Verdict::pass},
      {when, "0", "0", Verdict::not_applicable},
      {when, "1", "0", Verdict::fail},
      {when, "1", "1", Verdict::pass},
      {when, "", "0", Verdict::not_applicable},
      {when, "约1", "1", Verdict::undecided},
      {when, "0", "约1", Verdict::not_applicable},
      {when, "1", "约1", Verdict::undecided},
      {has, "", "约1", Verdict::pass},  // true absorbs the unread cell
      {has, "1", "约1", Verdict::undecided},
      {divide, "1", "0", Verdict::undecided},
      {divide, "4", "2", Verdict::pass},
      {divide, "5", "2", Verdict::fail},
  };
  for (const Case& each : cases) {
    CAPTURE(each.rule, each.a, each.b);
    const Filled filled = fill(each.rule, {{"s.a", each.a}, {"s.b", each.b}});
    CHECK(filled.outcome().verdicts == std::vector<Verdict>{each.verdict});
  }
  CHECK(fill(closed, {{"s.a", "1"}, {"s.c", "0"}, {"s.gate", "否"}}).outcome().verdicts.front() ==
        Verdict::not_applicable);
  CHECK(fill(closed, {{"s.a", "1"}, {"s.c", "0"}, {"s.gate", "是"}}).outcome().verdicts.front() ==
        Verdict::fail);
  // 丙 does not take 无: that is mended first.
  CHECK(fill(closed, {{"s.a", "1"}, {"s.c", "无"}, {"s.gate", "是"}}).outcome().verdicts.front() ==
        Verdict::undecided);
}

TEST_CASE("a failed rule says the real numbers and gives every cell it read") {
  const Filled filled = fill(compare, {{"s.a", "1,234"}, {"s.b", "无"}});
  const std::vector<Finding> findings = filled.outcome().findings;
  REQUIRE(findings.size() == 1);
  CHECK(json::to_compact(check::to_json(findings, filled.form)) ==
        R"([{"code":"W101","severity":"warning","verdict":"fail","cells":["s.a","s.b"],)"
        R"("message":"甲 1234 大于乙 无。","parts":{"s.a":"1234","s.b":"无"},)"
        R"("explain":"required","explanation":"missing"}])");
}

TEST_CASE("an undecided rule is one notice that says which cell it waits for") {
  const Filled filled = fill(compare, {{"s.a", "约1"}, {"s.b", "2"}});
  const std::vector<Finding> findings = filled.outcome().findings;
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].code == "unread");
  CHECK(json::to_compact(check::to_json({findings[1]}, filled.form)) ==
        R"([{"code":"W101","severity":"notice","verdict":"undecided","cells":["s.a","s.b"],)"
        R"("message":"规则 W101 暂时不能判断：甲读到“约1”，不是准确的数字。",)"
        R"("parts":{"reason":"unread","s.a":"约1","s.b":"2"},"explain":"none","explanation":"not_asked"}])");
}

TEST_CASE("what the context lacks makes a rule undecided, and is said once") {
  const std::string prior =
      R"("rule": "s.a + s.b >= prior.s.a + prior.s.b", "message": "上年 {prior.s.a}，今年 {s.a} 和 {s.b}", "fields": ["s.a", "s.b"])";
  Filled filled = fill(prior, {{"s.a", "1"}, {"s.b", "2"}});
  REQUIRE(filled.outcome().findings.size() == 1);
  CHECK(filled.outcome().findings[0].message == "规则 W101 暂时不能判断：没有上年的报表可比。");
  CHECK(filled.outcome().findings[0].parts.front() ==
        std::pair<std::string, std::string>("reason", "unknown"));

  filled.context.prior_known = document::PriorKnown::none;
  CHECK(filled.outcome().verdicts.front() == Verdict::not_applicable);

  filled.context.prior_known = document::PriorKnown::present;
  filled.context.prior = {"2018", filled.document.cells};
  CHECK(filled.outcome().verdicts.front() == Verdict::pass);
  filled.context.prior.cells[0] = document::read_cell(filled.form.fields[0], "约9");
  CHECK(filled.outcome().findings[0].message ==
        "规则 W101 暂时不能判断：上年的甲读到“约9”，不是准确的数字。");
  filled.form.fields[0].allows_none = false;
  filled.context.prior.cells[0] = document::read_cell(filled.form.fields[0], "无");
  CHECK(filled.outcome().verdicts.front() == Verdict::undecided);

  Filled dated =
      fill(R"("rule": "s.date <= today", "message": "{s.date} 晚于 {today}", "fields": ["s.date"])",
           {{"s.date", "2020-1-15"}});
  CHECK(dated.outcome().findings[0].message == "规则 W101 暂时不能判断：不知道当天的日期。");
  dated.context.today = "2020-01-14";
  CHECK(dated.outcome().findings[0].message == "2020-01-15 晚于 2020-01-14。");
}

TEST_CASE("an explanation holds for the values it was written for") {
  Filled filled = fill(compare, {{"s.a", "3"}, {"s.b", "2"}});
  const Finding finding = filled.outcome().findings.front();
  const json::Object values = check::explained_values(finding, filled.form, filled.document);
  CHECK(json::to_compact(values) == R"({"s.a":3,"s.b":2})");
  const auto state = [&] { return filled.outcome().findings.front().explanation; };

  CHECK(state() == check::ExplanationState::missing);
  CHECK_FALSE(check::may_submit(filled.outcome().findings));
  filled.document.explanations.push_back({"W101", "s.a", values, " \u00a0"});
  CHECK(state() == check::ExplanationState::missing);
  filled.document.explanations[0].text = "含上年结转";
  CHECK(state() == check::ExplanationState::given);
  CHECK(check::may_submit(filled.outcome().findings));
  testing::type_into(filled.form, filled.document, "s.a", "3 (含结转)");
  CHECK(state() == check::ExplanationState::given);
  testing::type_into(filled.form, filled.document, "s.b", "1");
  CHECK(state() == check::ExplanationState::stale);
  CHECK_FALSE(check::may_submit(filled.outcome().findings));
  testing::type_into(filled.form, filled.document, "s.b", "2");
  CHECK(state() == check::ExplanationState::given);
  filled.document.explanations[0].cell = "s.b";
  CHECK(state() == check::ExplanationState::missing);
}

TEST_CASE("an explanation of a change holds for last year's value too") {
  Filled filled =
      fill(R"("rule": "s.a >= prior.s.a", "message": "{s.a} 少于 {prior.s.a}", "fields": ["s.a"])",
           {{"s.a", "3"}});
  filled.context.prior_known = document::PriorKnown::present;
  filled.context.prior = {"2018", filled.document.cells};
  filled.context.prior.cells[0] = document::read_cell(filled.form.fields[0], "5");
  filled.document.context = filled.context;
  const Finding finding = filled.outcome().findings.front();
  const json::Object values = check::explained_values(finding, filled.form, filled.document);
  CHECK(json::to_compact(values) == R"({"s.a":3,"prior.s.a":5})");
  filled.document.explanations.push_back({"W101", "s.a", values, "清理账号"});
  CHECK(filled.outcome().findings.front().explanation == check::ExplanationState::given);
  filled.context.prior.cells[0] = document::read_cell(filled.form.fields[0], "6");
  CHECK(filled.outcome().findings.front().explanation == check::ExplanationState::stale);
}

TEST_CASE("an explanation holds for what the register said, on any day") {
  Filled filled = fill(
      R"j("rule": "size(site.name) > s.a && s.date <= today", "message": "{s.a}{s.date}", "fields": ["s.a", "s.date"])j",
      {{"s.a", "9"}, {"s.date", "2020-1-20"}});
  filled.context.today = "2020-01-15";
  filled.context.site = document::Site{"4305250009", "洞口县", "", "洞口县人民政府"};
  filled.document.context = filled.context;
  const Finding finding = filled.outcome().findings.front();
  const json::Object values = check::explained_values(finding, filled.form, filled.document);
  CHECK(json::to_compact(values) == R"({"s.a":9,"s.date":"2020-01-20","site.name":"洞口县"})");
  filled.document.explanations.push_back({"W101", "s.a", values, "名称有误，已报更正"});
  const auto state = [&] { return filled.outcome().findings.front().explanation; };
  CHECK(state() == check::ExplanationState::given);
  CHECK(document::read(document::write(filled.document, filled.form), filled.form).ok());
  filled.context.site->organiser = "洞口县人民政府办公室";  // not what the rule reads
  CHECK(state() == check::ExplanationState::given);
  filled.context.site->name = "洞口";
  CHECK(state() == check::ExplanationState::stale);
  filled.context.site->name = "洞口县";
  filled.context.today = "2020-01-16";  // midnight, while a submission waits for the network
  CHECK(state() == check::ExplanationState::given);
  // As documents had it that were written when the day was among the values.
  filled.document.explanations[0].values.push_back({"today", "2020-01-15"});
  CHECK(state() == check::ExplanationState::given);
  filled.document.explanations[0].values.push_back({"s.b", "1"});
  CHECK(state() == check::ExplanationState::stale);
}

TEST_CASE("an explanation holds for what only the message says, and so do the finding's parts") {
  Filled filled =
      fill(R"("rule": "s.a < 3", "message": "甲 {s.a} 乙 {s.b}，上年 {prior.s.b}", "fields": ["s.a", "s.b"])",
           {{"s.a", "3"}, {"s.b", "7"}});
  filled.context.prior_known = document::PriorKnown::present;
  filled.context.prior = {"2018", filled.document.cells};
  filled.document.context = filled.context;
  const Finding finding = filled.outcome().findings.front();
  CHECK(finding.parts ==
        std::vector<std::pair<std::string, std::string>>{{"s.a", "3"}, {"s.b", "7"}, {"prior.s.b", "7"}});
  const json::Object values = check::explained_values(finding, filled.form, filled.document);
  CHECK(json::to_compact(values) == R"({"s.a":3,"s.b":7,"prior.s.b":7})");
  filled.document.explanations.push_back({"W101", "s.a", values, "属实"});
  const auto state = [&] { return filled.outcome().findings.front().explanation; };
  CHECK(state() == check::ExplanationState::given);
  testing::type_into(filled.form, filled.document, "s.b", "9999");
  CHECK(state() == check::ExplanationState::stale);
}

TEST_CASE("what only the message reads is no cause of a rule that is undecided") {
  const Filled filled = fill(R"("rule": "s.a < 3", "message": "甲 {s.a} 乙 {s.b}", "fields": ["s.a", "s.b"])",
                             {{"s.a", "约3"}, {"s.b", "约7"}});
  REQUIRE(filled.outcome().findings.size() == 3);
  CHECK(filled.outcome().findings[1].message == "规则 W101 暂时不能判断：甲读到“约3”，不是准确的数字。");
}

TEST_CASE("notices and optional explanations do not hold up a submission, errors do") {
  Finding finding;
  finding.severity = form::Severity::notice;
  CHECK(check::may_submit({finding}));
  finding.severity = form::Severity::warning;
  finding.explain = form::Explain::optional;
  finding.explanation = check::ExplanationState::missing;
  CHECK(check::may_submit({finding}));
  finding.explain = form::Explain::required;
  CHECK_FALSE(check::may_submit({finding}));
  finding.explanation = check::ExplanationState::given;
  CHECK(check::may_submit({finding}));
  finding.severity = form::Severity::error;
  CHECK_FALSE(check::may_submit({finding}));
  CHECK(check::may_submit({}));
}
