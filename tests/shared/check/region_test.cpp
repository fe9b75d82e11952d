// Where a 标识码 and a 公安机关备案号 come from, in rules.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>
#include <vector>

#include "shared/check/check.h"
#include "shared/check/incremental.h"
#include "shared/check/why.h"
#include "shared/form/load.h"
#include "tests/support/reports.h"

namespace tianbao::check {
namespace {

std::string definition(const std::string& rule) {
  const std::string police = rule.find("s.police") == std::string::npos ? "" : R"(, "s.police")";
  return R"({"format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "试填表", "periods": {"first": 2017},
    "sections": [{"id": "s", "label": "部分", "groups": [{"fields": [
      {"id": "code", "label": "标识码", "type": "site_code"},
      {"id": "police", "label": "备案号", "type": "police_number", "allows_none": true},
      {"id": "name", "label": "名称", "type": "text", "max_length": 9}
    ]}]}],
    "rules": [{"code": "W101", "severity": "warning", "basis": "试", "fields": ["s.code")" +
         police + R"(],
      "message": "{s.code} 在“{region(s.code)}”", "rule": ")" +
         rule + "\"}]}";
}

struct Checked {
  Verdict verdict;
  std::vector<Finding> findings;
};

Checked checked(const form::Form& form, std::string_view code, std::string_view police,
                std::shared_ptr<const region::Regions> regions) {
  document::Document document = document::make_blank(form, "2019", "4305250009");
  testing::type_into(form, document, "s.code", code);
  testing::type_into(form, document, "s.police", police);
  document.context.regions = std::move(regions);
  const Outcome outcome = check(form, document, document.context);
  return {outcome.verdicts.front(), outcome.findings};
}

}  // namespace

TEST_CASE("rules ask where an identifier comes from") {
  struct Case {
    const char* rule;
    const char* code;
    const char* police;
    Verdict verdict;
  };
  const char* const in_force = "region(s.code) != ''";
  const char* const same = "region(s.police).startsWith(region(s.code))";
  const Case cases[] = {
      {in_force, "4305250009", "", Verdict::pass},
      {in_force, "4305990009", "", Verdict::fail},
      {in_force, "9905250009", "", Verdict::fail},
      {in_force, "bm01000001", "", Verdict::not_applicable},
      {in_force, "", "", Verdict::not_applicable},
      {in_force, "430525", "", Verdict::undecided},  // could not be read
      {same, "4305250009", "湘公网安备43052502000024号", Verdict::pass},
      {same, "4305000001", "43052502000024", Verdict::pass},
      {same, "4305250009", "31011502006445", Verdict::fail},
      {same, "4305250009", "京公网安备110105000722", Verdict::not_applicable},
      {same, "4305250009", "无", Verdict::not_applicable},
  };
  for (const Case& each : cases) {
    CAPTURE(each.rule, each.code, each.police);
    const form::Form form = testing::load_form(definition(each.rule));
    CHECK(checked(form, each.code, each.police, testing::all_regions()).verdict == each.verdict);
  }
}

TEST_CASE("a finding about a region names the cell and the place") {
  const form::Form form = testing::load_form(definition("region(s.code) == ''"));
  const Checked failed = checked(form, "4305250009", "", testing::all_regions());
  REQUIRE(failed.findings.size() == 1);
  CHECK(failed.findings[0].message == "4305250009 在“湖南省邵阳市洞口县”。");
  CHECK(failed.findings[0].parts == std::vector<std::pair<std::string, std::string>>{
                                        {"s.code", "4305250009"}, {"region(s.code)", "湖南省邵阳市洞口县"}});
}

TEST_CASE("without the table of the province a rule about it is undecided, and says why") {
  const form::Form form = testing::load_form(definition("region(s.code) != ''"));
  auto others = std::make_shared<region::Regions>();
  REQUIRE(others->put("11", {}));
  for (const std::shared_ptr<const region::Regions>& regions :
       {std::shared_ptr<const region::Regions>(), std::shared_ptr<const region::Regions>(others)}) {
    const Checked waiting = checked(form, "4305250009", "", regions);
    REQUIRE(waiting.findings.size() == 1);
    CHECK(waiting.findings[0].severity == form::Severity::notice);
    CHECK(waiting.findings[0].message == "规则 W101 暂时不能判断：没有取到行政区划代码表。");
    CHECK(checked(form, "1100000088", "", others).verdict == Verdict::fail);
  }
}

TEST_CASE("an identifier that could not be read is the reason, told once") {
  const form::Form form = testing::load_form(definition("region(s.code) != ''"));
  const Checked unread = checked(form, "约43", "", testing::all_regions());
  REQUIRE(unread.findings.size() == 2);
  CHECK(unread.findings[1].message.find("标识码读到“约43”") != std::string::npos);
  CHECK(unread.findings[1].message.find("行政区划") == std::string::npos);
}

TEST_CASE("why says what an identifier says of its region") {
  const form::Form form = testing::load_form(definition("region(s.code) == ''"));
  document::Document document = document::make_blank(form, "2019", "4305250009");
  testing::type_into(form, document, "s.code", "4305250009");
  document.context.regions = testing::all_regions();
  IncrementalCheck incremental;
  incremental.restart(form, document, document.context);
  REQUIRE(incremental.outcome().findings.size() == 1);
  const Why why = incremental.why(form, document, document.context, incremental.outcome().findings.front());
  CHECK(why.asked == "标识码所属行政区划 为空");
  CHECK(why.formula == "“湖南省邵阳市洞口县” 为空 ✗");
}

TEST_CASE("another identifier is judged anew") {
  const form::Form form = testing::load_form(definition("region(s.code) != ''"));
  document::Document document = document::make_blank(form, "2019", "4305250009");
  document.context.regions = testing::all_regions();
  testing::type_into(form, document, "s.code", "4305250009");
  IncrementalCheck incremental;
  incremental.restart(form, document, document.context);
  CHECK(incremental.outcome().findings.empty());
  testing::type_into(form, document, "s.code", "4305990009");
  const Change change{testing::field_index(form, "s.code")};
  incremental.update(form, document, document.context, {&change, 1});
  CHECK(incremental.outcome().findings.size() == 1);
}

TEST_CASE("region is asked of this year's identifiers alone") {
  struct Case {
    const char* rule;
    const char* says;
  };
  const Case cases[] = {
      {"region(s.name) != ''", "一个标识码或公安机关备案号的名称，如 region(basic.site_code)"},
      {"region(prior.s.code) != ''", "一个标识码或公安机关备案号的名称"},
      {"region(site.code) != ''", "一个标识码或公安机关备案号的名称"},
      {"region('4305250009') != ''", "一个标识码或公安机关备案号的名称"},
      {"region() != ''", "一个标识码或公安机关备案号的名称"},
      {"region(s.code, s.police) != ''", "一个标识码或公安机关备案号的名称"},
      {"s.code.region() != ''", "一个标识码或公安机关备案号的名称"},
      {"regoin(s.code) != ''", "region"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.rule);
    const auto form = form::load(definition(each.rule));
    REQUIRE_FALSE(form.ok());
    const std::string said = form::describe(form.error().front());
    CAPTURE(said);
    CHECK(form.error().front().pointer == "/rules/0/rule");
    CHECK(said.find(each.says) != std::string::npos);
  }
}

}  // namespace tianbao::check
