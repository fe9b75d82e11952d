#include "server/difference/difference.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "server/difference/order.h"
#include "shared/form/load.h"
#include "tests/server/command/fixture.h"

namespace tianbao::difference {

namespace {

/// Two sections, a table, rules; every case below is this with another text in one place or two.
constexpr const char* base = R"({
"format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "试填表", "periods": {"first": 2017},
"due": {"from": "01-01", "until": "01-31"},
"sections": [
{"id": "basic", "label": "基本情况", "numeral": "一", "groups": [{"fields": [
{"id": "name", "label": "单位名称", "type": "text", "required": true},
{"id": "staff", "label": "人员", "type": "whole_number", "unit": "人", "minimum": 0, "help": "填人数。"},
{"id": "kind", "label": "类别", "type": "one_choice", "choices": [{"id": "a", "label": "甲"}, {"id": "b", "label": "乙"}]},
{"id": "since", "label": "起始", "type": "text", "pattern": "[0-9]{4}", "pattern_hint": "4 位年份"}
]}]},
{"id": "counts", "label": "数量", "unit": "件", "groups": [
{"cells": {"type": "whole_number", "minimum": 0},
"columns": [{"id": "first", "label": "上半年"}, {"id": "second", "label": "下半年"}],
"fields": [{"id": "letters", "label": "来信"}, {"id": "visits", "label": "来访"}]}]}
],
"rules": [
{"code": "E101", "severity": "error", "each": {"half": ["first", "second"]},
"at_most": ["counts.letters.$half", "counts.visits.$half"], "basis": "说明一"},
{"code": "W102", "severity": "warning", "when": "basic.staff > 9", "rule": "basic.name != ''",
"message": "无名", "fields": ["basic.name", "basic.staff"], "basis": "推断"}
]})";

struct Edit {
  std::string from;
  std::string to;
};

form::Form edited(const std::vector<Edit>& edits) {
  std::string text = base;
  for (const Edit& edit : edits) {
    const std::size_t place = text.find(edit.from);
    INFO(edit.from);
    REQUIRE(place != std::string::npos);
    text.replace(place, edit.from.size(), edit.to);
  }
  auto form = form::load(text);
  if (!form.ok()) {
    for (const auto& error : form.error()) UNSCOPED_INFO(form::describe(error));
  }
  REQUIRE(form.ok());
  return std::move(form).value();
}

std::string lines(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += text + "\n";
  return all;
}

std::string all_of(const Differences& found) {
  std::string all;
  const auto add = [&all](const std::string& mark, const std::vector<std::string>& texts) {
    if (!texts.empty()) all += mark + lines(texts);
  };
  add("表\n", found.heads);
  add("部分\n", found.sections);
  add("项目\n", found.fields);
  add("规则\n", found.rules);
  add("上年\n", found.carried);
  return all;
}

const Edit no_staff = {
    R"({"id": "staff", "label": "人员", "type": "whole_number", "unit": "人", "minimum": 0, "help": "填人数。"},)",
    ""};
const Edit no_staff_rule = {R"("when": "basic.staff > 9", )", ""};
const Edit no_staff_field = {R"(, "basic.staff"])", "]"};

}  // namespace

