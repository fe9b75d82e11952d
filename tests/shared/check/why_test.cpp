#include "shared/check/why.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/expression/formula.h"
#include "shared/json/write.h"
#include "tests/support/reports.h"

using namespace tianbao;
using check::Finding;
using check::Why;
using document::Document;
using testing::work_report;

namespace {

using Typed = std::vector<std::pair<std::string, std::string>>;

const form::Rule& rule_of(std::string_view code) {
  const auto& rules = work_report().rules;
  const auto rule =
      std::find_if(rules.begin(), rules.end(), [&](const form::Rule& each) { return each.code == code; });
  REQUIRE(rule != rules.end());
  return *rule;
}

/// A published report on its own day, with what is typed into it since.
Document report(std::string_view name, const Typed& typed = {}) {
  Document document = testing::published_report(name);
  document.context.today = "2020-01-15";
  for (const auto& [address, text] : typed) testing::type_into(work_report(), document, address, text);
  return document;
}

Why why_of(std::string_view code, const Document& document) {
  return check::why(check::bind(work_report(), document, document.context), rule_of(code));
}

struct ReportCase {
  const char* report;
  const char* code;
  std::string_view formula;
  std::string_view when = {};
};

// Two reports as they were published.
const ReportCase report_cases[] = {
    {"dongkou-2019", "W101", "16965 = 78 + 12089 + 4798 ✓", ""},
    {"gaohang-2017", "W101", "523 = 51 + 472 + 135（= 658）✗", ""},
    {"dongkou-2019", "W201", "16965 ≥ 78 ✓ 且 16965 ≥ 12089 ✓ 且 16965 ≥ 4798 ✓", ""},
    {"dongkou-2019", "E103", "39 = 38 + 0 + 1 ✓", ""},
    {"gaohang-2017", "E103", "（空）= （空）+ （空）+ 2 ？", ""},
    {"dongkou-2019", "E116", "1547391 ≥ 13541 ✓", ""},
    {"gaohang-2017", "E116", "306000 ≥ 108000 ✓", ""},
    {"dongkou-2019", "N116", "1547391 ≤ 13541 × 50（= 677050）✗", ""},
    {"dongkou-2019", "W104", "13896 = 10762 + 3134 ✓", ""},
    {"dongkou-2019", "E105", "100 ≤ 3841 ✓", ""},
    {"gaohang-2017", "N216", "108000 除以 1000 的余数（= 0）≠ 0 ✗ 或 306000 除以 1000 的余数（= 0）≠ 0 ✗",
     "108000 > 0 ✓ 且 306000 > 0 ✓"},
    {"dongkou-2019", "W120",
     "“http://www.dongkou.gov.cn” 的域名（= “www.dongkou.gov.cn”）= （未知）的域名 ？", ""},
    {"dongkou-2019", "W220",
     "“http://www.dongkou.gov.cn” 的域名（= “www.dongkou.gov.cn”）以 “.gov.cn” 结尾 ✓", ""},
    {"dongkou-2019", "W128", "“湘ICP备09023995” 不包含 “ICP证” ✓", ""},
    {"dongkou-2019", "W123", "3841 = 0 ✗", "是否发布服务事项目录 = 否 ✗"},
    {"dongkou-2019", "W215",
     "(没有填写 微博·信息发布量 ✗ 或 无（按 0 计）= 0 ✓) 且 (没有填写 关注量 ✗ 或 无（按 0 计）= 0 ✓)",
     "没有填写 微博·名称 ✗ 或 微博·名称 填的是“无” ✓"},
    {"dongkou-2019", "N325", "（未知）÷ 5 ≤ 16965 ≤ （未知）× 5 ？", "（未知）> 0 ？"},
    {"dongkou-2019", "W122",
     "2020-01-15 ≥ (2019 + 1) 年 1 月 1 日（= 2020-01-01）✓ 且 "
     "2020-01-15 ≤ (2019 + 1) 年 1 月 31 日（= 2020-01-31）✓",
     ""},
};

constexpr std::string_view fact_form = R"({
  "format": "tianbao-form/1", "id": "facts", "edition": "1", "title": "试填表",
  "authority": {"number": "试〔2017〕1号", "title": "试填"}, "periods": {"first": 2017}, "provenance": "draft",
  "sections": [{"id": "s", "label": "部分", "groups": [{"fields": [
    {"id": "share", "label": "比重", "type": "decimal", "minimum": 0, "maximum": 100, "max_decimal_places": 1},
    {"id": "amount", "label": "数量", "type": "whole_number", "minimum": 0, "required": true, "help": "请填写数量。"},
    {"id": "half", "label": "一半", "type": "whole_number", "computed": "s.amount / 2"},
    {"id": "large", "label": "很大", "type": "whole_number", "computed": "s.amount * 1000000000000000"},
    {"id": "many", "label": "很多", "type": "yes_no", "computed": "s.amount > 9"},
    {"id": "kind", "label": "类型", "type": "one_choice",
     "choices": [{"id": "first", "label": "第一类"}, {"id": "second", "label": "第二类"}]},
    {"id": "tags", "label": "标签", "type": "many_choices", "max_length": 5,
     "choices": [{"id": "new", "label": "新"}, {"id": "other", "label": "其他", "other": true}]},
    {"id": "name", "label": "名称", "type": "text", "max_length": 4, "required": "s.kind == 'first'"},
    {"id": "since", "label": "起始", "type": "text", "pattern": "[0-9]{4}年?", "pattern_hint": "4 位年份"},
    {"id": "more", "label": "还有多少", "type": "whole_number", "relevant": "s.kind == 'second'"}
  ]}]}],
  "rules": [{"code": "N101", "severity": "notice", "rule": "s.amount < 9", "message": "{s.amount}",
             "fields": ["s.amount"], "basis": "试", "provenance": "draft"}]
})";

