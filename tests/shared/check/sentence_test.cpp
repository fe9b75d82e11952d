#include "shared/check/sentence.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/check/facts.h"
#include "tests/support/reports.h"

using namespace tianbao;

namespace {

form::Form form_of(const std::string& fields, const std::string& rule_members) {
  return testing::load_form(R"({
    "format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "试填表", "periods": {"first": 2017},
    "sections": [{"id": "s", "label": "部分", "groups": [{"fields": [
      {"id": "a", "label": "甲", "type": "whole_number"},
      {"id": "b", "label": "乙", "type": "decimal"},
      {"id": "c", "label": "丙", "type": "whole_number"})" +
                            fields + R"(]}]}],
    "rules": [{"code": "N101", "severity": "notice", "basis": "试", )" +
                            rule_members + "}]}");
}

std::string word_of(form::Severity severity) {
  return severity == form::Severity::error ? "" : "警告 ";
}

}  // namespace

TEST_CASE("a rule is said in a sentence") {
  const struct {
    const char* members;
    const char* sentence;
  } cases[] = {
      {R"("total": "s.c", "of": ["s.b", "s.a"])", "丙 = 乙 + 甲"},
      {R"("at_most": ["s.a", "s.b"])", "甲不大于乙"},
      {R"("at_most": ["s.c", "s.a", "s.b"])", "丙不大于甲，甲不大于乙"},
      {R"("change": {"of": "s.b", "times": 5})", "乙与上年相比不超过 5 倍、不少于五分之一"},
      {R"("change": {"of": "s.b", "times": 10})", "乙与上年相比不超过 10 倍、不少于十分之一"},
      {R"("change": {"of": "s.b", "times": 11})", "乙与上年相比不超过 11 倍、不少于 1/11"},
      {R"("change": {"of": "s.b", "percent": 30})", "乙与上年相比增减不超过 30%"},
      {R"("change": {"of": "s.b", "percent": 30}, "when": "s.a > 0")",
       "甲 > 0 且 上年乙 > 0 时，乙与上年相比增减不超过 30%"},
      {R"("change": {"of": "s.b", "percent": 30}, "when": "s.a > 0 || s.c > 0")",
       "(甲 > 0 或 丙 > 0) 且 上年乙 > 0 时，乙与上年相比增减不超过 30%"},
      {R"("change": {"of": "s.b", "percent": 30}, "when": "s.a > 0 && s.c > 0 // 都有")",
       "(甲 > 0 且 丙 > 0) 且 上年乙 > 0 时，乙与上年相比增减不超过 30%"},
      {R"json("total": "s.c", "of": ["s.b", "s.a"], "when": "has(s.b)")json", "已填写 乙 时，丙 = 乙 + 甲"},
      {R"("rule": "s.a <= s.b * 2", "when": "s.c == 0", "message": "甲", "fields": ["s.a", "s.b", "s.c"])",
       "丙 = 0 时，甲 ≤ 乙 × 2"},
  };
  for (const auto& example : cases) {
    CAPTURE(example.members);
    const form::Form form = form_of("", example.members);
    CHECK(check::sentence(form, form.rules[0]) == example.sentence);
  }
}

TEST_CASE("what is asked of a field is said in sentences, each with its code") {
  const struct {
    const char* members;
    const char* sentences;
  } cases[] = {
      {R"("type": "whole_number")", "whole_number 填写整数；none_not_allowed 不能填“无”；"},
      {R"("type": "decimal", "max_decimal_places": 1, "minimum": 0, "maximum": 100, "allows_none": true)",
       "decimal_places 填写数字，小数不超过 1 位；number_range 0 至 100 之间；"},
      {R"("type": "whole_number", "maximum": 12, "allows_none": true)",
       "whole_number 填写整数；number_range 不大于 12；"},
      {R"("type": "whole_number", "minimum": -3, "allows_none": true, "computed": "s.a + s.c")",
       "computed_differs = 甲 + 丙；whole_number 填写整数；number_range 不小于 -3；"},
      {R"("type": "text", "required": true, "allows_none": true)",
       "required 必须填写；text_length 不超过 200 字；"},
      {R"("type": "text", "max_length": 9, "pattern": "[0-9]{4}", "pattern_hint": "4 位年份", "allows_none": true)",
       "text_length 不超过 9 字；text_pattern 写成 4 位年份；"},
      {R"("type": "long_text", "required": "s.a > 0", "relevant": "s.c > 0", "allows_none": true)",
       "警告 not_applicable_filled 只有 丙 > 0 时才填写；required 甲 > 0 时必须填写；text_length 不超过 4000 "
       "字；"},
      {R"("type": "date", "allows_none": true)", "unread 请填写日期，如 2020-01-15；"},
      {R"("type": "yes_no")", "unread 在“是”、“否”中选择一项；"},
      {R"("type": "one_choice", "choices": [{"id": "x", "label": "子"}, {"id": "y", "label": "丑"}])",
       "choice_unknown 在“子”、“丑”中选择一项；"},
      {R"("type": "many_choices", "max_length": 5,
          "choices": [{"id": "x", "label": "子"}, {"id": "y", "label": "其他", "other": true}])",
       "choice_unknown 在“子”、“其他”中勾选；other_text 勾选“其他”的注明具体内容，不超过 5 字；"},
  };
  for (const auto& example : cases) {
    CAPTURE(example.members);
    const form::Form form = form_of(std::string(R"(, {"id": "x", "label": "某项", )") + example.members + "}",
                                    R"("at_most": ["s.a", "s.b"])");
    std::string all;
    for (const check::FieldSentence& each : check::sentences(form, 3)) {
      CHECK(std::find(check::fact_codes.begin(), check::fact_codes.end(), each.code) !=
            check::fact_codes.end());
      all += word_of(each.severity) + std::string(each.code) + " " + each.text + "；";
    }
    CHECK(all == example.sentences);
  }
}
