#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/check/check.h"
#include "tests/support/reports.h"

using namespace tianbao;
using check::Finding;
using document::Document;

namespace {

constexpr std::string_view trial_form = R"({
  "format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "试填表",
  "authority": {"number": "试〔2017〕1号", "title": "试填"}, "periods": {"first": 2017},
  "due": {"from": "01-01", "until": "01-31"}, "provenance": "draft",
  "sections": [{"id": "s", "label": "甲部分", "groups": [
    {"fields": [
      {"id": "share", "label": "比重", "type": "decimal", "minimum": 0, "maximum": 100, "max_decimal_places": 1},
      {"id": "amount", "label": "数量", "type": "whole_number", "minimum": 0, "required": true, "allows_none": true},
      {"id": "double", "label": "两倍", "type": "whole_number", "computed": "s.amount * 2"},
      {"id": "kind", "label": "类型", "type": "one_choice", "required": true,
       "choices": [{"id": "first", "label": "第一类"}, {"id": "second", "label": "第二类"}]},
      {"id": "tags", "label": "标签", "type": "many_choices", "max_length": 5,
       "choices": [{"id": "new", "label": "新"}, {"id": "other", "label": "其他", "other": true}]},
      {"id": "name", "label": "名称", "type": "text", "max_length": 4, "required": true},
      {"id": "has_more", "label": "是否还有", "type": "yes_no"},
      {"id": "more", "label": "还有多少", "type": "whole_number", "relevant": "s.has_more", "required": true},
      {"id": "even_more", "label": "其中多少", "type": "whole_number", "relevant": "s.more > 10", "required": true}
    ]},
    {"label": "乙组", "fields": [
      {"id": "name_again", "label": "名称", "type": "text"},
      {"id": "since", "label": "起始", "type": "text", "pattern": "[0-9]{4}年?", "pattern_hint": "4 位年份"},
      {"id": "where", "label": "地点", "type": "long_text", "pattern": "[一-鿿]+", "pattern_hint": "汉字"}
    ]}
  ]}],
  "rules": [{"code": "N101", "severity": "notice", "rule": "size(s.name_again) < 20", "message": "{s.name_again}",
             "fields": ["s.name_again"], "basis": "试", "provenance": "draft"}]
})";

const form::Form& trial() {
  static const form::Form form = testing::load_form(trial_form);
  return form;
}

/// A trial document in which nothing is wrong.
Document sound_trial() {
  Document document = document::make_blank(trial(), "2019", "4305250009");
  testing::type_into(trial(), document, "s.amount", "3");
  testing::type_into(trial(), document, "s.double", "6");
  testing::type_into(trial(), document, "s.kind", "第一类");
  testing::type_into(trial(), document, "s.name", "甲");
  testing::type_into(trial(), document, "s.has_more", "否");
  return document;
}

std::vector<Finding> findings_of(const Document& document) {
  return check::check(trial(), document, {}).findings;
}

/// Of a trial document in which one thing is wrong.
Finding only_finding(const Document& document) {
  const std::vector<Finding> findings = findings_of(document);
  REQUIRE(findings.size() == 1);
  return findings.front();
}

constexpr std::string_view computing_form = R"({
  "format": "tianbao-form/1", "id": "computing", "edition": "1", "title": "试算表",
  "periods": {"first": 2017}, "provenance": "draft",
  "sections": [{"id": "s", "label": "部分", "groups": [{"fields": [
    {"id": "percent", "label": "百分比", "type": "decimal", "computed": "s.ratio * 100", "relevant": "s.total > 0"},
    {"id": "ratio", "label": "比", "type": "decimal", "max_decimal_places": 3, "computed": "s.a / s.total"},
    {"id": "total", "label": "合计", "type": "whole_number", "computed": "s.a + s.b"},
    {"id": "a", "label": "甲", "type": "whole_number", "relevant": "s.asked == \"yes\""},
    {"id": "b", "label": "乙", "type": "whole_number"},
    {"id": "asked", "label": "问", "type": "one_choice", "relevant": "s.b > 0",
     "choices": [{"id": "yes", "label": "问"}, {"id": "no", "label": "不问"}]},
    {"id": "name", "label": "名称", "type": "text", "computed": "s.asked + \"　级 \""},
    {"id": "many", "label": "多否", "type": "yes_no", "computed": "s.total > 10"}
  ]}]}],
  "rules": [{"code": "N101", "severity": "notice", "rule": "s.total < 100000000000000000", "message": "{s.total}",
             "fields": ["s.total"], "basis": "试", "provenance": "draft"}]
})";