const form::Form& facts() {
  static const form::Form form = testing::load_form(fact_form);
  return form;
}

struct FactCase {
  const char* code;
  Typed typed;
  std::string_view asked;
  std::string_view formula;
  std::string_view when = {};
};

const std::vector<FactCase>& fact_cases() {
  static const std::vector<FactCase> cases = {
      {"required", {}, "必须填写", "（空）✗"},
      {"required",
       {{"s.amount", "2"}, {"s.kind", "第一类"}},
       "类型 = “第一类” 时，必须填写",
       "（空）✗",
       "“第一类” = “第一类” ✓"},
      {"unread", {{"s.amount", "约500"}}, "请填写整数，如 500", "“约500” ✗"},
      {"none_not_allowed", {{"s.amount", "无"}}, "请填写整数，如 500", "“无” ✗"},
      {"whole_number", {{"s.amount", "2.5"}}, "请填写整数，如 500", "2.5 ✗"},
      {"number_range", {{"s.amount", "-2"}}, "数量 ≥ 0", "-2 ≥ 0 ✗"},
      {"number_range", {{"s.amount", "2"}, {"s.share", "101"}}, "0 ≤ 比重 ≤ 100", "0 ≤ 101 ≤ 100 ✗"},
      {"decimal_places", {{"s.amount", "2"}, {"s.share", "3.25"}}, "小数 ≤ 1 位", "3.25 ✗"},
      {"text_length", {{"s.amount", "2"}, {"s.name", "一二三四五"}}, "字数 ≤ 4", "5 ≤ 4 ✗"},
      {"text_pattern", {{"s.amount", "2"}, {"s.since", "19年"}}, "写成 4 位年份", "“19年” ✗"},
      {"other_text", {{"s.amount", "2"}, {"s.tags", "其他"}}, "勾选“其他”的应注明具体内容", "（空）✗"},
      {"other_text",
       {{"s.amount", "2"}, {"s.tags", "☑新 □其他 扫码"}},
       "没有勾选“其他”的不应填写它的内容",
       "“扫码” ✗"},
      {"computed_differs",
       {{"s.amount", "2"}, {"s.half", "1"}, {"s.many", "是"}},
       "很多 = 数量 > 9",
       "2 > 9 ✗，应为 否，现为 是 ✗"},
      {"not_applicable_filled",
       {{"s.amount", "2"}, {"s.kind", "第一类"}, {"s.more", "7"}},
       "只有 类型 = “第二类” 时才填写还有多少",
       "“第一类” = “第二类” ✗"},
      {"computed_differs", {{"s.amount", "5"}}, "一半 = 数量 ÷ 2", "（空）= 5 ÷ 2（= 2.5 ≈ 3）✗"},
      {"computed_differs", {{"s.amount", "4"}, {"s.half", "3"}}, "一半 = 数量 ÷ 2", "3 = 4 ÷ 2（= 2）✗"},
      {"computed_differs", {{"s.half", "3"}}, "一半 = 数量 ÷ 2", "3 = （空）÷ 2 ✗"},
      {"too_many_digits",
       {{"s.amount", "4"}},
       "很大 = 数量 × 1000000000000000",
       "（空）= 4 × 1000000000000000（= 4000000000000000）✗"},
      {"too_many_digits",
       {{"s.amount", "12345678901234567890"}},
       "数字 ≤ 15 位，小数 ≤ 6 位",
       "12345678901234567890 ✗"},
  };
  return cases;
}

}  // namespace

