#include "shared/form/load.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/support/reports.h"

namespace tianbao::form {
namespace {

/// A sound form with one of everything; each case below spoils one place of it.
const std::string sound = R"json({
  "format": "tianbao-form/1",
  "id": "work-report",
  "edition": "2017",
  "title": "政府网站工作年度报表",
  "authority": { "number": "国办函〔2018〕12号", "title": "关于做好政府网站年度报表发布工作的通知" },
  "periods": { "first": 2017, "last": 2023 },
  "due": { "from": "01-01", "until": "01-31" },
  "provenance": "official",
  "sections": [
    { "id": "basic", "label": "基本信息", "numeral": "一", "place": "table", "prints_label": false, "groups": [
      { "fields": [
        { "id": "icp_number", "label": "ICP备案号", "type": "icp_number", "required": true },
        { "id": "police_number", "label": "公安机关备案号", "type": "police_number",
          "print": { "same_row": true } }
      ] }
    ] },
    { "id": "release", "label": "信息发布", "unit": "条", "groups": [
      { "label": "发布", "fields": [
        { "id": "total", "label": "总数", "type": "whole_number", "help": "条数。", "minimum": 0, "maximum": 9 },
        { "id": "news", "label": "动态", "type": "whole_number", "relevant": "release.total > 0" },
        { "id": "days", "label": "时间", "type": "decimal", "unit": "天", "max_decimal_places": 2 }
      ] },
      { "label": "其他", "unit": "项", "fields": [
        { "id": "sum", "label": "合计", "type": "whole_number", "computed": "release.total + release.news" },
        { "id": "name", "label": "名称", "type": "text", "max_length": 50, "allows_none": true },
        { "id": "features", "label": "创新发展", "type": "many_choices", "max_length": 200, "choices": [
          { "id": "search", "label": "搜索即服务", "print": { "break_after": true } },
          { "id": "other", "label": "其他", "other": true }
        ] }
      ] }
    ] }
  ],
  "rules": [
    { "code": "W101", "severity": "warning", "explain": "required", "when": "has(release.news)",
      "rule": "release.total >= release.news", "message": "总数 {release.total} 小于动态 {release.news} {{条}}",
      "fields": ["release.total", "release.news"], "basis": "填写说明二.1", "provenance": "deduced" },
    { "code": "E102", "severity": "error", "rule": "release.sum < 100", "message": "合计过大",
      "fields": ["release.sum"], "basis": "推定" }
  ],
  "notes": ["各年度沿用"]
})json";

std::string replaced(std::string_view from, std::string_view to) {
  std::string text = sound;
  const std::size_t place = text.find(from);
  INFO(from);
  REQUIRE(place != std::string::npos);
  REQUIRE(text.find(from, place + 1) == std::string::npos);
  return text.replace(place, from.size(), to);
}

std::vector<DefinitionError> mistakes_in(std::string_view text) {
  Result<Form, std::vector<DefinitionError>> loaded = load(text);
  if (loaded.ok()) return {};
  return std::move(loaded).error();
}

struct Case {
  const char* from;
  const char* to;
  const char* pointer;
  const char* code;
  const char* found;
  const char* nearest;
};