/// What stands in the cells of the computing form once `typed` is in those that are asked.
Document computed(const std::vector<std::pair<std::string, std::string>>& typed) {
  static const form::Form form = testing::load_form(computing_form);
  Document document = document::make_blank(form, "2019", "4305250009");
  for (const auto& [address, text] : typed) testing::type_into(form, document, address, text);
  check::recompute(form, document, {});
  for (const Finding& finding : check::check(form, document, {}).findings) {
    CAPTURE(finding.message);
    CHECK(finding.code != "computed_differs");
  }
  return document;
}

std::string computed_cell(const std::string& address,
                          const std::vector<std::pair<std::string, std::string>>& typed) {
  static const form::Form form = testing::load_form(computing_form);
  const std::size_t field = testing::field_index(form, address);
  return document::display(form.fields[field], computed(typed).cells[field]);
}

}  // namespace

TEST_CASE("computed cells follow each other, wherever they stand, and are rounded to what a cell holds") {
  const std::vector<std::pair<std::string, std::string>> filled = {
      {"s.a", "1"}, {"s.b", "2"}, {"s.asked", "问"}};
  CHECK(computed_cell("s.total", filled) == "3");
  CHECK(computed_cell("s.ratio", filled) == "0.333");
  CHECK(computed_cell("s.percent", filled) == "33.3");  // of what the cell shows, not of a hidden third
  CHECK(computed_cell("s.name", filled) == "yes 级");
  CHECK(computed_cell("s.many", filled) == "否");
  CHECK(computed_cell("s.percent", {{"s.a", "2"}, {"s.b", "1"}, {"s.asked", "问"}}) == "66.7");
  CHECK(computed_cell("s.total", {{"s.b", "2"}}).empty());
  CHECK(computed_cell("s.total", {{"s.a", "约1"}, {"s.b", "2"}, {"s.asked", "问"}}).empty());
  CHECK(computed_cell("s.percent", {{"s.a", "0"}, {"s.b", "0"}, {"s.asked", "问"}}).empty());
}

TEST_CASE("a hidden answer is blank to what stands before it and depends on it") {
  // `asked` stands behind `a` and does not apply itself where b is 0: then a's condition sees no answer.
  static const form::Form form = testing::load_form(computing_form);
  Document document = document::make_blank(form, "2019", "4305250009");
  testing::type_into(form, document, "s.a", "5");
  testing::type_into(form, document, "s.asked", "不问");
  testing::type_into(form, document, "s.b", "0");
  const std::size_t a = testing::field_index(form, "s.a");
  CHECK(check::check(form, document, {})
            .relevant[a]);  // not decided: nobody has said 不问 to what is not asked
  testing::type_into(form, document, "s.b", "1");
  CHECK_FALSE(check::check(form, document, {}).relevant[a]);
}

TEST_CASE("a computed number that no cell can hold is an error that says so") {
  static const form::Form form = testing::load_form(computing_form);
  Document document = computed({{"s.a", "999999999999999"}, {"s.b", "999999999999999"}, {"s.asked", "问"}});
  CHECK(document.cells[testing::field_index(form, "s.total")] == document::Cell{});
  const std::vector<Finding> findings = check::check(form, document, {}).findings;
  REQUIRE_FALSE(findings.empty());
  CHECK(findings.front().code == "too_many_digits");
  CHECK(findings.front().message ==
        "合计：按公式算出 1999999999999998，位数过多，最多 15 位数字、6 位小数，请核对所依据的各项。");
}

TEST_CASE("nothing is found in a sound document") {
  CHECK(findings_of(sound_trial()).empty());
}