TEST_CASE("a rule shows the numbers of a real report, whether it holds or not") {
  for (const ReportCase& each : report_cases) {
    CAPTURE(each.report, each.code);
    const Why why = why_of(each.code, report(each.report));
    CHECK(why.formula == each.formula);
    CHECK(why.when == each.when);
    CHECK(why.source == rule_of(each.code).basis);
  }
}

TEST_CASE("a rule says in the names of the cells what it asks") {
  const Document document = report("dongkou-2019");
  CHECK(why_of("W101", document).asked ==
        "信息发布·总数 = 概况类信息更新量 + 政务动态信息更新量 + 信息公开目录信息更新量");
  CHECK(why_of("N325", document).asked == "信息发布·总数与上年相比不超过 5 倍、不少于五分之一");
  CHECK(why_of("W117", document).asked == "政府网站标识码 = 登记的标识码");
  CHECK(why_of("W123", document).asked == "是否发布服务事项目录 = 否 时，政务服务事项数量 = 0");
}

TEST_CASE("a change is shown between what it may come to at least and at most") {
  const form::Form form = testing::load_form(R"({
    "format": "tianbao-form/1", "id": "change", "edition": "1", "title": "试填表", "periods": {"first": 2017},
    "provenance": "draft",
    "sections": [{"id": "s", "label": "部分", "groups": [{"fields": [
      {"id": "a", "label": "甲", "type": "whole_number", "allows_none": true},
      {"id": "t", "label": "乙", "type": "text", "allows_none": true}]}]}],
    "rules": [
      {"code": "W101", "severity": "warning", "change": {"of": "s.a", "percent": 50}, "basis": "试"},
      {"code": "W102", "severity": "warning", "change": {"of": "s.a", "times": 3}, "basis": "试"},
      {"code": "W103", "severity": "warning", "rule": "size(s.t) > 0", "message": "试", "fields": ["s.t"],
       "basis": "试"}]})");
  struct ChangeCase {
    const char* code;
    const char* before;
    const char* now;
    std::string_view asked;
    std::string_view formula;
  };
  for (const ChangeCase& each : std::vector<ChangeCase>{
           {"W101", "2", "5", "甲与上年相比增减不超过 50%", "2 × 50%（= 1）≤ 5 ≤ 2 × 150%（= 3）✗"},
           {"W101", "4", "5", "甲与上年相比增减不超过 50%", "4 × 50%（= 2）≤ 5 ≤ 4 × 150%（= 6）✓"},
           {"W102", "10", "2", "甲与上年相比不超过 3 倍、不少于三分之一",
            "10 ÷ 3（≈ 3.333333）≤ 2 ≤ 10 × 3（= 30）✗"},
           {"W102", "10", "", "甲与上年相比不超过 3 倍、不少于三分之一",
            "10 ÷ 3（≈ 3.333333）≤ （空） ≤ 10 × 3（= 30）？"},
           {"W103", "", "2", "乙 的字数 > 0", "无（按空文字计）的字数（= 0）> 0 ✗"}}) {
    CAPTURE(each.code, each.before, each.now);
    Document document = document::make_blank(form, "2019", "4305250009");
    document.context.prior_known = document::PriorKnown::present;
    document.context.prior = {"2018", document.cells};
    document.context.prior.cells[0] = document::read_cell(form.fields[0], each.before);
    testing::type_into(form, document, "s.a", each.now);
    testing::type_into(form, document, "s.t", "无");
    const auto rule = std::find_if(form.rules.begin(), form.rules.end(),
                                   [&](const form::Rule& other) { return other.code == each.code; });
    const Why why = check::why(check::bind(form, document, document.context), *rule);
    CHECK(why.asked == each.asked);
    CHECK(why.formula == each.formula);
  }
}