const Case structure_cases[] = {
    {R"("format": "tianbao-form/1")", R"("format": "tianbao-form/2")", "/format", "unknown_value",
     "tianbao-form/2", "tianbao-form/1"},
    {R"("title": "政府网站工作年度报表",)", "", "/title", "missing_member", "", ""},
    {R"("id": "work-report")", R"("id": "../work")", "/id", "bad_id", "../work", ""},
    {R"("id": "work-report")", R"("id": "2015-census")", "/id", "bad_id", "2015-census", ""},
    {R"("edition": "2017")", R"("edition": "2017/1")", "/edition", "bad_id", "2017/1", ""},
    {R"("edition": "2017")", R"("edition": 2017)", "/edition", "wrong_type", "2017", ""},
    {R"("title": "政府网站工作年度报表")", R"("title": " ")", "/title", "empty", R"(" ")", ""},
    {R"("title": "政府网站工作年度报表")", "\"title\": \"\u3000\u200b\"", "/title", "empty",
     "\"\u3000\u200b\"", ""},
    {R"("title": "政府网站工作年度报表")", R"("title": "政府\n网站")", "/title", "bad_character",
     R"("政府\n网站")", ""},
    {R"("number": "国办函〔2018〕12号", )", "", "/authority/number", "missing_member", "", ""},
    {R"("first": 2017)", R"("first": 2017.5)", "/periods/first", "out_of_range", "2017.5", ""},
    {R"("last": 2023)", R"("last": 2016)", "/periods/last", "bad_order", "2016", ""},
    {R"("from": "01-01")", R"("from": "02-29")", "/due/from", "bad_date", "02-29", ""},
    {R"("until": "01-31")", R"("until": "13-01")", "/due/until", "bad_date", "13-01", ""},
    {R"("from": "01-01")", R"("from": "02-01")", "/due/until", "bad_order", "01-31", ""},
    {R"("due": { "from": "01-01", "until": "01-31" })", R"("due": [])", "/due", "wrong_type", "数组", ""},
    {R"("notes": ["各年度沿用"])", R"("notes": [5])", "/notes/0", "wrong_type", "5", ""},
    {R"("provenance": "official",)", R"("provenance": "oficial",)", "/provenance", "unknown_value", "oficial",
     "official"},
    {R"("place": "table")", R"("place": "tabel")", "/sections/0/place", "unknown_value", "tabel", "table"},
    {R"("prints_label": false)", R"("prints_label": "no")", "/sections/0/prints_label", "wrong_type",
     R"("no")", ""},
    {R"("prints_label": false)", R"("allows_none": 1)", "/sections/0/allows_none", "wrong_type", "1", ""},
    {R"("prints_label": false)", R"("prints_label": false, "allows_none": true)", "/sections/0/allows_none",
     "unexpected_member", "allows_none", ""},
    {R"("place": "table", "prints_label": false)", R"("place": "footer", "allows_none": true)",
     "/sections/0/allows_none", "unexpected_member", "allows_none", ""},
    {R"("prints_label": false)", R"("allows_none": true)", "/sections/0/allows_none", "unexpected_member",
     "allows_none", ""},
    {R"("id": "basic")", R"("id": "release")", "/sections/1/id", "duplicate_id", "release", ""},
    {R"("id": "basic")", R"("id": "prior")", "/sections/0/id", "reserved_id", "prior", ""},
    {R"("id": "basic")", R"("id": "Basic")", "/sections/0/id", "bad_id", "Basic", ""},
    {R"("numeral": "一")", R"("numerals": "一")", "/sections/0/numerals", "unknown_member", "numerals",
     "numeral"},
};