TEST_CASE("who has said that there is something is not told to write 无") {
  const form::Form form = testing::load_form(R"form({
    "format": "tianbao-form/1", "id": "account", "edition": "1", "title": "账号表",
    "authority": {"number": "试〔2017〕1号", "title": "试填"}, "periods": {"first": 2017},
    "due": {"from": "01-01", "until": "01-31"}, "provenance": "draft",
    "sections": [{"id": "s", "label": "甲部分", "groups": [{"fields": [
      {"id": "account", "label": "账号", "type": "text", "allows_none": true, "required": true},
      {"id": "followers", "label": "关注量", "type": "whole_number", "allows_none": true,
       "required": "has(s.account) && !none(s.account)"}
    ]}]}],
    "rules": [{"code": "N101", "severity": "notice", "rule": "size(s.account) < 20", "message": "{s.account}",
               "fields": ["s.account"], "basis": "试", "provenance": "draft"}]
  })form");
  Document document = document::make_blank(form, "2019", "4305250009");
  const auto asked = [&] {
    const std::vector<Finding> findings = check::check(form, document, {}).findings;
    return findings.size() == 1 ? findings.front().message : std::to_string(findings.size()) + " findings";
  };
  CHECK(asked() == "账号：没有填写，请填写文字；没有的填“无”。");
  testing::type_into(form, document, "s.account", "洞口发布");
  CHECK(asked() == "关注量：没有填写，请填写整数，如 500；没有发生的填 0。");
}

TEST_CASE("each standard fact is found, with a message that says how to mend it") {
  struct Case {
    std::string_view address;
    std::string typed;
    std::string code;
    std::string message;
  };
  const Case cases[] = {
      {"s.amount", "", "required",
       "数量：没有填写，请填写整数，如 500；没有发生的填 0，没有这一项的填“无”。"},
      {"s.kind", "", "required", "类型：没有填写，请在“第一类”、“第二类”中选择一项。"},
      {"s.name", "", "required", "甲部分·名称：没有填写，请填写文字。"},
      {"s.amount", "约500", "unread", "数量：读到“约500”，不是准确的数字，请填写整数，如 500。"},
      {"s.amount", "1.2万", "unread", "数量：读到“1.2万”，不是准确的数字，请填写整数，如 12000。"},
      {"s.kind", "☑第一类 ☑第二类", "unread",
       "类型：读到“☑第一类 ☑第二类”，不能确定选的是哪一项，请在“第一类”、“第二类”中选择一项。"},
      {"s.has_more", "也许", "unread",
       "是否还有：读到“也许”，不能确定选的是哪一项，请在“是”、“否”中选择一项。"},
      {"s.share", "1234567890123456", "too_many_digits",
       "比重：读到“1234567890123456”，位数过多，最多 15 位数字、6 位小数，请核对后改正。"},
      {"s.share", "无", "none_not_allowed", "比重：这一项不能填“无”，请填写数字，如 3.5；没有发生的填 0。"},
      {"s.share", "100.1", "number_range", "比重：读到 100.1，应在 0 至 100 之间，请核对后改正。"},
      {"s.share", "-1", "number_range", "比重：读到 -1，应在 0 至 100 之间，请核对后改正。"},
      {"s.share", "3.14", "decimal_places", "比重：读到 3.14，小数最多 1 位，请四舍五入后填写。"},
      {"s.tags", "其他", "other_text", "标签：勾选了“其他”，请注明具体内容（不超过 5 字）。"},
      {"s.tags", "其他：一二三四五六", "other_text", "标签：“其他”的内容共 6 字，最多 5 字，请删减 1 字。"},
      {"s.tags", "☑新 □其他：甲", "other_text",
       "标签：注明了“其他”的内容“甲”，但没有勾选“其他”，请勾选，或者删去内容。"},
      {"s.tags", "☑新 ☑旧", "unread", "标签：读到“☑新 ☑旧”，不能确定勾选了哪些项，请在“新”、“其他”中勾选。"},
      {"s.since", "19年", "text_pattern", "起始：读到“19年”，应写成 4 位年份。"},
      {"s.since", "自2019年", "text_pattern", "起始：读到“自2019年”，应写成 4 位年份。"},
      {"s.where", "洞口\nDongkou", "text_pattern", "地点：读到“洞口\nDongkou”，应写成汉字。"},
      {"s.name", "五个字的名", "text_length", "甲部分·名称：共 5 字，最多 4 字，请删减 1 字。"},
      {"s.double", "7", "computed_differs", "两倍：读到“7”，按公式应为 6，请重新计算。"},
      {"s.double", "", "computed_differs", "两倍：没有计算结果，按公式应为 6，请重新计算。"},
      {"s.more", "12", "not_applicable_filled",
       "还有多少：按其他项的填写，这一项不适用，但填写了“12”。请清空这一项，或者改正使它适用的项；确需保留的"
       "，请写说明。"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.address, each.typed);
    Document document = sound_trial();
    testing::type_into(trial(), document, each.address, each.typed);
    if (each.address == "s.amount") testing::type_into(trial(), document, "s.double", "");
    const std::vector<Finding> findings = findings_of(document);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().code == each.code);
    CHECK(findings.front().message == each.message);
    CHECK(findings.front().fields == std::vector<std::size_t>{testing::field_index(trial(), each.address)});
    const bool warns = each.code == "not_applicable_filled";
    CHECK(findings.front().severity == (warns ? form::Severity::warning : form::Severity::error));
    CHECK_FALSE(check::may_submit(findings));
  }
}

