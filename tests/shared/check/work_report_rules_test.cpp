#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "shared/check/check.h"
#include "shared/check/rules.h"
#include "shared/check/why.h"
#include "tests/support/reports.h"

using namespace tianbao;
using check::Verdict;
using document::Document;
using testing::work_report;

namespace {

struct RuleCase {
  const char* code;
  const char* cells;  // typed into a blank report of 2019; prior., site. and today into its context
  std::string_view verdict;
};

// Each rule of domain.md §3.3 holding, broken at its edge, and with a blank in it.
const RuleCase rule_cases[] = {
    {"W101", "release.total=16965 release.overview=78 release.news=12089 release.catalogue=4798", "pass"},
    {"W101", "release.total=523 release.overview=51 release.news=472 release.catalogue=135", "fail"},
    {"W101", "release.total=523 release.overview=51 release.news=472", "not applicable"},
    {"W201", "release.total=523 release.overview=51 release.news=472 release.catalogue=135", "pass"},
    {"W201", "release.total=523 release.overview=51 release.news=524 release.catalogue=135", "fail"},
    {"W201", "release.overview=51 release.news=472 release.catalogue=135", "not applicable"},
    {"W102", "topics.maintained=7 topics.opened=7", "pass"},
    {"W102", "topics.maintained=7 topics.opened=8", "fail"},
    {"W102", "topics.opened=8", "not applicable"},
    {"E103",
     "interpretation.total=39 interpretation.documents=38 interpretation.products=0 "
     "interpretation.comments=1",
     "pass"},
    {"E103",
     "interpretation.total=40 interpretation.documents=38 interpretation.products=0 "
     "interpretation.comments=1",
     "fail"},
    {"E103", "interpretation.comments=2", "not applicable"},
    {"W104", "services.cases_total=13896 services.cases_natural=10762 services.cases_legal=3134", "pass"},
    {"W104", "services.cases_total=13897 services.cases_natural=10762 services.cases_legal=3134", "fail"},
    {"W104", "services.cases_total=13897", "not applicable"},
    {"E105", "services.items=149 services.items_fully_online=149", "pass"},
    {"E105", "services.items=149 services.items_fully_online=150", "fail"},
    {"E105", "services.items_fully_online=150", "not applicable"},
    {"W106", "interaction.messages_received=526 interaction.messages_handled=526", "pass"},
    {"W106", "interaction.messages_received=526 interaction.messages_handled=527", "fail"},
    {"W106", "interaction.messages_handled=527", "not applicable"},
    {"W107",
     "interaction.messages_received=526 interaction.messages_handled=497 interaction.messages_published=497",
     "pass"},
    {"W107",
     "interaction.messages_received=526 interaction.messages_handled=497 interaction.messages_published=498",
     "fail"},
    {"W107",
     "interaction.messages_received=52 interaction.messages_handled=60 interaction.messages_published=53",
     "fail"},
    {"W107", "interaction.messages_published=52", "not applicable"},
    {"W108", "interaction.messages_received=0 interaction.messages_handled=0", "pass"},
    {"W108", "interaction.messages_received=0 interaction.handling_days=0", "pass"},
    {"W108", "interaction.messages_received=0 interaction.messages_handled=0 interaction.handling_days=0.5",
     "fail"},
    {"W108", "interaction.messages_received=0 interaction.messages_handled=3 interaction.handling_days=5",
     "not applicable"},
    {"W108", "interaction.handling_days=5", "not applicable"},
    {"W208", "interaction.messages_handled=497 interaction.handling_days=5", "pass"},
    {"W208", "interaction.messages_handled=497", "fail"},
    {"W208", "interaction.messages_handled=0", "not applicable"},
    {"W208", "", "not applicable"},
    {"W109", "interaction.handling_days=365", "pass"},
    {"W109", "interaction.handling_days=365.01", "fail"},
    {"W109", "", "not applicable"},
    {"W110", "interaction.surveys=6 interaction.survey_results=6", "pass"},
    {"W110", "interaction.surveys=6 interaction.survey_results=7", "fail"},
    {"W110", "interaction.survey_results=7", "not applicable"},
    {"W111", "interaction.surveys=0 interaction.survey_opinions=0", "pass"},
    {"W111", "interaction.surveys=0 interaction.survey_opinions=1", "fail"},
    {"W111", "interaction.surveys=1 interaction.survey_opinions=10094", "not applicable"},
    {"W111", "interaction.surveys=0", "not applicable"},
    {"N111", "interaction.surveys=1 interaction.survey_opinions=10094", "pass"},
    {"N111", "interaction.surveys=6 interaction.survey_opinions=0", "fail"},
    {"N111", "interaction.surveys=0 interaction.survey_opinions=0", "not applicable"},
    {"W112", "interaction.interviews=0 interaction.interview_messages=0 interaction.interview_answers=0",
     "pass"},
    {"W112", "interaction.interviews=0 interaction.interview_messages=0 interaction.interview_answers=1",
     "fail"},
    {"W112", "interaction.interviews=0 interaction.interview_messages=1 interaction.interview_answers=0",
     "fail"},
    {"W112", "interaction.interviews=1 interaction.interview_messages=1 interaction.interview_answers=0",
     "not applicable"},
    {"W212", "interaction.interview_messages=3 interaction.interview_answers=3", "pass"},
    {"W212", "interaction.interview_messages=3 interaction.interview_answers=4", "fail"},
    {"W212", "interaction.interview_answers=4", "not applicable"},
    {"W113", "security.problems_found=3 security.problems_fixed=3", "pass"},
    {"W113", "security.problems_found=3 security.problems_fixed=4", "fail"},
    {"W113", "security.problems_fixed=4", "not applicable"},
    {"W114", "security.assessments=0 security.problems_found=0", "pass"},
    {"W114", "security.assessments=0 security.problems_found=1", "fail"},
    {"W114", "security.assessments=1 security.problems_found=3", "not applicable"},
    {"E115", "media.has_new_media=是 media.wechat_name=洞口县人民政府 media.weibo_name=无 media.other=无",
     "pass"},
    {"E115", "media.has_new_media=是 media.weibo_name=高行发布 media.wechat_name=高行发布", "pass"},
    {"E115", "media.has_new_media=是 media.other=移动客户端", "pass"},
    {"E115", "media.has_new_media=是 media.weibo_name=无 media.wechat_name=无 media.other=无", "fail"},
    {"E115", "media.has_new_media=是", "fail"},
    {"E115", "media.has_new_media=否", "not applicable"},
    {"E115", "", "not applicable"},
    {"E116", "basic.unique_visitors=108000 basic.page_views=108000", "pass"},
    {"E116", "basic.unique_visitors=108000 basic.page_views=107999", "fail"},
    {"E116", "basic.page_views=107999", "not applicable"},
    {"N116", "basic.unique_visitors=13541 basic.page_views=677050", "pass"},
    {"N116", "basic.unique_visitors=13541 basic.page_views=677051", "fail"},
    {"N116", "basic.page_views=677051", "not applicable"},
    {"N216", "basic.unique_visitors=108000 basic.page_views=306000", "fail"},
    {"N216", "basic.unique_visitors=108000 basic.page_views=306001", "pass"},
    {"N216", "basic.unique_visitors=0 basic.page_views=0", "not applicable"},
    {"W117", "basic.site_code=4305250009 site.code=4305250009", "pass"},
    {"W117", "basic.site_code=4305250009 site.code=4305250008", "fail"},
    {"W117", "site.code=4305250008", "not applicable"},
    {"W217", "basic.site_code=4305250009", "pass"},
    {"W217", "basic.site_code=4305990009", "fail"},
    {"W217", "basic.site_code=bm01000001", "not applicable"},
    {"W317", "basic.police_number=43052502000024", "pass"},
    {"W317", "basic.police_number=沪公网安备31011902006445号", "fail"},
    {"W317", "basic.police_number=川公网安备51019002000568号",
     "fail"},  // 成都高新区, which numbers for itself
    {"W317", "basic.police_number=京公网安备110105000722", "not applicable"},
    {"W417", "basic.site_code=4305250009 basic.police_number=43052502000024", "pass"},
    {"W417", "basic.site_code=4305000009 basic.police_number=43052502000024", "pass"},
    {"W417", "basic.site_code=4305250009 basic.police_number=43050002000024", "pass"},
    {"W417", "basic.site_code=4305250009 basic.police_number=43052402000024", "fail"},
    {"W417", "basic.site_code=4305250009 basic.police_number=无", "not applicable"},
    {"W120", "basic.home_url=http://www.dongkou.gov.cn site.url=https://WWW.dongkou.gov.cn/", "pass"},
    {"W120", "basic.home_url=http://www.dongkou.gov.cn site.url=http://dongkou.gov.cn", "fail"},
    {"W220", "basic.home_url=http://www.dongkou.gov.cn", "pass"},
    {"W220", "basic.home_url=http://www.dongkou-gov.cn", "fail"},
    {"W220", "", "not applicable"},
    {"W122", "signature.date=2020-01-01", "pass"},
    {"W122", "signature.date=2020-01-31", "pass"},
    {"W122", "signature.date=2020-02-01", "fail"},
    {"W122", "signature.date=2019-12-31", "fail"},
    {"W122", "", "not applicable"},
    {"W222", "signature.date=2020-01-15 today=2020-01-15", "pass"},
    {"W222", "signature.date=2020-01-16 today=2020-01-15", "fail"},
    {"W123", "services.catalogue_published=否 services.items=0", "pass"},
    {"W123", "services.catalogue_published=否 services.items=1", "fail"},
    {"W123", "services.catalogue_published=是 services.items=1", "not applicable"},
    {"W223", "services.catalogue_published=是 services.items=1", "pass"},
    {"W223", "services.catalogue_published=是 services.items=0", "fail"},
    {"W223", "services.items=0", "not applicable"},
    {"W124", "services.registered_users=15735 prior.services.registered_users=15735", "pass"},
    {"W124", "services.registered_users=15734 prior.services.registered_users=15735", "fail"},
    {"W124", "services.registered_users=15734", "not applicable"},
    {"N124", "services.registered_users=13541 basic.unique_visitors=13541", "pass"},
    {"N124", "services.registered_users=15735 basic.unique_visitors=13541", "fail"},
    {"W115", "media.weibo_name=高行发布 media.weibo_posts=842 media.weibo_followers=0", "pass"},
    {"W115", "media.weibo_name=高行发布 media.weibo_posts=无 media.weibo_followers=无", "fail"},
    {"W115", "media.weibo_name=高行发布 media.weibo_posts=842 media.weibo_followers=无", "fail"},
    {"W115", "media.weibo_name=无 media.weibo_posts=无", "not applicable"},
    {"W115", "media.weibo_posts=无", "not applicable"},
    {"W215", "media.weibo_name=无 media.weibo_posts=无 media.weibo_followers=0", "pass"},
    {"W215", "", "pass"},
    {"W215", "media.weibo_name=无 media.weibo_posts=842", "fail"},
    {"W215", "media.weibo_posts=842", "fail"},
    {"W215", "media.weibo_followers=383", "fail"},
    {"W215", "media.weibo_name=高行发布 media.weibo_posts=842", "not applicable"},
    {"W315", "media.wechat_name=高行发布 media.wechat_posts=541 media.wechat_subscribers=15555", "pass"},
    {"W315", "media.wechat_name=高行发布 media.wechat_posts=无 media.wechat_subscribers=15555", "fail"},
    {"W315", "media.wechat_posts=无", "not applicable"},
    {"W415", "media.wechat_name=无 media.wechat_posts=0", "pass"},
    {"W415", "media.wechat_name=无 media.wechat_subscribers=15555", "fail"},
    {"W415", "media.wechat_posts=541", "fail"},
    {"W415", "media.has_new_media=否 media.wechat_posts=541", "pass"},
    {"W128", "basic.icp_number=湘ICP备09023995", "pass"},
    {"W128", "basic.icp_number=京ICP证040867号", "fail"},
    {"W128", "", "not applicable"},
    {"W228", "basic.icp_number=蜀ICP备05060933号", "pass"},
    {"W228", "basic.icp_number=川ICP备05060933号", "fail"},
    {"W228", "basic.icp_number=甘ICP备05060933号-1", "fail"},
    {"W228", "", "not applicable"},
    {"W328", "basic.icp_number=京ICP备05060933", "pass"},
    {"W328", "basic.icp_number=正在备案", "fail"},
    {"W127", "basic.police_number=43052502000024", "pass"},
    {"W127", "basic.police_number=正在办理", "fail"},
    {"W127", "basic.police_number=无", "fail"},
    {"W127", "", "pass"},
};

// R25, one notice per main figure.
const std::pair<const char*, const char*> main_figures[] = {
    {"N125", "basic.unique_visitors"},
    {"N225", "basic.page_views"},
    {"N325", "release.total"},
    {"N425", "interpretation.total"},
    {"N525", "services.registered_users"},
    {"N625", "services.items"},
    {"N725", "services.cases_total"},
    {"N825", "interaction.messages_received"},
    {"N925", "media.wechat_subscribers"},
};

std::size_t rule_index(std::string_view code) {
  const std::vector<form::Rule>& rules = work_report().rules;
  const auto found =
      std::find_if(rules.begin(), rules.end(), [&](const form::Rule& rule) { return rule.code == code; });
  REQUIRE(found != rules.end());
  return static_cast<std::size_t>(found - rules.begin());
}

std::string_view word_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return "pass";
    case Verdict::fail:
      return "fail";
    case Verdict::not_applicable:
      return "not applicable";
    case Verdict::undecided:
      break;
  }
  return "undecided";
}