TEST_CASE("Two editions are compared by address and code, in sentences and in the order of the form") {
  struct Case {
    std::vector<Edit> edits;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {{}, ""},
      {{{R"("edition": "1")", R"("edition": "2")"}}, "表\n版次：1 → 2\n"},
      {{{R"("title": "试填表")", R"("title": "新表")"}}, "表\n表名：试填表 → 新表\n"},
      {{{R"({"first": 2017})", R"({"first": 2018, "last": 2020})"}},
       "表\n适用年度：2017 年起 → 2018 年至 2020 年\n"},
      {{{R"("01-31")", R"("02-15")"}}, "表\n填报时间：次年 01-01 至 01-31 → 次年 01-01 至 02-15\n"},
      {{{R"("due")", R"("provenance": "draft", "due")"}},
       "表\n标明“草稿”：否 → 是\n项目\n更改　单位名称［basic.name］\n    文字的来源：正式文件 → 草稿\n"
       "更改　人员［basic.staff］\n    文字的来源：正式文件 → 草稿\n"
       "更改　类别［basic.kind］\n    文字的来源：正式文件 → 草稿\n"
       "更改　起始［basic.since］\n    文字的来源：正式文件 → 草稿\n"
       "更改　来信（上半年、下半年）［counts.letters.first、second］\n    文字的来源：正式文件 → 草稿\n"
       "更改　来访（上半年、下半年）［counts.visits.first、second］\n    文字的来源：正式文件 → 草稿\n"
       "规则\n更改　E101［counts.letters.first］\n    依据的来源：正式文件 → 草稿\n"
       "更改　E101［counts.letters.second］\n    依据的来源：正式文件 → 草稿\n"
       "更改　W102\n    依据的来源：正式文件 → 草稿\n"},
      {{{R"("numeral": "一")", R"("numeral": "二", "help": "先填。\n后填。")"}},
       "部分\n更改　基本情况［basic］\n    序号：一 → 二\n    说明：（无） → 先填。 ⏎ 后填。\n"},
      {{{R"("label": "上半年")", R"("label": "前半年")"}},
       "部分\n更改　数量［counts］\n"
       "    表格的列：上半年［first］、下半年［second］ → 前半年［first］、下半年［second］\n"},
      {{{R"("label": "数量", "unit": "件", "groups")",
         R"("label": "数量", "unit": "件", "note": "注：含传真。", "allows_none": true, "groups")"}},
       "部分\n更改　数量［counts］\n    注：（无） → 注：含传真。\n    可以答“本节无”：否 → 是\n"},
      {{{R"({"id": "second", "label": "下半年"})",
         R"({"id": "second", "label": "下半年", "printed": false, "width": 2})"}},
       "部分\n更改　数量［counts］\n    表格的列：上半年［first］、下半年［second］ → "
       "上半年［first］、下半年［second］（不打印、宽 2 份）\n"},
      {{{R"("label": "人员",)", R"("label": "人员", "short_label": "人",)"},
        {R"("type": "text", "required": true)", R"("type": "text", "required": true, "offer": "site.name")"}},
       "项目\n更改　单位名称［basic.name］\n    供采用的内容：（无） → site.name\n"
       "更改　人［basic.staff］\n    核对时的称呼：（无） → 人\n"},
      {{{R"("label": "人员")", R"("label": "人数")"}},
       "项目\n更改　人数［basic.staff］\n    名称：人员 → 人数\n"},
      {{{R"("unit": "人", "minimum": 0, "help": "填人数。")",
         R"("unit": "名", "minimum": 1, "maximum": 50, "help": "填。", "allows_none": true, "required": true)"}},
       "项目\n更改　人员［basic.staff］\n    单位：人 → 名\n    填写说明：填人数。 → 填。\n"
       "    必须填写：（无） → 总是\n    可以填“无”：否 → 是\n    最小值：0 → 1\n    最大值：（无） → 50\n"},
      {{{R"("type": "text", "required": true)",
         R"("type": "text", "required": "basic.kind == 'a'", "relevant": "basic.staff > 3")"}},
       "项目\n更改　单位名称［basic.name］\n    适用条件：（无） → 人员 > 3\n    必须填写：总是 → 类别 = "
       "“甲”\n"},
      {{{R"("type": "text", "pattern": "[0-9]{4}", "pattern_hint": "4 位年份")",
         R"("type": "text", "pattern": "[12][0-9]{3}", "pattern_hint": "4 位年份", "max_length": 4)"}},
       "项目\n更改　起始［basic.since］\n    最多字数：200 → 4\n"
       "    写法：4 位年份（[0-9]{4}） → 4 位年份（[12][0-9]{3}）\n"},
      {{{R"("type": "text", "pattern": "[0-9]{4}", "pattern_hint": "4 位年份")", R"("type": "date")"}},
       "项目\n更改　起始［basic.since］\n    类型：文字 → 日期\n    写法：4 位年份（[0-9]{4}） → （无）\n"
       "上年\n起始［basic.since］：类型不同（文字 → 日期）\n"},
      {{{R"({"id": "b", "label": "乙"})", R"({"id": "c", "label": "丙"})"}},
       "项目\n更改　类别［basic.kind］\n    增加选项“丙”（c）\n    删去选项“乙”（b）\n"
       "上年\n类别［basic.kind］：选项“乙”（b）没有了，选过它的须改选\n"},
      {{{R"([{"id": "a", "label": "甲"}, {"id": "b", "label": "乙"}])",
         R"([{"id": "b", "label": "乙类", "help": "其余"}, {"id": "a", "label": "甲"}])"}},
       "项目\n更改　类别［basic.kind］\n    选项（b）：乙 → 乙类\n    选项“乙类”（b）的说明：（无） → 其余\n"
       "    选项的先后有变\n"},
      {{no_staff, no_staff_rule, no_staff_field},
       "项目\n删去　人员［basic.staff］\n规则\n更改　W102\n"
       "    应当：人员 > 9 时，单位名称 不为空 → 单位名称 不为空\n    相关项目：basic.name、basic.staff → "
       "basic.name\n"
       "上年\n人员［basic.staff］：没有这一项了\n"},
      {{{R"({"id": "kind",)", R"({"id": "sort",)"}},
       "项目\n增加　类别［basic.sort］\n    单选；在“甲”、“乙”中选择一项\n"
       "    名称与删去的［basic.kind］相同：若是同一项，请沿用原来的地址，上年的值才能带入\n"
       "删去　类别［basic.kind］\n上年\n类别［basic.kind］：没有这一项了\n"},
      {{no_staff,
        {R"("pattern_hint": "4 位年份"})",
         R"("pattern_hint": "4 位年份"},)" + no_staff.from.substr(0, no_staff.from.size() - 1)}},
       "项目\n更改　人员［basic.staff］\n    移到“起始”之后\n"},
      {{{R"({"id": "letters", "label": "来信"}, {"id": "visits", "label": "来访"})",
         R"({"id": "visits", "label": "来访"}, {"id": "letters", "label": "来信"})"}},
       "项目\n更改　来访（上半年、下半年）［counts.visits.first、second］\n    移到“数量”的最前面\n"},
      {{{R"({"id": "visits", "label": "来访"})",
         R"({"id": "calls", "label": "来电"}, {"id": "visits", "label": "来访", "minimum": 1})"}},
       "项目\n增加　来电（上半年、下半年）［counts.calls.first、second］\n"
       "    整数；单位件；填写整数；不小于 0；不能填“无”\n"
       "更改　来访（上半年、下半年）［counts.visits.first、second］\n    最小值：0 → 1\n"},
      {{{R"("severity": "warning", "when")", R"("severity": "warning", "explain": "required", "when")"},
        {R"("message": "无名")", R"("message": "没有名称 {basic.staff}")"},
        {R"("basis": "推断")", R"("basis": "说明二")"}},
       "规则\n更改　W102\n    级别：提醒 → 提醒，必须写说明\n    提醒的文字：无名 → 没有名称 {basic.staff}\n"
       "    依据：推断 → 说明二\n"},
      {{{R"("at_most":)", R"("message": "来信多", "at_most":)"}},
       "规则\n更改　E101［counts.letters.first］\n"
       "    提醒的文字：上半年：来信 {counts.letters.first} 大于来访 {counts.visits.first} → 来信多\n"
       "更改　E101［counts.letters.second］\n"
       "    提醒的文字：下半年：来信 {counts.letters.second} 大于来访 {counts.visits.second} → 来信多\n"},
      {{{R"("W102")", R"("W103")"}},
       "规则\n增加　W103　提醒\n    应当：人员 > 9 时，单位名称 不为空\n"
       "删去　W102　提醒\n    应当：人员 > 9 时，单位名称 不为空\n"},
      {{{R"(["first", "second"]})", R"(["second"]})"}},
       "规则\n删去　E101　错误\n    应当：来信·上半年不大于来访·上半年\n"},
  };
  const form::Form before = edited({});
  for (const Case& each : cases) {
    const form::Form now = edited(each.edits);
    CHECK(all_of(differences(before, now)) == each.expected);
  }
}