TEST_CASE("a fraction where whole numbers are counted is found") {
  Document document = sound_trial();
  testing::type_into(trial(), document, "s.amount", "1.5");
  testing::type_into(trial(), document, "s.double", "3");
  const Finding finding = only_finding(document);
  CHECK(finding.code == "whole_number");
  CHECK(finding.message == "数量：读到 1.5，这一项按整数统计，请填写整数，如 500。");
  CHECK(finding.parts == std::vector<std::pair<std::string, std::string>>{{"found", "1.5"}});
}

TEST_CASE("an option that the form has not is found") {
  Document document = sound_trial();
  document.cells[testing::field_index(trial(), "s.kind")].value = std::string("third");
  const Finding finding = only_finding(document);
  CHECK(finding.code == "choice_unknown");
  CHECK(finding.message == "类型：读到“third”，表样中没有这个选项，请在“第一类”、“第二类”中选择一项。");
}

TEST_CASE("a figure that a file holds as text is said to be unread, not to be no number") {
  Document document = sound_trial();
  document::Cell cell;
  cell.state = document::CellState::unread;
  cell.raw = "3";
  document.cells[testing::field_index(trial(), "s.amount")] = cell;
  testing::type_into(trial(), document, "s.double", "");
  const Finding finding = only_finding(document);
  CHECK(finding.code == "unread");
  CHECK(finding.message == "数量：读到“3”，没有作为这一项的值读入，请填写整数，如 3。");
}

TEST_CASE("无 is an answer where it is allowed, and counts as 0") {
  Document document = sound_trial();
  testing::type_into(trial(), document, "s.amount", "无");
  testing::type_into(trial(), document, "s.double", "0");
  CHECK(findings_of(document).empty());
}

TEST_CASE("relevance opens and closes what depends on it, along the whole chain") {
  struct Case {
    std::string has_more;
    std::string more;
    bool more_relevant;
    bool more_required;
    bool even_more_relevant;
    bool even_more_required;
  };
  const Case cases[] = {
      {"", "", true, false, true, false},     // not decided yet: nothing is asked for
      {"否", "", false, false, true, false},  // `more` is blank, so what hangs on it stays undecided
      {"是", "", true, true, true, false},
      {"是", "10", true, true, false, false},
      {"是", "11", true, true, true, true},
      {"否", "11", false, false, true, false},  // what does not apply counts as blank
      {"也许", "11", true, false, true, true},
  };
  for (const Case& each : cases) {
    CAPTURE(each.has_more, each.more);
    Document document = sound_trial();
    testing::type_into(trial(), document, "s.has_more", each.has_more);
    testing::type_into(trial(), document, "s.more", each.more);
    const check::Outcome outcome = check::check(trial(), document, {});
    const std::size_t more = testing::field_index(trial(), "s.more");
    const std::size_t even_more = testing::field_index(trial(), "s.even_more");
    CHECK(outcome.relevant[more] == each.more_relevant);
    CHECK(outcome.required[more] == each.more_required);
    CHECK(outcome.relevant[even_more] == each.even_more_relevant);
    CHECK(outcome.required[even_more] == each.even_more_required);
  }
}

TEST_CASE("0, 无 and 否 in a cell that does not apply are no finding") {
  for (const std::string typed : {"0", "无", ""}) {
    Document document = sound_trial();
    testing::type_into(trial(), document, "s.more", typed);
    CAPTURE(typed);
    CHECK(findings_of(document).empty());
  }
}