TEST_CASE("what a rule has read stands there with labels and values, each once") {
  const auto cells_of = [](std::string_view code, const Document& document) {
    std::string text;
    for (const check::Read& read : why_of(code, document).cells)
      text += read.label + "：" + read.value + "\n";
    return text;
  };
  const Document document = report("dongkou-2019", {{"interaction.messages_handled", "约500"}});
  CHECK(cells_of("W101", document) ==
        "信息发布·总数：16965\n概况类信息更新量：78\n政务动态信息更新量：12089\n信息公开目录信息更新量：4798"
        "\n");
  CHECK(cells_of("W208", document) == "平均办理时间：5\n办结留言数量：约500\n");
  CHECK(cells_of("W222", document) == "填报日期：2020-01-15\n当天日期：2020-01-15\n");
  CHECK(cells_of("W124", document) == "注册用户数：15735\n上年注册用户数：（未知）\n");
}

TEST_CASE("every rule and every finding of a report says why, within its limits") {
  for (const char* name : {"dongkou-2019", "gaohang-2017"}) {
    const Document document = report(name);
    const check::Bound bound = check::bind(work_report(), document, document.context);
    for (const Finding& finding : check::check(work_report(), document, document.context).findings) {
      CAPTURE(finding.code, finding.message);
      const Why why = check::why(bound, finding);
      CHECK_FALSE(why.asked.empty());
      CHECK_FALSE(why.source.empty());
      CHECK_FALSE(why.cells.empty());
      // A finding is about something that does not hold, or cannot be told.
      const std::string_view mark = finding.verdict == check::Verdict::fail ? "✗" : "？";
      CHECK((why.formula + why.when).find(mark) != std::string::npos);
    }
  }
}

TEST_CASE("a standard fact says what is asked of the cell and what stands there") {
  for (const FactCase& each : fact_cases()) {
    CAPTURE(each.code, each.formula);
    Document document = document::make_blank(facts(), "2019", "4305250009");
    for (const auto& [address, text] : each.typed) testing::type_into(facts(), document, address, text);
    const auto findings = check::check(facts(), document, {}).findings;
    const auto finding = std::find_if(findings.begin(), findings.end(),
                                      [&](const Finding& found) { return found.code == each.code; });
    REQUIRE(finding != findings.end());
    const Why why = check::why(check::bind(facts(), document, {}), *finding);
    CHECK(why.asked == each.asked);
    CHECK(why.formula == each.formula);
    CHECK(why.when == each.when);
    const bool has_help = facts().fields[finding->fields.front()].id == "amount";
    CHECK(why.source == (has_help ? "填写说明：请填写数量。" : "试〔2017〕1号《试填》"));
  }
}