const Case field_cases[] = {
    {R"("id": "icp_number")", R"("id": "while")", "/sections/0/groups/0/fields/0/id", "reserved_id", "while",
     ""},
    {R"("id": "icp_number")", R"("id": "in")", "/sections/0/groups/0/fields/0/id", "reserved_id", "in", ""},
    {R"("id": "icp_number")", R"("id": "police_number")", "/sections/0/groups/0/fields/1/id", "duplicate_id",
     "basic.police_number", ""},
    {R"("label": "ICP备案号")", R"("label": "")", "/sections/0/groups/0/fields/0/label", "empty", R"("")",
     ""},
    {R"("type": "icp_number")", R"("type": "icp_numbr")", "/sections/0/groups/0/fields/0/type",
     "unknown_value", "icp_numbr", "icp_number"},
    {R"("required": true)", R"("required": 1)", "/sections/0/groups/0/fields/0/required", "wrong_type", "1",
     ""},
    {R"("required": true)", R"("required": "1 + 1")", "/sections/0/groups/0/fields/0/required",
     "expression_wrong_result", "数字", ""},
    {R"("required": true)", R"("choices": [])", "/sections/0/groups/0/fields/0/choices", "unexpected_member",
     "choices", ""},
    {R"("required": true)", R"("unit": "个")", "/sections/0/groups/0/fields/0/unit", "unexpected_member",
     "unit", ""},
    {R"("required": true)", R"("computed": "'湘'")", "/sections/0/groups/0/fields/0/computed",
     "unexpected_member", "computed", ""},
    {R"("required": true)", R"("offer": "site.icpnumber")", "/sections/0/groups/0/fields/0/offer",
     "unknown_value", "site.icpnumber", "site.icp_number"},
    {R"("required": true)", R"("offer": "site.name")", "/sections/0/groups/0/fields/0/offer", "unknown_value",
     "site.name", ""},
    {R"("required": true)", R"("offer": 1)", "/sections/0/groups/0/fields/0/offer", "wrong_type", "1", ""},
    {R"("help": "条数。")", R"("offer": false)", "/sections/1/groups/0/fields/0/offer", "unexpected_member",
     "offer", ""},
    {R"("computed": "release.total + release.news")",
     R"("computed": "release.total + release.news", "offer": "today")", "/sections/1/groups/1/fields/0/offer",
     "unexpected_member", "offer", ""},
    {R"("required": true)", R"("print": { "same_row": true })",
     "/sections/0/groups/0/fields/0/print/same_row", "same_row_first", "true", ""},
    {R"({ "same_row": true })", R"({ "samerow": true })", "/sections/0/groups/0/fields/1/print/samerow",
     "unknown_member", "samerow", "same_row"},
    {R"("help": "条数。")", R"("hepl": "条数。")", "/sections/1/groups/0/fields/0/hepl", "unknown_member",
     "hepl", "help"},
    {R"("minimum": 0)", R"("minimum": 10)", "/sections/1/groups/0/fields/0/minimum", "minimum_above_maximum",
     "10", ""},
    {R"("minimum": 0)", R"("minimum": 0.5)", "/sections/1/groups/0/fields/0/minimum", "out_of_range", "0.5",
     ""},
    {R"("minimum": 0)", R"("minimum": "0")", "/sections/1/groups/0/fields/0/minimum", "wrong_type", R"("0")",
     ""},
    {R"("maximum": 9)", R"("maximum": 1234567890123456)", "/sections/1/groups/0/fields/0/maximum",
     "out_of_range", "1234567890123456", ""},
    {R"("maximum": 9)", R"("max_decimal_places": 2)", "/sections/1/groups/0/fields/0/max_decimal_places",
     "unexpected_member", "max_decimal_places", ""},
    {R"("max_decimal_places": 2)", R"("max_decimal_places": 7)",
     "/sections/1/groups/0/fields/2/max_decimal_places", "out_of_range", "7", ""},
    {R"("relevant": "release.total > 0")", R"("relevant": "release.totl > 0")",
     "/sections/1/groups/0/fields/1/relevant", "expression_unknown_name", "release.totl", "release.total"},
    {R"("relevant": "release.total > 0")", R"("relevant": "release.total >")",
     "/sections/1/groups/0/fields/1/relevant", "expression_syntax", "", ""},
    {R"("relevant": "release.total > 0")", R"("relevant": "release.total")",
     "/sections/1/groups/0/fields/1/relevant", "expression_wrong_result", "数字", ""},
    {R"("relevant": "release.total > 0")", R"("relevant": "release.news > 0")",
     "/sections/1/groups/0/fields/1/relevant", "cycle", "release.news → release.news", ""},
    {R"("relevant": "release.total > 0")", R"("relevant": "release.sum > 0")",
     "/sections/1/groups/0/fields/1/relevant", "cycle", "release.news → release.sum → release.news", ""},
    {R"("relevant": "release.total > 0")", R"("relevant": "release.total > 9")",
     "/sections/1/groups/0/fields/1/relevant", "never_true", "release.total > 9", ""},
    {R"("computed": "release.total + release.news")", R"("computed": "release.name")",
     "/sections/1/groups/1/fields/0/computed", "expression_wrong_result", "文字", ""},
    {R"("computed": "release.total + release.news")", R"("computed": "1", "required": true)",
     "/sections/1/groups/1/fields/0/required", "unexpected_member", "required", ""},
    {R"("max_length": 50)", R"("max_length": 4001)", "/sections/1/groups/1/fields/1/max_length",
     "out_of_range", "4001", ""},
    {R"("max_length": 200)", R"("allows_none": true)", "/sections/1/groups/1/fields/2/allows_none",
     "unexpected_member", "allows_none", ""},
    {R"("id": "other", )", R"("id": "search", )", "/sections/1/groups/1/fields/2/choices/1/id",
     "duplicate_id", "search", ""},
    {R"("label": "搜索即服务")", R"("label": "其他")", "/sections/1/groups/1/fields/2/choices/1/label",
     "duplicate_label", "其他", ""},
    {R"("print": { "break_after": true })", R"("other": true)",
     "/sections/1/groups/1/fields/2/choices/1/other", "duplicate_other", "true", ""},
    {R"("print": { "break_after": true })", R"("print": true)",
     "/sections/1/groups/1/fields/2/choices/0/print", "wrong_type", "true", ""},
};