void put(Document& document, const std::string& name, const std::string& text) {
  document::Context& context = document.context;
  if (name == "today") {
    context.today = text;
  } else if (name.starts_with("site.")) {
    if (!context.site) context.site = document::Site();
    (name == "site.code" ? context.site->code : context.site->url) = text;
  } else if (name.starts_with("prior.")) {
    context.prior_known = document::PriorKnown::present;
    const std::size_t field = testing::field_index(work_report(), name.substr(6));
    context.prior.cells[field] = document::read_cell(work_report().fields[field], text);
  } else {
    testing::type_into(work_report(), document, name, text);
  }
}

/// `release.total=523 media.weibo_name=无`: what is not named is blank, and without `prior.` there was no
/// report last year.
Document report_of(const std::string& cells) {
  Document document = document::make_blank(work_report(), "2019", "4305250009");
  document.context.prior_known = document::PriorKnown::none;
  document.context.prior = {"2018", document.cells};
  document.context.regions = testing::all_regions();
  std::istringstream words(cells);
  std::string word;
  while (words >> word) {
    const std::size_t end = word.find('=');
    put(document, word.substr(0, end), word.substr(end + 1));
  }
  return document;
}

/// Its formula says with its marks what the verdict says.
void check_why(const form::Rule& rule, const Document& document, Verdict verdict) {
  const check::Why why = check::why(check::bind(work_report(), document, document.context), rule);
  const auto says = [&](std::string_view mark) { return why.formula.find(mark) != std::string::npos; };
  const auto asks = [&](std::string_view mark) { return why.when.find(mark) != std::string::npos; };
  CAPTURE(why.when, why.formula);
  CHECK(why.when.empty() == form::when_source(rule).empty());
  CHECK(why.cells.size() == check::slots_read(rule).size());
  CHECK_FALSE(why.asked.empty());
  if (verdict == Verdict::pass) CHECK(says("✓"));
  if (verdict == Verdict::fail) CHECK(says("✗"));
  if (verdict == Verdict::undecided) CHECK((says("？") || asks("？")));
  if (verdict == Verdict::not_applicable) CHECK((says("？") || asks("✗") || asks("？")));
}

