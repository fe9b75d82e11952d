#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/reports.h"

namespace tianbao::form {
namespace {

using expression::Error;
using expression::ErrorCode;
using expression::Slot;
using expression::Type;
using expression::Value;

/// `release.total=523 media.weibo_name=无`: what is not named is blank.
std::vector<Slot> slots_of(const Form& form, const std::string& cells) {
  const std::vector<expression::Declaration> names = declarations(form.fields);
  std::vector<Slot> slots(names.size());
  std::istringstream words(cells);
  std::string word;
  while (words >> word) {
    const std::string name = word.substr(0, word.find('='));
    const std::string text = word.substr(name.size() + 1);
    const auto declared = std::find_if(names.begin(), names.end(),
                                       [&name](const auto& declaration) { return declaration.name == name; });
    INFO(name);
    REQUIRE(declared != names.end());
    Slot& slot = slots[static_cast<std::size_t>(declared - names.begin())];
    slot.none = text == "无";
    if (declared->type == Type::decimal) {
      const auto number = slot.none ? number::Decimal() : number::Decimal::parse(text);
      REQUIRE(number.has_value());
      slot.value.content = *number;
    } else if (declared->type == Type::boolean) {
      slot.value.content = text == "是";
    } else {
      slot.value.content = slot.none ? std::string() : text;
    }
  }
  return slots;
}

/// design.md §4, the verdict of one expression.
std::string verdict_of(const expression::Program& program, const std::vector<Slot>& slots) {
  const Value value = expression::evaluate(program, slots);
  if (const bool* answer = value.boolean()) return *answer ? "pass" : "fail";
  const Error* error = value.error();
  return error != nullptr && error->code == ErrorCode::no_such_key ? "not applicable" : "undecided";
}

std::string verdict(const Rule& rule, const std::vector<Slot>& slots) {
  if (rule.when) {
    std::string applies = verdict_of(*rule.when, slots);
    if (applies == "fail") return "not applicable";
    if (applies != "pass") return applies;
  }
  return verdict_of(rule.condition, slots);
}

const Rule& rule_of(const Form& form, std::string_view code) {
  const auto rule = std::find_if(form.rules.begin(), form.rules.end(),
                                 [code](const Rule& candidate) { return candidate.code == code; });
  REQUIRE(rule != form.rules.end());
  return *rule;
}

struct Case {
  const char* code;
  const char* cells;
  const char* verdict;
};

// Each rule of domain.md §3.3 holding, broken at its edge, and with a blank in it.
const Case cases[] = {
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
    {"W120", "basic.home_url=http://www.dongkou.gov.cn site.url=https://WWW.dongkou.gov.cn/", "pass"},
    {"W120", "basic.home_url=http://www.dongkou.gov.cn site.url=http://dongkou.gov.cn", "fail"},
    {"W220", "basic.home_url=http://www.dongkou.gov.cn", "pass"},
    {"W220", "basic.home_url=http://www.dongkou-gov.cn", "fail"},
    {"W220", "", "not applicable"},
    {"W122", "signature.date=2020-01-01 period=2019", "pass"},
    {"W122", "signature.date=2020-01-31 period=2019", "pass"},
    {"W122", "signature.date=2020-02-01 period=2019", "fail"},
    {"W122", "signature.date=2019-12-31 period=2019", "fail"},
    {"W122", "period=2019", "not applicable"},
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
    {"W127", "basic.police_number=43052502000024", "pass"},
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

// The report of 洞口县 for 2019 as published (persons replaced), with a register and an earlier year that
// agree.
constexpr std::string_view dongkou_2019 =
    "header.reporting_unit=洞口县人民政府办公室 basic.site_name=洞口县人民政府 "
    "basic.home_url=http://www.dongkou.gov.cn basic.organiser=洞口县人民政府 basic.site_kind=portal "
    "basic.site_code=4305250009 basic.icp_number=湘ICP备09023995 basic.police_number=43052502000024 "
    "basic.unique_visitors=13541 basic.page_views=1547391 release.total=16965 release.overview=78 "
    "release.news=12089 release.catalogue=4798 topics.maintained=7 topics.opened=3 interpretation.total=39 "
    "interpretation.documents=38 interpretation.products=0 interpretation.comments=1 "
    "interpretation.responses=0 services.catalogue_published=是 services.registered_users=15735 "
    "services.items=3841 services.items_fully_online=100 services.cases_total=13896 "
    "services.cases_natural=10762 services.cases_legal=3134 interaction.unified_platform=是 "
    "interaction.messages_received=526 interaction.messages_handled=497 interaction.handling_days=5 "
    "interaction.messages_published=52 interaction.surveys=6 interaction.survey_opinions=0 "
    "interaction.survey_results=6 interaction.interviews=0 interaction.interview_messages=0 "
    "interaction.interview_answers=0 interaction.smart_answers=否 security.assessments=2 "
    "security.problems_found=0 security.problems_fixed=0 security.warning_mechanism=是 security.drill=否 "
    "security.officer=是 media.has_new_media=是 media.weibo_name=无 media.weibo_posts=无 "
    "media.weibo_followers=无 media.wechat_name=洞口县人民政府 media.wechat_posts=427 "
    "media.wechat_subscribers=3782 media.other=无 signature.head=负责人甲 signature.reviewer=审核人乙 "
    "signature.preparer=填报人丙 signature.phone=07397220000 signature.date=2020-01-15 "
    "site.code=4305250009 site.name=洞口县人民政府 site.url=http://www.dongkou.gov.cn "
    "site.organiser=洞口县人民政府 today=2020-01-15 period=2019 prior.basic.unique_visitors=12000 "
    "prior.basic.page_views=1400000 prior.release.total=15000 prior.interpretation.total=30 "
    "prior.services.registered_users=15000 prior.services.items=3800 prior.services.cases_total=13000 "
    "prior.interaction.messages_received=500 prior.media.wechat_subscribers=3500";

}  // namespace

TEST_CASE("Each rule of the work report holds, breaks and steps aside as the domain has it") {
  const Form& form = testing::work_report();
  for (const Case& example : cases) {
    CAPTURE(example.code, example.cells);
    CHECK(verdict(rule_of(form, example.code), slots_of(form, example.cells)) == example.verdict);
  }
}

TEST_CASE("Main figures that change more than fivefold from last year are noticed") {
  const Form& form = testing::work_report();
  for (const auto& figure : main_figures) {
    const Rule& rule = rule_of(form, figure.first);
    const std::string now = std::string(figure.second) + "=";
    const std::string prior = "prior." + now;
    const auto change = [&](const std::string& before, const std::string& after) {
      std::string cells = prior + before + " ";
      cells += now + after;
      return verdict(rule, slots_of(form, cells));
    };
    CAPTURE(rule.code);
    CHECK(change("1000", "5000") == "pass");
    CHECK(change("1000", "5001") == "fail");
    CHECK(change("1000", "200") == "pass");
    CHECK(change("1000", "199") == "fail");
    CHECK(change("1000", "0") == "fail");
    CHECK(change("0", "5000") == "not applicable");
    CHECK(verdict(rule, slots_of(form, now + "5000")) == "not applicable");
    CHECK(verdict(rule, slots_of(form, prior + "5000")) == "not applicable");
  }
}

TEST_CASE("Every rule of the work report has a case here, a basis and a severity that its code says") {
  const Form& form = testing::work_report();
  for (const Rule& rule : form.rules) {
    CAPTURE(rule.code);
    const bool tried = std::any_of(std::begin(cases), std::end(cases),
                                   [&](const Case& example) { return example.code == rule.code; }) ||
                       std::any_of(std::begin(main_figures), std::end(main_figures),
                                   [&](const auto& figure) { return figure.first == rule.code; });
    CHECK(tried);
    CHECK_FALSE(rule.basis.empty());
    CHECK((rule.severity == Severity::warning || rule.explain == Explain::none));
    const bool worded = rule.code == "E103" || rule.code == "E115";
    CHECK((rule.provenance == Provenance::official) == worded);
  }
}

TEST_CASE("The published report of 洞口县 for 2019 breaks no rule but three notices that are true of it") {
  const Form& form = testing::work_report();
  const std::vector<Slot> slots = slots_of(form, std::string(dongkou_2019));
  std::vector<std::string> broken;
  for (const Rule& rule : form.rules) {
    const std::string found = verdict(rule, slots);
    CAPTURE(rule.code);
    CHECK(found != "undecided");
    if (found == "fail") broken.push_back(rule.code);
  }
  CHECK(broken == std::vector<std::string>{"N116", "N124", "N111"});
}

TEST_CASE("The figures of an account are required when the account is named") {
  const Form& form = testing::work_report();
  const auto required = [&form](std::string_view address, const std::string& cells) {
    const Field& field = form.fields[*form.field_index(address)];
    return verdict_of(*field.required, slots_of(form, cells)) == "pass";
  };
  for (const std::string account : {"weibo", "wechat"}) {
    const std::string name = "media." + account + "_name";
    const std::string posts = "media." + account + "_posts";
    CHECK(required(posts, name + "=高行发布"));
    CHECK_FALSE(required(posts, name + "=无"));
    CHECK_FALSE(required(posts, ""));
  }
}

TEST_CASE("A message is text and expressions in turn") {
  const Form& form = testing::work_report();
  const std::vector<MessagePart>& message = rule_of(form, "W101").message;
  REQUIRE(message.size() == 2);
  CHECK(message[0].text == "总数 ");
  CHECK(message[0].expression->source() == "release.total");
  CHECK(message[1].text == " 不等于概况类、政务动态、信息公开目录三项之和 ");
  CHECK(message[1].expression->source() == "release.overview + release.news + release.catalogue");
}

}  // namespace tianbao::form