const Case rule_cases[] = {
    {R"("code": "W101")", R"("code": "E101")", "/rules/0/code", "bad_code", "E101", ""},
    {R"("code": "W101")", R"("code": "W1")", "/rules/0/code", "bad_code", "W1", ""},
    {R"("code": "E102", "severity": "error")", R"("code": "W101", "severity": "warning")", "/rules/1/code",
     "duplicate_code", "W101", ""},
    {R"("severity": "error")", R"("severity": "errror")", "/rules/1/severity", "unknown_value", "errror",
     "error"},
    {R"("severity": "error")", R"("severity": "error", "explain": "optional")", "/rules/1/explain",
     "unexpected_member", "explain", ""},
    {R"json("when": "has(release.news)")json", R"("when": "release.news")", "/rules/0/when",
     "expression_wrong_result", "数字", ""},
    {R"json("when": "has(release.news)")json", R"json("when": "has(release.news) && release.total > 9")json",
     "/rules/0/when", "never_true", "release.total > 9", ""},
    {R"json("when": "has(release.news)")json", R"("when": "release.news > 5 && release.news < 5")",
     "/rules/0/when", "never_true", "release.news > 5 && release.news < 5", ""},
    {R"json("when": "has(release.news)")json", R"("when": "period < 2017 && release.news > 0")",
     "/rules/0/when", "never_true", "period < 2017", ""},
    {R"json("when": "has(release.news)")json", R"json("when": "none(release.news)")json", "/rules/0/when",
     "never_true", "none(release.news)", ""},
    {R"("rule": "release.total >= release.news")", R"("rule": "release.total + release.news")",
     "/rules/0/rule", "expression_wrong_result", "数字", ""},
    {R"("rule": "release.sum < 100")", R"("rule": "release.sum < 1 / 2 * 200")", "/rules/1/rule",
     "expression_inexact", "1 / 2 * 200", ""},
    {R"("message": "合计过大")", R"("message": "合计 {release.sum} 多于 {0.1 + 0.2}")", "/rules/1/message",
     "expression_inexact", "0.1 + 0.2", ""},
    {R"("rule": "release.sum < 100", )", "", "/rules/1/rule", "missing_member", "", ""},
    {R"("rule": "release.sum < 100")", R"("rule": "release.sum < '100'")", "/rules/1/rule",
     "expression_wrong_type", "", ""},
    {R"("message": "合计过大")", R"("message": "合计 {release.sum 过大")", "/rules/1/message", "bad_message",
     "{release.sum 过大", ""},
    {R"("message": "合计过大")", R"("message": "合计 release.sum} 过大")", "/rules/1/message", "bad_message",
     "合计 release.sum}", ""},
    {R"("message": "合计过大")", R"("message": "合计 {relase.sum}")", "/rules/1/message",
     "expression_unknown_name", "relase.sum", "release.sum"},
    {R"("fields": ["release.sum"])", R"("fields": ["release.sun"])", "/rules/1/fields/0", "unknown_field",
     "release.sun", "release.sum"},
    {R"("fields": ["release.sum"])", R"("fields": ["release.sum", "release.sum"])", "/rules/1/fields/1",
     "duplicate_id", "release.sum", ""},
    {R"("fields": ["release.sum"])", R"("fields": [])", "/rules/1/fields", "empty", "[]", ""},
    {R"("fields": ["release.sum"])", R"("fields": ["release.sum", "basic.icp_number"])", "/rules/1/fields/1",
     "unread_field", "basic.icp_number", ""},
    {R"("fields": ["release.total", "release.news"])", R"("fields": ["release.total"])", "/rules/0/fields",
     "unlisted_field", "release.news", ""},
    {R"(, "basis": "推定")", "", "/rules/1/basis", "missing_member", "", ""},
};

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