std::string_view verdict_of(std::string_view code, const std::string& cells) {
  const Document document = report_of(cells);
  const check::Outcome outcome = check::check(work_report(), document, document.context);
  const std::size_t rule = rule_index(code);
  const Verdict verdict = outcome.verdicts[rule];
  const auto finding = std::find_if(outcome.findings.begin(), outcome.findings.end(),
                                    [&](const check::Finding& found) { return found.code == code; });
  CHECK((finding != outcome.findings.end()) == (verdict == Verdict::fail || verdict == Verdict::undecided));
  if (verdict == Verdict::fail && finding != outcome.findings.end()) {
    CHECK(finding->severity == work_report().rules[rule].severity);
    CHECK(finding->fields == work_report().rules[rule].fields);
    CHECK(finding->message.find("（无法计算）") == std::string::npos);
    CHECK(finding->message.ends_with("。"));
  }
  check_why(work_report().rules[rule], document, verdict);
  return word_of(verdict);
}

Document with(const std::vector<std::pair<std::string, std::string>>& assignments) {
  Document document = testing::published_report("dongkou-2019");
  for (const auto& [address, typed] : assignments)
    testing::type_into(work_report(), document, address, typed);
  return document;
}

/// Of 洞口县, with a report of last year that says the same as this year's.
document::Context full_context() {
  document::Context context;
  context.regions = testing::all_regions();
  context.today = "2020-01-15";
  context.site =
      document::Site{"4305250009", "洞口县人民政府", "http://www.dongkou.gov.cn", "洞口县人民政府"};
  context.prior_known = document::PriorKnown::present;
  context.prior = {"2018", testing::published_report("dongkou-2019").cells};
  return context;
}

}  // namespace