TEST_CASE("Fixed texts and the number of repeated rows are compared too") {
  const auto form_of = [](const std::string& text, const std::string& most) {
    auto form = form::load(R"({"format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "评分表",
"periods": {"first": 2017}, "table": {"label": "项目", "section_label": "部分", "columns": [
{"id": "rule", "label": "细则", "fixed": true}, {"id": "count", "label": "数", "type": "whole_number"}]},
"sections": [{"id": "a", "label": "甲", "groups": [
{"fields": [{"id": "x", "label": "行", "texts": {"rule": ")" +
                           text + R"("}}]}, {"rows": {"id": "y", "label": "项", "most": )" + most + "}}]}]}");
    REQUIRE(form.ok());
    return std::move(form).value();
  };
  CHECK(all_of(differences(form_of("扣 1 分", "2"), form_of("扣 2 分", "2"))) ==
        "部分\n更改　甲［a］\n    第 1 处固定文字：扣 1 分 → 扣 2 分\n");
  const Differences more = differences(form_of("扣 1 分", "2"), form_of("扣 1 分", "3"));
  CHECK(lines(more.sections) == "更改　甲［a］\n    重复的行：0 至 2 行 → 0 至 3 行\n");
  CHECK(lines(more.fields).find("［a.y_3.count］") != std::string::npos);
}

