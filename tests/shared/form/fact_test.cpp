#include "shared/form/fact.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "shared/form/load.h"

namespace tianbao::form {
namespace {

/// A form of three numbers, a text with `text_members` and a rule with `rule_members`.
std::string definition(const std::string& text_members, const std::string& rule_members) {
  return R"({
    "format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "试填表", "periods": {"first": 2017},
    "sections": [{"id": "s", "label": "部分", "groups": [{"fields": [
      {"id": "a", "label": "甲", "type": "whole_number"},
      {"id": "b", "label": "乙{", "type": "decimal"},
      {"id": "c", "label": "丙", "type": "whole_number"},
      {"id": "t", "label": "年份", "type": "text")" +
         text_members + R"(},
      {"id": "k", "label": "是否", "type": "yes_no"}
    ]}]}],
    "rules": [{"code": "W101", "severity": "warning", "basis": "试", )" +
         rule_members + "}]}";
}

constexpr const char* sound_rule = R"("at_most": ["s.a", "s.b"])";

/// As the definition would have it.
std::string message_of(const Rule& rule) {
  std::string message;
  for (const MessagePart& part : rule.message) {
    message += part.text;
    if (part.expression) message += "{" + part.expression->source() + "}";
  }
  return message;
}

std::string fields_of(const Form& form) {
  std::string text;
  for (const std::size_t field : form.rules[0].fields) text += form.fields[field].id;
  return text;
}

}  // namespace

TEST_CASE("a rule written short says with its numbers what is wrong and names its fields") {
  const struct {
    const char* members;
    const char* fields;
    const char* message;
  } cases[] = {
      {R"("total": "s.c", "of": ["s.b", "s.a"])", "cba",
       "丙 {s.c} 不等于乙{ {s.b}、甲 {s.a} 之和 {s.b + s.a}"},
      {sound_rule, "ab", "甲 {s.a} 大于乙{ {s.b}"},
      {R"("at_most": ["s.c", "s.a", "s.b"])", "cab", "丙 {s.c}、甲 {s.a}、乙{ {s.b}：其中有大于后一项的"},
      {R"("change": {"of": "s.b", "times": 5})", "b",
       "乙{由上年的 {prior.s.b} 变为 {s.b}，超过上年的 5 倍或者不足五分之一"},
      {R"("change": {"of": "s.b", "times": 12})", "b",
       "乙{由上年的 {prior.s.b} 变为 {s.b}，超过上年的 12 倍或者不足 1/12"},
      {R"("change": {"of": "s.a", "percent": 50})", "a", "甲由上年的 {prior.s.a} 变为 {s.a}，增减超过 50%"},
      {R"("at_most": ["s.c", "s.a"], "when": "s.k", "message": "{s.b}")", "cakb", "{s.b}"},
      {R"("at_most": ["s.c", "s.a"], "when": "s.k", "fields": ["s.k", "s.a", "s.c"])", "kac",
       "丙 {s.c} 大于甲 {s.a}"},
  };
  for (const auto& example : cases) {
    CAPTURE(example.members);
    const auto form = load(definition("", example.members));
    REQUIRE(form.ok());
    CHECK(message_of(form.value().rules[0]) == example.message);
    CHECK(fields_of(form.value()) == example.fields);
  }
}

TEST_CASE("the longest facts that the limits allow have a spelling") {
  const std::string section(max_id_bytes, 's');
  std::string fields;
  std::string parts;
  std::string chain;
  for (std::size_t index = 0; index <= max_total_parts; ++index) {
    std::string id = "f" + std::to_string(index);
    id.append(max_id_bytes - id.size(), '_');
    const std::string_view comma = index == 0 ? "" : ",";
    fields.append(comma).append(R"({"id": ")" + id).append(R"(", "label": ")" + id);
    fields += R"(", "type": "whole_number"})";
    std::string address = "\"" + section;
    address.append(".").append(id).append("\"");
    if (index > 0) parts += (index == 1 ? "" : ",") + address;
    if (index < max_at_most_fields) chain.append(comma).append(address);
  }
  const std::string total =
      R"("total": ")" + section + ".f0" + std::string(max_id_bytes - 2, '_') + R"(", "of": [)" + parts + "]";
  const std::string at_most = R"("at_most": [)" + chain + "]";
  const auto with = [&](const std::string& members) {
    return R"({"format": "tianbao-form/1", "id": "t", "edition": "1", "title": "表", "periods": {"first": 2017},
      "sections": [{"id": ")" +
           section + R"(", "label": "部分", "groups": [{"fields": [)" + fields + R"(]}]}],
      "rules": [{"code": "W101", "severity": "warning", "basis": "试", )" +
           members + "}]}";
  };
  CHECK(load(with(total)).ok());
  CHECK(load(with(at_most)).ok());
}

TEST_CASE("a change takes every `when` that is one by itself") {
  std::string deep = "s.k";
  for (std::size_t level = 1; level < expression::max_depth; ++level) deep.insert(0, "(").append(")");
  for (std::string when : {deep, "s.k || s.k //" + std::string(expression::max_source_bytes - 13, 'x')}) {
    const std::string members = R"("change": {"of": "s.a", "times": 5}, "when": ")" + when + "\"";
    const auto form = load(definition("", members));
    REQUIRE(form.ok());
    const Rule& rule = form.value().rules[0];
    CHECK(rule.when->source() == when);
    CHECK(rule.fact_when->source() == "prior.s.a > 0");
    CHECK(when_source(rule) == "(" + when + "\n) && prior.s.a > 0");
    CHECK_FALSE(
        load(definition("", R"("change": {"of": "s.a", "times": 5}, "when": "()" + when + ")\"")).ok());
  }
}

