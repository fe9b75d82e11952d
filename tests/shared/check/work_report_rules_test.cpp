#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>

#include "shared/check/check.h"
#include "tests/support/reports.h"

using namespace tianbao;
using check::Verdict;
using document::Document;
using testing::work_report;

namespace {

using Assignments = std::vector<std::pair<std::string, std::string>>;

struct RuleCase {
  std::string code;
  Assignments passes;  // on top of 洞口县's report, which stands for last year's too
  Assignments fails;
};

/// Every rule of assets/forms/work-report/2017.json.
const RuleCase rule_cases[] = {
    {"W120", {}, {{"basic.home_url", "www.gaohang.gov.cn"}}},
    {"W220", {}, {{"basic.home_url", "www.dongkou.com"}}},
    {"W117", {}, {{"basic.site_code", "4305250010"}}},
    {"W127", {}, {{"basic.police_number", "无"}}},
    {"N216", {}, {{"basic.unique_visitors", "108000"}, {"basic.page_views", "306000"}}},
    {"N125", {}, {{"basic.unique_visitors", "2000"}}},
    {"E116", {{"basic.page_views", "13541"}}, {{"basic.page_views", "13540"}}},
    {"N116", {{"basic.page_views", "677050"}}, {{"basic.page_views", "677051"}}},
    {"N225", {{"basic.page_views", "7736955"}}, {{"basic.page_views", "7736956"}}},
    {"W101", {}, {{"release.total", "16966"}}},
    {"W201", {{"release.total", "12089"}}, {{"release.total", "12088"}}},
    {"N325", {}, {{"release.total", "100000"}}},
    {"W102", {{"topics.opened", "7"}}, {{"topics.opened", "8"}}},
    {"E103", {}, {{"interpretation.total", "40"}}},
    {"N425", {{"interpretation.total", "195"}}, {{"interpretation.total", "196"}}},
    {"W123",
     {{"services.catalogue_published", "否"}, {"services.items", "0"}},
     {{"services.catalogue_published", "否"}}},
    {"W223", {}, {{"services.items", "0"}}},
    {"W124", {}, {{"services.registered_users", "15734"}}},
    {"N124", {{"services.registered_users", "13541"}}, {{"services.registered_users", "13542"}}},
    {"N525", {}, {{"services.registered_users", "100000"}}},
    {"N625", {}, {{"services.items", "20000"}}},
    {"E105", {{"services.items_fully_online", "3841"}}, {{"services.items_fully_online", "3842"}}},
    {"W104", {}, {{"services.cases_legal", "3135"}}},
    {"N725", {}, {{"services.cases_total", "100"}}},
    {"N825", {}, {{"interaction.messages_received", "10000"}}},
    {"W106", {{"interaction.messages_handled", "526"}}, {{"interaction.messages_handled", "527"}}},
    {"W108",
     {{"interaction.messages_received", "0"},
      {"interaction.messages_handled", "0"},
      {"interaction.handling_days", ""}},
     {{"interaction.messages_received", "0"}, {"interaction.messages_handled", ""}}},
    {"W208", {}, {{"interaction.handling_days", ""}}},
    {"W109", {{"interaction.handling_days", "365"}}, {{"interaction.handling_days", "365.5"}}},
    {"W107", {{"interaction.messages_published", "497"}}, {{"interaction.messages_published", "498"}}},
    {"W111",
     {{"interaction.surveys", "0"}},
     {{"interaction.surveys", "0"}, {"interaction.survey_opinions", "5"}}},
    {"N111", {{"interaction.survey_opinions", "1"}}, {}},
    {"W110", {}, {{"interaction.survey_results", "7"}}},
    {"W112", {}, {{"interaction.interview_answers", "3"}}},
    {"W212", {}, {{"interaction.interviews", "1"}, {"interaction.interview_answers", "1"}}},
    {"W114",
     {{"security.assessments", "0"}},
     {{"security.assessments", "0"}, {"security.problems_found", "2"}}},
    {"W113", {}, {{"security.problems_fixed", "1"}}},
    {"E115", {}, {{"media.wechat_name", "无"}}},
    {"N925", {}, {{"media.wechat_subscribers", "700"}}},
    {"W122", {{"signature.date", "2020-1-31"}}, {{"signature.date", "2020-2-1"}}},
    {"W222", {}, {{"signature.date", "2020-01-16"}}},
};

std::size_t rule_index(std::string_view code) {
  const std::vector<form::Rule>& rules = work_report().rules;
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const form::Rule& rule) { return rule.code == code; });
  REQUIRE(found != rules.end());
  return static_cast<std::size_t>(found - rules.begin());
}

Document with(const Assignments& assignments) {
  Document document = testing::published_report("dongkou-2019");
  for (const auto& [address, typed] : assignments)
    testing::type_into(work_report(), document, address, typed);
  return document;
}

document::Context full_context() {
  document::Context context;
  context.today = "2020-01-15";
  context.site =
      document::Site{"4305250009", "洞口县人民政府", "http://www.dongkou.gov.cn", "洞口县人民政府"};
  context.prior_known = document::PriorKnown::present;
  context.prior = {"2018", testing::published_report("dongkou-2019").cells};
  return context;
}

}  // namespace

TEST_CASE("every rule of the work report has a case that it passes and one that it fails") {
  std::vector<std::string> covered;
  for (const RuleCase& each : rule_cases) {
    CAPTURE(each.code);
    covered.push_back(each.code);
    const std::size_t rule = rule_index(each.code);
    CHECK(check::check(work_report(), with(each.passes), full_context()).verdicts[rule] == Verdict::pass);

    const check::Outcome failing = check::check(work_report(), with(each.fails), full_context());
    CHECK(failing.verdicts[rule] == Verdict::fail);
    const auto finding = std::find_if(failing.findings.begin(), failing.findings.end(),
                                      [&](const check::Finding& found) { return found.code == each.code; });
    REQUIRE(finding != failing.findings.end());
    CHECK(finding->severity == work_report().rules[rule].severity);
    CHECK(finding->fields == work_report().rules[rule].fields);
    CHECK(finding->message.find("（不明）") == std::string::npos);
    CHECK(finding->message.ends_with("。"));
  }
  std::vector<std::string> all;
  for (const form::Rule& rule : work_report().rules) all.push_back(rule.code);
  std::sort(all.begin(), all.end());
  std::sort(covered.begin(), covered.end());
  CHECK(covered == all);
}

TEST_CASE("rules do not apply to cells that are blank or do not apply themselves") {
  Document document = with({{"release.total", ""}, {"media.has_new_media", "否"}});
  const check::Outcome outcome = check::check(work_report(), document, full_context());
  CHECK(outcome.verdicts[rule_index("W101")] == Verdict::not_applicable);
  CHECK(outcome.verdicts[rule_index("E115")] == Verdict::not_applicable);
  CHECK(outcome.verdicts[rule_index("N925")] == Verdict::not_applicable);
}

TEST_CASE("two accounts of the same name are no finding") {
  const Document document = with({{"media.weibo_name", "洞口县人民政府"},
                                  {"media.weibo_posts", "842"},
                                  {"media.weibo_followers", "383"}});
  const check::Outcome outcome = check::check(work_report(), document, full_context());
  const std::size_t weibo = testing::field_index(work_report(), "media.weibo_name");
  for (const check::Finding& finding : outcome.findings) CHECK(finding.fields.front() != weibo);
}