void check_cases(const Case* begin, const Case* end) {
  for (const Case* example = begin; example != end; ++example) {
    CAPTURE(example->from, example->to);
    const std::vector<DefinitionError> mistakes = mistakes_in(replaced(example->from, example->to));
    std::string all;
    for (const DefinitionError& mistake : mistakes) all += describe(mistake) + "\n";
    CAPTURE(all);
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].pointer == example->pointer);
    CHECK(code_name(mistakes[0].code) == example->code);
    if (*example->found != '\0') CHECK(holds(all, "，现为“" + std::string(example->found) + "”"));
    CHECK(holds(all, "，应为："));
    CHECK(holds(all, "是否想写“") == (*example->nearest != '\0'));
    if (*example->nearest != '\0') CHECK(holds(all, "是否想写“" + std::string(example->nearest) + "”？"));
  }
}

}  // namespace

TEST_CASE("A sound definition loads with everything in it") {
  const Result<Form, std::vector<DefinitionError>> loaded = load(sound);
  REQUIRE(mistakes_in(sound).empty());
  const Form& form = loaded.value();
  REQUIRE(form.fields.size() == 8);
  CHECK(form.fields[2].address == "release.total");
  CHECK(form.fields[2].unit == "条");
  CHECK_FALSE(form.fields[2].prints_unit);
  CHECK(form.fields[4].unit == "天");
  CHECK(form.fields[4].prints_unit);
  CHECK(form.fields[5].unit == "项");
  CHECK(form.fields[6].unit.empty());
  CHECK(form.fields[6].max_length == 50);
  CHECK(form.sections[1].groups[1].first_field == 5);
  CHECK(form.sections[1].groups[1].field_count == 3);
  CHECK(form.last_period == 2023);
  REQUIRE(form.rules.size() == 2);
  CHECK(form.rules[0].fields == std::vector<std::size_t>{2, 3});
  CHECK(form.rules[0].message.back().text == " {条}");
  CHECK_FALSE(form.rules[0].message.back().expression.has_value());
  CHECK(form.rules[0].provenance == Provenance::deduced);
  CHECK(form.rules[1].provenance == Provenance::official);
}

TEST_CASE("A mistake in the structure is named with its place, what was found and what was meant") {
  check_cases(std::begin(structure_cases), std::end(structure_cases));
}

TEST_CASE("A mistake in a field is named with its place, what was found and what was meant") {
  check_cases(std::begin(field_cases), std::end(field_cases));
}

TEST_CASE("A mistake in a rule is named with its place, what was found and what was meant") {
  check_cases(std::begin(rule_cases), std::end(rule_cases));
}