TEST_CASE("a cell that does not apply is shown with what stands in it") {
  Document document = document::make_blank(facts(), "2019", "4305250009");
  for (const auto& [address, text] : Typed{{"s.amount", "2"}, {"s.kind", "第一类"}, {"s.more", "7"}}) {
    testing::type_into(facts(), document, address, text);
  }
  for (const Finding& finding : check::check(facts(), document, {}).findings) {
    if (finding.code != "not_applicable_filled") continue;
    const Why why = check::why(check::bind(facts(), document, {}), finding);
    REQUIRE(why.cells.size() == 2);
    CHECK(why.cells[0].value == "7");
    CHECK(why.cells[1].value == "第一类");
    return;
  }
  FAIL("nothing was found");
}

TEST_CASE("what cannot be told of a cell is shown with the expression that asks") {
  const form::Form form = testing::load_form(R"j({
    "format": "tianbao-form/1", "id": "doubtful", "edition": "1", "title": "存疑表",
    "periods": {"first": 2017}, "provenance": "draft",
    "sections": [{"id": "s", "label": "部分", "groups": [{"fields": [
      {"id": "a", "label": "甲", "type": "whole_number"},
      {"id": "b", "label": "乙", "type": "whole_number"},
      {"id": "share", "label": "比", "type": "decimal", "computed": "s.a / s.b"},
      {"id": "note", "label": "备注", "type": "text", "required": "s.a / s.b > 0.5"},
      {"id": "more", "label": "其他", "type": "text", "relevant": "s.a / s.b > 0.5"}]}]}]})j");
  Document document = document::make_blank(form, "2019", "4305250009");
  testing::type_into(form, document, "s.a", "5");
  testing::type_into(form, document, "s.b", "0");
  const std::vector<Finding> findings = check::check(form, document, {}).findings;
  const check::Bound bound = check::bind(form, document, {});
  struct Case {
    std::string_view code;
    std::string_view asked;
    std::string_view formula;
  };
  const Case cases[] = {
      {"computed_undecided", "比 = 甲 ÷ 乙", "5 ÷ 0"},
      {"required_undecided", "甲 ÷ 乙 > 0.5 时必须填写备注", "5 ÷ 0（无法计算）> 0.5 ？"},
      {"relevant_undecided", "只有 甲 ÷ 乙 > 0.5 时才填写其他", "5 ÷ 0（无法计算）> 0.5 ？"},
  };
  REQUIRE(findings.size() == std::size(cases));
  for (std::size_t index = 0; index < findings.size(); ++index) {
    CHECK(findings[index].code == cases[index].code);
    const Why why = check::why(bound, findings[index]);
    CHECK(why.asked == cases[index].asked);
    CHECK(why.formula == cases[index].formula);
    REQUIRE(why.cells.size() == 3);
    CHECK(why.cells[2].label == "乙");
    CHECK(why.cells[2].value == "0");
  }
}

TEST_CASE("why is JSON for programs") {
  const Document document = report("gaohang-2017");
  CHECK(
      json::to_compact(check::to_json(why_of("W102", document), work_report())) ==
      R"({"asked":"新开设数量不大于维护数量","formula":"1 ≤ 1 ✓","cells":[)"
      R"({"name":"topics.maintained","label":"维护数量","value":"1"},)"
      R"({"name":"topics.opened","label":"新开设数量","value":"1"}],)"
      R"("source":"填写说明三.1：本年度有信息更新的专栏专题总个数。由此推定新开设的专栏专题计入维护数量。"})");
  CHECK(check::to_json(why_of("W123", document), work_report())[1].key == "when");
}

TEST_CASE("a long text is shortened wherever it is shown") {
  const std::string name(3000, 'x');
  const Document document = report("dongkou-2019", {{"media.other", name}, {"basic.icp_number", name}});
  for (const form::Rule& rule : work_report().rules) {
    const Why why = why_of(rule.code, document);
    CHECK(why.formula.size() <= expression::max_formula_bytes + 3);
    for (const check::Read& read : why.cells) {
      CHECK(read.value.size() < expression::max_formula_text_characters * 4);
    }
  }
}
