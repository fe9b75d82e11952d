#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/check/check.h"
#include "shared/json/write.h"
#include "tests/support/reports.h"

using namespace tianbao;
using check::Finding;
using document::Document;
using testing::work_report;

namespace {

document::Context context_of(const document::Site& site, const std::string& today) {
  document::Context context;
  context.regions = testing::all_regions();
  context.today = today;
  context.site = site;
  context.prior_known = document::PriorKnown::none;
  return context;
}

document::Context dongkou_context() {
  return context_of({"4305250009", "洞口县人民政府", "http://www.dongkou.gov.cn", "洞口县人民政府"},
                    "2020-01-15");
}

document::Context gaohang_context() {
  return context_of(
      {"3101150020", "高行镇人民政府门户网站", "http://www.gaohang.gov.cn", "上海市浦东新区高行镇人民政府"},
      "2018-01-26");
}

/// "code address", in the order of the findings.
std::vector<std::string> summary(const std::vector<Finding>& findings) {
  std::vector<std::string> lines;
  for (const Finding& each : findings) {
    lines.push_back(each.code + " " + work_report().fields[each.fields.front()].address);
  }
  return lines;
}

}  // namespace

TEST_CASE("洞口县 2019 has no errors, and only the notices that its figures deserve") {
  const Document report = testing::published_report("dongkou-2019");
  const std::vector<Finding> findings = check::check(work_report(), report, dongkou_context()).findings;
  CHECK(summary(findings) == std::vector<std::string>{
                                 "N116 basic.page_views",
                                 "N124 services.registered_users",
                                 "N111 interaction.survey_opinions",
                             });
  for (const Finding& each : findings) CHECK(each.severity == form::Severity::notice);
  CHECK(check::may_submit(findings));
}

TEST_CASE("高行镇 2017 shows each of its problems at its cell and may not be submitted") {
  const Document report = testing::published_report("gaohang-2017");
  const check::Outcome outcome = check::check(work_report(), report, gaohang_context());
  // 19 cells are blank. The form does not ask for three of them: 平均办理时间 (nothing was handled),
  // 其他新媒体 and 创新发展.
  CHECK(std::count(report.cells.begin(), report.cells.end(), document::Cell{}) == 19);
  CHECK(summary(outcome.findings) == std::vector<std::string>{
                                         "N216 basic.unique_visitors",
                                         "W101 release.total",
                                         "required interpretation.total",
                                         "required interpretation.documents",
                                         "required interpretation.products",
                                         "required services.registered_users",
                                         "required services.cases_total",
                                         "required services.cases_natural",
                                         "required services.cases_legal",
                                         "required interaction.messages_received",
                                         "required interaction.messages_handled",
                                         "required interaction.messages_published",
                                         "required interaction.interviews",
                                         "required interaction.interview_messages",
                                         "required interaction.interview_answers",
                                         "required interaction.smart_answers",
                                         "required signature.head",
                                         "required signature.reviewer",
                                     });
  CHECK_FALSE(check::may_submit(outcome.findings));

  const std::size_t catalogue = testing::field_index(work_report(), "release.catalogue");
  CHECK(document::display(work_report().fields[catalogue], report.cells[catalogue]) == "135");
  CHECK(report.cells[catalogue].remark == "主动公开");
  CHECK(report.cells[catalogue].raw == "135 (主动公开)");

  const auto sum = std::find_if(outcome.findings.begin(), outcome.findings.end(),
                                [](const Finding& each) { return each.code == "W101"; });
  REQUIRE(sum != outcome.findings.end());
  CHECK(sum->message == "总数 523 不等于概况类、政务动态、信息公开目录三项之和 658。");
  CHECK(sum->explanation == check::ExplanationState::missing);
}

TEST_CASE("a label that stands more than once is named with what it stands under") {
  const Document blank = document::make_blank(work_report(), "2019", "4305250009");
  std::vector<std::string> totals;
  for (const Finding& each : check::check(work_report(), blank, {}).findings) {
    if (each.message.find("总数：") != std::string::npos) {
      totals.push_back(each.message.substr(0, each.message.find("：")));
    }
  }
  CHECK(totals == std::vector<std::string>{"信息发布·总数", "解读信息发布·总数", "办件量·总数"});
}

TEST_CASE("findings stand in the order of the form, standard facts before rules") {
  Document report = testing::published_report("dongkou-2019");
  testing::type_into(work_report(), report, "basic.unique_visitors", "-5");
  testing::type_into(work_report(), report, "basic.page_views", "-6.5");
  testing::type_into(work_report(), report, "signature.date", "2020-2-1");
  const std::vector<Finding> findings = check::check(work_report(), report, dongkou_context()).findings;
  CHECK(summary(findings) == std::vector<std::string>{
                                 "number_range basic.unique_visitors",
                                 "whole_number basic.page_views",
                                 "number_range basic.page_views",
                                 "E116 basic.page_views",
                                 "N116 basic.page_views",
                                 "N124 services.registered_users",
                                 "N111 interaction.survey_opinions",
                                 "W122 signature.date",
                                 "W222 signature.date",
                             });
}

TEST_CASE("the same document and context give the same findings, byte for byte") {
  const Document report = testing::published_report("gaohang-2017");
  const auto bytes = [&] {
    return json::to_canonical(
        check::to_json(check::check(work_report(), report, gaohang_context()).findings, work_report()));
  };
  CHECK(bytes() == bytes());
  const auto again = document::read(document::write(report, work_report()), work_report());
  REQUIRE(again.ok());
  const auto findings = check::check(work_report(), again.value(), gaohang_context()).findings;
  CHECK(json::to_canonical(check::to_json(findings, work_report())) == bytes());
}