TEST_CASE("a mistake in a fact or a pattern is named with its place, what was found and what was meant") {
  const struct {
    const char* text;
    const char* rule;
    const char* line;
  } cases[] = {
      {"", R"("message": "甲", "fields": ["s.a"])",
       "/rules/0/rule：缺少成员，应为：rule，或者 total、at_most、change 中的一个"},
      {"", R"("rule": "s.a > 0", "of": ["s.a"], "message": "甲", "fields": ["s.a"])",
       "/rules/0/of：这里不能有这个成员，现为“of”，应为：rule、total、at_most、change 只写一个"},
      {"", R"("total": "s.a", "of": ["s.b", "s.c"], "at_most": ["s.a", "s.b"])",
       "/rules/0/at_most：这里不能有这个成员，现为“at_most”"},
      {"", R"("at_most": ["s.a", "s.b"], "of": ["s.a"])", "/rules/0/of：这里不能有这个成员，现为“of”"},
      {"", R"("total": "s.a")", "/rules/0/of：缺少成员，应为：of"},
      {"", R"("total": "s.a", "of": ["s.b"])", "/rules/0/of/1：缺少成员，应为：至少两个项目地址"},
      {"", R"("total": "s.a", "of": ["s.b", "s.a"])",
       "/rules/0/of/1：标识重复，现为“s.a”，应为：每个项目只列一次"},
      {"", R"("total": "s.t", "of": ["s.b", "s.a"])",
       "/rules/0/total：项目的类型不对，现为“s.t”，应为：数字项目（whole_number 或 decimal）的地址"},
      {"", R"("total": 5, "of": ["s.b", "s.a"])", "/rules/0/total：类型不对，现为“5”，应为：项目地址"},
      {"", R"("at_most": ["s.a", "s.bb"])",
       "/rules/0/at_most/1：没有这个项目，现为“s.bb”，应为：本表的项目地址。是否想写“s.b”？"},
      {"", R"("at_most": [])", "/rules/0/at_most：内容为空"},
      {"", R"("at_most": ["s.a", "s.b"], "fields": ["s.a"])",
       "/rules/0/fields：读取了没有列出的项目，现为“s.b”"},
      {"", R"("at_most": ["s.a", "s.b"], "fields": ["s.a", "s.b", "s.c"])",
       "/rules/0/fields/2：列出了没有读取的项目，现为“s.c”"},
      {"", R"("at_mots": ["s.a", "s.b"], "rule": "s.a > 0", "message": "甲", "fields": ["s.a"])",
       "/rules/0/at_mots：没有这个成员，现为“at_mots”"},
      {"", R"("change": {"of": "s.a"})", "/rules/0/change/times：缺少成员，应为：times"},
      {"", R"("change": {"of": "s.a", "times": 1})",
       "/rules/0/change/times：超出范围，现为“1”，应为：2 至 1000 的整数"},
      {"", R"("change": {"of": "s.a", "percent": 100})",
       "/rules/0/change/percent：超出范围，现为“100”，应为：1 至 99 的整数"},
      {"", R"("change": {"of": "s.a", "percent": 10, "times": 2})",
       "/rules/0/change/times：这里不能有这个成员，现为“times”，应为：times 和 percent 只写一个"},
      {"", R"("change": {"times": 5})", "/rules/0/change/of：缺少成员，应为：of"},
      {"", R"("change": "s.a")", "/rules/0/change：类型不对，现为“\"s.a\"”，应为：对象"},
      {"", R"("change": {"of": "s.a", "times": 5}, "when": "s.a")",
       "/rules/0/when：表达式的结果类型不对，现为“数字”"},
      {R"(, "pattern": "[0-9{4}", "pattern_hint": "4 位年份")", sound_rule,
       "/sections/0/groups/0/fields/3/pattern：模式不对，现为“[0-9{4}”，应为：正则表达式第 1 个字节处的"},
      {R"(, "pattern": "[0-9]{4}")", sound_rule,
       "/sections/0/groups/0/fields/3/pattern_hint：缺少成员，应为：pattern_hint"},
      {R"(, "pattern_hint": "4 位年份")", sound_rule,
       "/sections/0/groups/0/fields/3/pattern_hint：这里不能有这个成员，现为“pattern_hint”，应为：只与 "
       "pattern"},
      {R"(}, {"id": "n", "label": "数", "type": "whole_number", "pattern": "1")", sound_rule,
       "/sections/0/groups/0/fields/4/pattern：这里不能有这个成员，现为“pattern”，应为：只用于 text 和 "
       "long_text"},
  };
  for (const auto& example : cases) {
    CAPTURE(example.text, example.rule);
    const auto form = load(definition(example.text, example.rule));
    REQUIRE_FALSE(form.ok());
    std::string lines;
    for (const DefinitionError& error : form.error()) lines += describe(error) + "\n";
    CAPTURE(lines);
    CHECK(form.error().size() == 1);
    CHECK(lines.starts_with(example.line));
  }
}

}  // namespace tianbao::form