TEST_CASE("Sections that move, come and go are named, and what they hold does not move with them") {
  const form::Form before = edited({});
  std::string text = base;
  const std::size_t basic = text.find(R"({"id": "basic")");
  const std::size_t counts = text.find(R"({"id": "counts")");
  const std::size_t end = text.find("\n],\n\"rules\"");
  const std::string first = text.substr(basic, counts - basic - 2);
  const std::string second = text.substr(counts, end - counts);
  text.replace(basic, end - basic, second + ",\n" + first);
  CHECK(all_of(differences(before, form::load(text).value())) ==
        "部分\n更改　数量［counts］\n    移到最前面\n");
  const form::Form renamed =
      edited({{R"({"id": "counts", "label": "数量")", R"({"id": "sums", "label": "合计")"},
              {"counts.letters.$half", "sums.letters.$half"},
              {"counts.visits.$half", "sums.visits.$half"}});
  CHECK(lines(differences(before, renamed).sections) == "增加　合计［sums］\n删去　数量［counts］\n");
}

TEST_CASE("As few numbers as possible count as moved") {
  const auto check = [](const std::vector<std::size_t>& numbers, const std::vector<bool>& expected) {
    CHECK(moved(numbers) == expected);
  };
  check({}, {});
  check({3, 5, 9}, {false, false, false});
  check({5, 1, 2, 3}, {true, false, false, false});
  check({1, 2, 3, 0}, {false, false, false, true});
  check({2, 1}, {true, false});
}

TEST_CASE("form diff says what is different, and its exit code whether anything is") {
  const testing::Folder folder;
  const std::string before = folder.write("1.json", base);
  const std::string same = folder.write("same.json", std::string(base) + "\n\n");
  std::string text = base;
  text.replace(text.find("人员"), std::string("人员").size(), "人数");
  const std::string after = folder.write("2.json", text);

  const testing::Ran equal = testing::run({"form", "diff", before, same});
  CHECK(equal.code == command::exit_clean);
  CHECK(equal.output == "两份定义的内容相同：《试填表》（trial 1）。\n");

  const testing::Ran ran = testing::run({"form", "diff", before, after});
  CHECK(ran.code == command::exit_findings);
  CHECK(ran.output ==
        "《试填表》（trial 1） → 《试填表》（trial 1）\n\n项目（1）\n  更改　人数［basic.staff］\n"
        "      名称：人员 → 人数\n");

  text = base;
  text.replace(text.find("\"trial\""), 7, "\"other\"");
  text.replace(text.find("\"name\", \"label\""), 6, "\"title\"");
  text.replace(text.find("\"basic.name != ''\""), 18, "\"basic.title != ''\"");
  text.replace(text.find("[\"basic.name\""), 13, "[\"basic.title\"");
  const testing::Ran other = testing::run({"form", "diff", before, folder.write("3.json", text)});
  CHECK(testing::contains(other.output, "注意：编号不同，是两种报表，上年的值不会从前一种带入后一种。"));
  CHECK_FALSE(testing::contains(other.output, "没有这一项了"));

  text = base;
  text.replace(text.find("basic.staff > 9"), 15, "basic.staff  > 9");
  const testing::Ran spelled = testing::run({"form", "diff", before, folder.write("4.json", text)});
  CHECK(spelled.code == command::exit_findings);
  CHECK(testing::contains(spelled.output, "应当：当 basic.staff > 9 时"));

  const std::string broken = folder.write("broken.json", "{}");
  testing::check_refused({
      {{"form", "diff", before}, "缺少参数 OLD NEW"},
      {{"form", "diff", before, broken}, "broken.json 有"},
      {{"form", "diff", broken, before}, "broken.json 有"},
      {{"form", "diff", before, folder.path("missing.json")}, "不能读取"},
  });
}

}  // namespace tianbao::difference