TEST_CASE("a kept figure in a cell that does not apply is explained like any warning") {
  Document document = sound_trial();
  testing::type_into(trial(), document, "s.more", "12");
  const Finding finding = findings_of(document).front();
  CHECK(finding.explanation == check::ExplanationState::missing);
  document.explanations.push_back(
      {finding.code, "s.more", check::explained_values(finding, trial(), document), "上年数"});
  CHECK(findings_of(document).front().explanation == check::ExplanationState::given);
  CHECK(check::may_submit(findings_of(document)));
  testing::type_into(trial(), document, "s.more", "13");
  CHECK(findings_of(document).front().explanation == check::ExplanationState::stale);
  CHECK_FALSE(check::may_submit(findings_of(document)));
}

namespace {

/// The cells of a form in which what is asked about one field cannot always be told: its member.
std::vector<Finding> doubtful(const std::string& type, const std::string& member,
                              const std::vector<std::pair<std::string, std::string>>& typed,
                              bool recomputed = true) {
  const form::Form form = testing::load_form(R"j({
    "format": "tianbao-form/1", "id": "doubtful", "edition": "1", "title": "存疑表",
    "periods": {"first": 2017}, "provenance": "draft",
    "sections": [{"id": "s", "label": "部分", "groups": [{"fields": [
      {"id": "a", "label": "甲", "type": "whole_number"},
      {"id": "b", "label": "乙", "type": "whole_number"},
      {"id": "text", "label": "文字", "type": "long_text", "max_length": 4000},
      {"id": "c", "label": "丙", "type": ")j" +
                                             type + "\", " + member + "}]}]}]}");
  Document document = document::make_blank(form, "2019", "4305250009");
  for (const auto& [address, text] : typed) testing::type_into(form, document, address, text);
  document::Context context;
  context.today = "2020-01-15";
  if (recomputed) check::recompute(form, document, context);
  return check::check(form, document, context).findings;
}

}  // namespace

TEST_CASE("what cannot be told of a cell is one notice with its cause") {
  struct Case {
    std::string type;
    std::string member;
    std::vector<std::pair<std::string, std::string>> typed;
    std::string code;
    std::string message;
    std::string reason;
  };
  const std::string percent = R"("computed": "s.a * 100 / s.b")";
  const std::string last_year = R"("computed": "s.a - prior.s.a")";
  const std::string cube = R"("computed": "s.a * s.a * s.a")";
  const std::string longer = R"("computed": "s.text + s.text")";
  const std::string long_text(12'000, 'x');
  const Case cases[] = {
      {"decimal",
       percent,
       {{"s.a", "5"}, {"s.b", "0"}},
       "computed_undecided",
       "丙：暂时算不出结果：除数为 0。",
       "divide_by_zero"},
      {"decimal",
       last_year,
       {{"s.a", "5"}},
       "computed_undecided",
       "丙：暂时算不出结果：没有上年的报表可比。",
       "unknown"},
      {"decimal",
       cube,
       {{"s.a", "999999999999999"}},
       "computed_undecided",
       "丙：暂时算不出结果：算式中的数字过大。",
       "overflow"},
      {"long_text",
       longer,
       {{"s.text", long_text}},
       "computed_undecided",
       "丙：暂时算不出结果：算出的文字过长。",
       "too_long"},
      {"decimal",
       R"j("computed": "dyn(s.a > 1)")j",
       {{"s.a", "5"}},
       "computed_undecided",
       "丙：暂时算不出结果：值的类型与所问的不符。",
       "no_such_overload"},
      {"text",
       R"("required": "s.a / s.b > 0.5")",
       {{"s.a", "5"}, {"s.b", "0"}},
       "required_undecided",
       "丙：暂时不能判断这一项是否必须填写：除数为 0。",
       "divide_by_zero"},
      {"text",
       R"("required": "prior.s.a > 0")",
       {},
       "required_undecided",
       "丙：暂时不能判断这一项是否必须填写：没有上年的报表可比。",
       "unknown"},
      {"text",
       R"j("required": "size(site.name) > s.a")j",
       {{"s.a", "1"}},
       "required_undecided",
       "丙：暂时不能判断这一项是否必须填写：没有网站的登记信息。",
       "unknown"},
      {"text",
       R"("required": true, "relevant": "s.a / s.b > 0.5")",
       {{"s.a", "5"}, {"s.b", "0"}},
       "relevant_undecided",
       "丙：暂时不能判断这一项是否适用：除数为 0。",
       "divide_by_zero"},
      {"decimal",
       percent + R"(, "relevant": "s.a / s.b > 0.5")",
       {{"s.a", "5"}, {"s.b", "0"}},
       "relevant_undecided",
       "丙：暂时不能判断这一项是否适用：除数为 0。",
       "divide_by_zero"},
      // The blank does not matter: last year's report, had it been known, might have decided it.
      {"text",
       R"("required": "s.a > 0 && prior.s.a > 0")",
       {},
       "required_undecided",
       "丙：暂时不能判断这一项是否必须填写：没有上年的报表可比。",
       "unknown"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.type, each.member);
    std::vector<Finding> findings = doubtful(each.type, each.member, each.typed);
    // Of the long text itself there is more to say.
    if (findings.size() == 2) findings.erase(findings.begin());
    REQUIRE(findings.size() == 1);
    const Finding& finding = findings.front();
    CHECK(finding.code == each.code);
    CHECK(finding.message == each.message);
    CHECK(finding.parts.front() == std::pair<std::string, std::string>("reason", each.reason));
    CHECK(finding.severity == form::Severity::notice);
    CHECK(finding.verdict == check::Verdict::undecided);
    CHECK(finding.fields == std::vector<std::size_t>{3});
    CHECK(check::may_submit({finding}));
  }
}

TEST_CASE("nobody is told of what waits for a blank, an answer or an unread cell that is found itself") {
  struct Case {
    std::string type;
    std::string member;
    std::vector<std::pair<std::string, std::string>> typed;
    std::size_t findings = 0;
  };
  const Case cases[] = {
      {"decimal", R"("computed": "s.a * 100 / s.b")", {{"s.a", "5"}}},
      {"decimal", R"("computed": "s.a * 100 / s.b")", {{"s.a", "5"}, {"s.b", "约3"}}, 1},
      {"text", R"("required": "s.a > 0")", {}},
      {"text", R"("required": "s.a > 0")", {{"s.a", "约1"}}, 1},
      {"text", R"("relevant": "s.a > 0")", {}},
      {"text", R"("relevant": "s.a > 0")", {{"s.a", "约1"}, {"s.c", "有"}}, 1},
      // It is filled in, whether it has to be or not.
      {"text", R"("required": "s.a / s.b > 0.5")", {{"s.a", "5"}, {"s.b", "0"}, {"s.c", "有"}}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.type, each.member);
    const std::vector<Finding> findings = doubtful(each.type, each.member, each.typed);
    REQUIRE(findings.size() == each.findings);
    for (const Finding& finding : findings) CHECK(finding.code == "unread");
  }
}

TEST_CASE("where nothing can be computed nothing may be stored") {
  struct Case {
    std::string member;
    std::vector<std::pair<std::string, std::string>> typed;
    std::string other_code;  // what else is found
  };
  const Case cases[] = {
      {R"("computed": "s.a * 100 / s.b")", {{"s.a", "5"}, {"s.b", "0"}}, "computed_undecided"},
      {R"("computed": "s.a - prior.s.a")", {{"s.a", "5"}}, "computed_undecided"},
      {R"("computed": "s.a * 100 / s.b")", {{"s.a", "5"}, {"s.b", "约3"}}, "unread"},
      {R"("computed": "s.a * 100")", {{"s.a", "999999999999999"}}, "too_many_digits"},
      {R"("computed": "s.a * 100")", {}, ""},
  };
  for (const Case& each : cases) {
    CAPTURE(each.member, each.typed);
    std::vector<std::pair<std::string, std::string>> typed = each.typed;
    typed.emplace_back("s.c", "77");
    const std::vector<Finding> stored = doubtful("decimal", each.member, typed, false);
    std::vector<std::string> codes;
    for (const Finding& finding : stored) codes.push_back(finding.code);
    std::vector<std::string> expected = {"computed_differs"};
    if (!each.other_code.empty()) {
      expected.insert(each.other_code == "unread" ? expected.begin() : expected.end(), each.other_code);
    }
    CHECK(codes == expected);
    CHECK_FALSE(check::may_submit(stored));
    // Whoever recomputes gets rid of it.
    for (const Finding& finding : doubtful("decimal", each.member, typed)) {
      CHECK(finding.code != "computed_differs");
    }
  }
}
