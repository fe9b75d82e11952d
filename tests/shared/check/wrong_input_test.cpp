#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/check/check.h"
#include "tests/support/reports.h"

namespace tianbao::check {
namespace {

using Typed = std::vector<std::pair<const char*, std::string>>;

/// What is said at the first cell of the finding, "" for nothing.
std::string message_at(const form::Form& form, const document::Document& document, std::string_view place) {
  document::Context context;
  context.regions = testing::all_regions();
  context.today = "2020-01-15";
  context.prior_known = document::PriorKnown::none;
  for (const Finding& finding : check(form, document, context).findings) {
    if (finding.code + "@" + form.fields[finding.fields.front()].address == place) return finding.message;
  }
  return {};
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  for (std::size_t index = 0; index < count; ++index) all += text;
  return all;
}

/// All but 问责人次, which adds up to 3.
const Typed forms_of_accountability = {
    {"inspection.talk.q1", "1"},      {"inspection.written_review.q1", "1"},
    {"inspection.criticism.q1", "1"}, {"inspection.warning.q1", "0"},
    {"inspection.removal.q1", "0"},   {"inspection.other_forms.q1", "0"}};

Typed with(Typed typed, const Typed& more) {
  typed.insert(typed.end(), more.begin(), more.end());
  return typed;
}

}  // namespace

TEST_CASE("each wrong input has a finding of its own that says what is wrong") {
  struct Case {
    const char* what;
    const char* form;
    Typed typed;
    const char* place;
    const char* message;
  };
  const Case cases[] = {
      {"contradicting rows",
       "supervision-report/2017",
       {{"inspection.sites.q1", "10"}, {"inspection.inspected.q1", "11"}},
       "W101@inspection.inspected.q1",
       "第一季度：抽查网站数量 11 大于网站运行总数 10。"},
      {"a sum that is one too little", "supervision-report/2017",
       with(forms_of_accountability, {{"inspection.accountable.q1", "2"}}), "E106@inspection.accountable.q1",
       "第一季度：问责人次 2 不等于约谈 1、书面检查 1、通报批评 1、警告或记过处分 0、调离岗位或免职 "
       "0、其他问责形式 0 之和 3。"},
      {"a sum that is one too much", "supervision-report/2017",
       with(forms_of_accountability, {{"inspection.accountable.q1", "4"}}), "E106@inspection.accountable.q1",
       "第一季度：问责人次 4 不等于约谈 1、书面检查 1、通报批评 1、警告或记过处分 0、调离岗位或免职 "
       "0、其他问责形式 0 之和 3。"},
      {"a percentage over 100",
       "supervision-report/2017",
       {{"inspection.assessed", "是"}, {"inspection.weight", "100.5"}},
       "number_range@inspection.weight",
       "所占比重：读到 100.5，应在 0 至 100 之间，请核对后改正。"},
      {"a deduction without a problem",
       "census-score/2015",
       {{"services.systems.count", "2"}},
       "E101@services.systems.problem",
       "扣 6 分，但没有写明存在的问题。"},
      {"a problem without a deduction",
       "census-score/2015",
       {{"services.systems.count", "0"}, {"services.systems.problem", "预约系统打不开"}},
       "W102@services.systems.problem",
       "写了存在的问题，但没有扣分。"},
      {"a half-filled row",
       "channels/2015",
       {{"disclosure.news.name", "政务动态"}},
       "required@disclosure.news.url",
       "工作动态·栏目（系统）地址：没有填写，请填写网址，几个之间用“；”隔开，如 "
       "http://www.beijing.gov.cn；没有的填“无”。"},
      {"more addresses than names",
       "channels/2015",
       {{"disclosure.news.name", "政务动态"}, {"disclosure.news.url", "www.a.gov.cn/1；www.a.gov.cn/2"}},
       "E101@disclosure.news.name",
       "名称有 1 个，地址有 2 个，应当按顺序一一对应。"},
      {"a ； inside an address",
       "channels/2015",
       {{"disclosure.news.name", "政务动态"}, {"disclosure.news.url", "http://www.a.gov.cn/list；id=2"}},
       "unread@disclosure.news.url",
       "工作动态·栏目（系统）地址：读到“http://www.a.gov.cn/"
       "list；id=2”，不是用“；”隔开的网址，请填写网址，几个之间用“；”隔开，如 "
       "http://www.beijing.gov.cn；没有的填“无”。"},
      {"201 characters on the line of 其他",
       "work-report/2017",
       {{"innovation.features", "☑其他" + repeated("新", 201)}},
       "other_text@innovation.features",
       "创新发展：“其他”的内容共 201 字，最多 200 字，请删减 1 字。"},
  };
  for (const Case& each : cases) {
    INFO(each.what);
    const form::Form form =
        testing::load_form(testing::read_source_file("assets/forms/" + std::string(each.form) + ".json"));
    document::Document document = document::make_blank(form, "2019", "4305250009");
    for (const auto& [address, text] : each.typed) testing::type_into(form, document, address, text);
    recompute(form, document, document.context);
    CHECK(message_at(form, document, each.place) == each.message);
  }
}

}  // namespace tianbao::check