TEST_CASE("each rule of the work report holds, breaks and steps aside as the domain has it") {
  for (const RuleCase& each : rule_cases) {
    CAPTURE(each.code, each.cells);
    CHECK(verdict_of(each.code, each.cells) == each.verdict);
  }
}

TEST_CASE("main figures that change more than fivefold from last year are noticed") {
  for (const auto& [code, address] : main_figures) {
    CAPTURE(code);
    const auto verdict = [rule = code, cell = std::string(address)](std::string_view now,
                                                                    std::string_view prior) {
      std::string typed;
      if (!now.empty()) typed.append(cell).append("=").append(now);
      if (!prior.empty())
        typed.append(typed.empty() ? "" : " ").append("prior.").append(cell).append("=").append(prior);
      return verdict_of(rule, typed);
    };
    CHECK(verdict("5000", "1000") == "pass");
    CHECK(verdict("5001", "1000") == "fail");
    CHECK(verdict("200", "1000") == "pass");
    CHECK(verdict("199", "1000") == "fail");
    CHECK(verdict("0", "1000") == "fail");
    CHECK(verdict("5000", "0") == "not applicable");
    CHECK(verdict("5000", "") == "not applicable");
    CHECK(verdict("", "5000") == "not applicable");
  }
}

TEST_CASE("every rule of the work report has a case that it passes and one that it fails") {
  for (const form::Rule& rule : work_report().rules) {
    CAPTURE(rule.code);
    const auto has_case = [&rule](std::string_view verdict) {
      return std::any_of(std::begin(rule_cases), std::end(rule_cases), [&](const RuleCase& each) {
        return each.code == rule.code && each.verdict == verdict;
      });
    };
    const bool is_figure = std::any_of(std::begin(main_figures), std::end(main_figures),
                                       [&rule](const auto& figure) { return figure.first == rule.code; });
    CHECK((is_figure || (has_case("pass") && has_case("fail"))));
    CHECK_FALSE(rule.basis.empty());
    CHECK((rule.severity == form::Severity::warning || rule.explain == form::Explain::none));
    const bool worded = rule.code == "E103" || rule.code == "E115";
    CHECK((rule.provenance == form::Provenance::official) == worded);
  }
}

TEST_CASE("the figures of an account are required when the account is named") {
  const auto required = [](std::string_view address, const std::string& cells) -> bool {
    const Document document = report_of(cells);
    return check::check(work_report(), document, {}).required[testing::field_index(work_report(), address)];
  };
  for (const std::string account : {"media.weibo", "media.wechat"}) {
    CHECK(required(account + "_posts", "media.has_new_media=是 " + account + "_name=高行发布"));
    CHECK_FALSE(required(account + "_posts", "media.has_new_media=是 " + account + "_name=无"));
    CHECK_FALSE(required(account + "_posts", "media.has_new_media=是"));
  }
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