TEST_CASE("All mistakes are reported at once") {
  std::string text = sound;
  const auto spoil = [&text](std::string_view from, std::string_view to) {
    text.replace(text.find(from), from.size(), to);
  };
  spoil(R"("first": 2017)", R"("first": "2017")");
  spoil(R"("help": "条数。")", R"("hepl": "条数。")");
  spoil(R"("relevant": "release.total > 0")", R"("relevant": "release.totl > 0")");
  spoil(R"("code": "E102")", R"("code": "W102")");
  spoil(R"("notes": ["各年度沿用"])", R"("note": ["各年度沿用"])");
  std::vector<std::string> places;
  for (const DefinitionError& mistake : mistakes_in(text)) places.push_back(mistake.pointer);
  CHECK(places == std::vector<std::string>{"/periods/first", "/sections/1/groups/0/fields/0/hepl",
                                           "/sections/1/groups/0/fields/1/relevant", "/rules/1/code",
                                           "/note"});
}

TEST_CASE("A circle through several fields is reported once") {
  std::string text = replaced(R"("type": "whole_number", "help": "条数。")",
                              R"("type": "whole_number", "relevant": "release.days > 0")");
  text.replace(text.find(R"("unit": "天")"), std::string_view(R"("unit": "天")").size(),
               R"("relevant": "release.news > 0")");
  const std::vector<DefinitionError> mistakes = mistakes_in(text);
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].code == DefinitionErrorCode::cycle);
  CHECK(mistakes[0].found == "release.total → release.days → release.news → release.total");
}

TEST_CASE("A draft in a field or an error makes the form a draft, one in a warning does not") {
  const auto is_draft = [](std::string_view from, std::string_view to) {
    Result<Form, std::vector<DefinitionError>> loaded = load(replaced(from, to));
    REQUIRE(loaded.ok());
    return loaded.value().draft;
  };
  CHECK_FALSE(is_draft(R"("notes": ["各年度沿用"])", R"("notes": ["沿用"])"));
  CHECK_FALSE(is_draft(R"("provenance": "deduced")", R"("provenance": "draft")"));
  CHECK(is_draft(R"("basis": "推定")", R"("basis": "推定", "provenance": "draft")"));
  CHECK(is_draft(R"("required": true)", R"("provenance": "draft")"));
  CHECK(is_draft(R"("provenance": "official",)", R"("provenance": "draft",)"));
}

TEST_CASE("A form's id can be part of a path and of an address, and nothing more") {
  for (const char* const id : {"a", "work-report", "work_report", "r2", "a-", "a-b_c-9"})
    CHECK(is_form_id(id));
  CHECK(is_form_id(std::string(max_id_bytes, 'a')));
  for (const std::string_view id : {"", "2017", "-a", "_a", "A", "Work", "a b", "a/b", "a\\b", "..", ".",
                                    "a.b", "a..", "%2e", "表", "a\n", "a:b", "a?"}) {
    CAPTURE(id);
    CHECK_FALSE(is_form_id(id));
  }
  CHECK_FALSE(is_form_id(std::string(max_id_bytes + 1, 'a')));
  CHECK_FALSE(is_form_id(std::string_view("a\0b", 3)));
}

TEST_CASE("The digest is of what the definition says, not of how it is indented") {
  const auto digest = [](const std::string& text) { return load(text).value().digest; };
  const std::string text = testing::work_report_text();
  std::string indented;
  for (const char character : text)
    indented += character == '\n' ? std::string("\n\t") : std::string(1, character);
  CHECK(digest(text) == digest(indented));
  CHECK(digest(sound) != digest(replaced("各年度沿用", "沿用")));
}

TEST_CASE("docs/forms.md explains every code") {
  std::ifstream file(TIANBAO_SOURCE_DIR "/docs/forms.md", std::ios::binary);
  const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::size_t code = 0;
  for (; !code_name(static_cast<DefinitionErrorCode>(code)).empty(); ++code) {
    const std::string name(code_name(static_cast<DefinitionErrorCode>(code)));
    CAPTURE(name);
    CHECK(holds(page, "`" + name + "`"));
  }
  CHECK(code > static_cast<std::size_t>(DefinitionErrorCode::too_many_mistakes));
}

}  // namespace tianbao::form
