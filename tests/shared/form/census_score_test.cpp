#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/check/check.h"
#include "shared/layout/grid.h"
#include "tests/support/reports.h"

namespace tianbao::form {
namespace {

const Form& census_score() {
  static const Form form =
      testing::load_form(testing::read_source_file("assets/forms/census-score/2015.json"));
  return form;
}

struct Row {
  std::string_view section;
  std::string_view group;
  std::string_view label;
  std::string_view criterion;  // how the 扣分细则 begins
  Provenance provenance = Provenance::official;
};

// 国办发〔2015〕15号 附件2, as far as its text and domain.md §5 have it: [S] official, [D] deduced, [G]
// draft.
constexpr std::array<Row, 30> rows = {{
    {"单项否决", "站点无法访问", "首页打不开的次数占全部监测次数的比例", "监测1周，每天间隔性访问20次以上"},
    {"单项否决", "网站不更新", "首页栏目信息的更新情况", "监测2周，首页栏目无信息更新的，即单项否决。"},
    {"单项否决", "栏目不更新", "动态、要闻、通知公告、政策文件等信息长期未更新的栏目数量",
     "监测时间点前2周内"},
    {"单项否决", "栏目不更新", "网站中应更新但长期未更新的栏目数量", "超过（含）10个"},
    {"单项否决", "栏目不更新", "网站中的空白栏目（有栏目无内容）数量", "超过（含）5个"},
    {"单项否决", "严重错误", "网站存在严重错别字", "出现严重错别字（例如，将党和国家领导人姓名写错）"},
    {"单项否决", "严重错误", "网站存在虚假或伪造内容", "出现"},
    {"单项否决", "严重错误", "网站存在反动、暴力、色情等内容", "出现"},
    {"单项否决", "互动回应差", "互动回应类栏目长期未回应的情况", "监测时间点前1年内，要求对公众信件"},
    {"网站可用性", "首页可用性", "首页打不开的次数占全部监测次数的比例", "监测1周", Provenance::draft},
    {"网站可用性", "链接可用性", "首页及其他页面不能正常访问的链接数量",
     "首页上的链接（包括图片、附件、外部链接等）"},
    {"网站可用性", "链接可用性", "首页及其他页面不能正常访问的链接数量", "其他页面的链接"},
    {"信息更新情况", "首页栏目", "首页栏目信息更新情况", "监测2周，首页栏目信息更新总量少于10条的，扣5分"},
    {"信息更新情况", "基本信息", "基本信息更新是否及时", "监测时间点前2周内", Provenance::deduced},
    {"信息更新情况", "基本信息", "基本信息更新是否及时", "监测时间点前6个月内", Provenance::deduced},
    {"信息更新情况", "基本信息", "基本信息更新是否及时", "监测时间点前1年内", Provenance::deduced},
    {"信息更新情况", "基本信息", "基本信息内容是否准确", "机构设置及职能", Provenance::draft},
    {"互动回应情况", "政务咨询类栏目", "渠道建设情况", "未开设栏目的，扣5分。"},
    {"互动回应情况", "政务咨询类栏目", "栏目使用情况", "开设了栏目，但监测时间点前1年内"},
    {"互动回应情况", "调查征集类栏目", "渠道建设情况", "未开设栏目的，扣5分。"},
    {"互动回应情况", "调查征集类栏目", "调查征集活动开展情况", "开设了栏目，但栏目不可用"},
    {"互动回应情况", "调查征集类栏目", "调查征集活动开展情况", "开设了栏目且"},
    {"互动回应情况", "互动访谈类栏目", "互动访谈开展情况", "未开设栏目的，不扣分。", Provenance::deduced},
    {"互动回应情况", "互动访谈类栏目", "互动访谈开展情况", "开设了栏目，但栏目不可用", Provenance::deduced},
    {"互动回应情况", "互动访谈类栏目", "互动访谈开展情况", "开设了栏目且", Provenance::deduced},
    {"服务实用情况", "办事指南", "要素的完整性、准确性", "事项名称、设定依据", Provenance::draft},
    {"服务实用情况", "办事指南", "要素的完整性、准确性", "要素内容不准确的", Provenance::draft},
    {"服务实用情况", "附件下载", "办事指南中的表格和附件能否下载",
     "办事指南中提及的表格和附件未提供下载的，每发现一次扣1分。"},
    {"服务实用情况", "附件下载", "办事指南中的表格和附件能否下载",
     "办事表格、文件附件等无法下载的，每发现一次扣1分。"},
    {"服务实用情况", "在线系统", "在线申报和查询系统能否正常访问",
     "在线申报或查询系统不能访问的，每发现一个扣3分。"},
}};

using Typed = std::vector<std::pair<std::string, std::string>>;

/// A site without a fault, and then what is typed.
document::Document scored(const Typed& typed) {
  const Form& form = census_score();
  document::Document document = document::make_blank(form, "2015", "4305250009");
  document.reporter = "430525";
  for (const Field& field : form.fields) {
    if (field.computed) continue;
    if (is_number(field.type)) testing::type_into(form, document, field.address, "0");
    if (field.type == FieldType::yes_no) testing::type_into(form, document, field.address, "否");
  }
  const Typed sound = {{"site_data.name", "洞口县人民政府网站"},
                       {"site_data.code", "4305250009"},
                       {"site_data.url", "www.dongkou.gov.cn"},
                       {"site_data.monitored_on", "2015-05-20"},
                       {"updates.home.count", "10"},
                       {"interaction.surveys.count", "3"},
                       {"interaction.interviews.count", "3"}};
  for (const Typed& all : {sound, typed}) {
    for (const auto& [address, text] : all) testing::type_into(form, document, address, text);
  }
  check::recompute(form, document, document.context);
  return document;
}

std::string text_at(const document::Document& document, std::string_view address) {
  const std::size_t index = testing::field_index(census_score(), address);
  return document::display(census_score().fields[index], document.cells[index]);
}

std::string codes_of(const document::Document& document) {
  document::Context context;
  context.regions = testing::all_regions();
  context.today = "2015-06-01";
  context.prior_known = document::PriorKnown::none;
  std::string codes;
  for (const check::Finding& finding : check::check(census_score(), document, context).findings) {
    codes += (codes.empty() ? "" : " ") + finding.code + "@" +
             census_score().fields[finding.fields.front()].address;
  }
  return codes;
}

}  // namespace

TEST_CASE("the score table has the rows of the official one, in its words") {
  const Form& form = census_score();
  CHECK(form.title == "全国政府网站普查评分表");
  CHECK(form.draft);
  CHECK(form.reporter == Party::unit);
  CHECK(form.subject == Party::site);
  const layout::Grid grid = layout::lay_out_for_paper(form, scored({}));
  std::string head;
  for (const layout::GridCell& cell : grid.cells) {
    if (cell.row == 0) head += cell.text + "|";
  }
  CHECK(head == "一级指标|二级指标|考察点|扣分细则|存在的问题|扣分|");

  std::size_t place = 0;
  for (const Section& section : form.sections) {
    if (section.place != SectionPlace::table) continue;
    for (const Group& group : section.groups) {
      for (std::size_t field = group.first_field; field < group.first_field + group.field_count; ++field) {
        const std::size_t row = form.fields[field].table_cell->row;
        if (field > group.first_field && form.fields[field - 1].table_cell->row == row) continue;
        if (section.id == "total") continue;
        REQUIRE(place < rows.size());
        INFO(form.fields[field].address);
        CHECK(section.label == rows[place].section);
        CHECK(group.label == rows[place].group);
        const Field& problem = form.fields[field + 1];
        CHECK(problem.label == rows[place].label);
        CHECK(group.fixed_texts[row].text.starts_with(rows[place].criterion));
        CHECK(problem.provenance == rows[place].provenance);
        ++place;
      }
    }
  }
  CHECK(place == rows.size());
}

TEST_CASE("points are counted in exact tenths, and more than 40 of them fail") {
  struct Case {
    Typed typed;
    std::string_view total;
    std::string_view verdict;
  };
  const std::array<Case, 12> cases = {{
      {{}, "0", "合格"},
      {{{"availability.other_links.count", "3"}}, "0.3", "合格"},
      {{{"availability.home_links.count", "40"}}, "40", "合格"},
      {{{"availability.home_links.count", "40"}, {"availability.other_links.count", "1"}}, "40.1", "不合格"},
      {{{"availability.home_links.count", "39"}, {"availability.other_links.count", "10"}}, "40", "合格"},
      {{{"updates.home.count", "9"}}, "5", "合格"},
      {{{"interaction.surveys.count", "2"}}, "3", "合格"},
      {{{"site_data.is_portal", "是"}, {"interaction.interviews.count", "6"}}, "3", "合格"},
      {{{"site_data.is_portal", "是"}}, "6", "合格"},
      {{{"interaction.consultation_channel.count", "是"}}, "5", "合格"},
      {{{"interaction.survey_channel.count", "是"},
        {"interaction.interview_use.count", "是"},
        {"services.systems.count", "10"}},
       "40",
       "合格"},
      {{{"veto.neglected.count", "9"}, {"veto.empty.count", "4"}}, "0", "合格"},
  }};
  for (const Case& each : cases) {
    const document::Document document = scored(each.typed);
    INFO((each.typed.empty() ? std::string("no fault") : each.typed.back().first));
    CHECK(text_at(document, "total.deductions.points") == each.total);
    CHECK(text_at(document, "result.verdict") == each.verdict);
  }
}

TEST_CASE("each 扣分细则 takes its own points") {
  struct Case {
    std::string_view row;
    std::string typed;
    std::string_view points;
  };
  const std::array<Case, 20> cases = {{{"availability.home", "4.6", "23"},
                                       {"availability.home_links", "3", "3"},
                                       {"availability.other_links", "3", "0.3"},
                                       {"updates.home", "9", "5"},
                                       {"updates.news", "2", "6"},
                                       {"updates.notices", "2", "8"},
                                       {"updates.plans", "2", "10"},
                                       {"updates.accuracy", "2", "2"},
                                       {"interaction.consultation_channel", "是", "5"},
                                       {"interaction.consultation_use", "是", "5"},
                                       {"interaction.survey_channel", "是", "5"},
                                       {"interaction.survey_use", "是", "5"},
                                       {"interaction.surveys", "1", "3"},
                                       {"interaction.interview_channel", "是", "0"},
                                       {"interaction.interview_use", "是", "5"},
                                       {"interaction.interviews", "2", "3"},
                                       {"services.guide_elements", "2", "4"},
                                       {"services.guide_accuracy", "2", "2"},
                                       {"services.missing_forms", "2", "2"},
                                       {"services.systems", "2", "6"}}};
  for (const Case& each : cases) {
    INFO(each.row);
    const document::Document document = scored({{std::string(each.row) + ".count", each.typed}});
    CHECK(text_at(document, std::string(each.row) + ".points") == each.points);
    CHECK(text_at(document, "total.deductions.points") == each.points);
  }
  CHECK(text_at(scored({{"services.broken_forms.count", "3"}}), "total.deductions.points") == "3");
}

TEST_CASE("one veto fails the site, and nothing else is scored any more") {
  for (const auto& [address, typed] : Typed{{"veto.unreachable.count", "是"},
                                            {"veto.stale_site.count", "是"},
                                            {"veto.stale_news.count", "5"},
                                            {"veto.neglected.count", "10"},
                                            {"veto.empty.count", "5"},
                                            {"veto.grave_typo.count", "是"},
                                            {"veto.false_content.count", "是"},
                                            {"veto.forbidden_content.count", "是"},
                                            {"veto.unanswered.count", "是"}}) {
    INFO(address);
    const document::Document document = scored({{address, typed}});
    CHECK(text_at(document, "result.vetoed") == "是");
    CHECK(text_at(document, "result.verdict") == "不合格");
    CHECK(text_at(document, "total.deductions.points").empty());
    const check::Outcome outcome = check::check(census_score(), document, document.context);
    CHECK_FALSE(outcome.relevant[testing::field_index(census_score(), "availability.home.count")]);
    CHECK_FALSE(outcome.relevant[testing::field_index(census_score(), "interaction.survey_use.problem")]);
    CHECK(outcome.relevant[testing::field_index(census_score(), "veto.empty.problem")]);
  }
}

TEST_CASE("a deduction needs its problem, a problem its deduction, and a veto what it rests on") {
  struct Case {
    Typed typed;
    std::string_view codes;
  };
  const std::array<Case, 14> cases = {{
      {{{"interaction.interview_channel.count", "是"},
        {"interaction.interview_channel.problem", "未开设访谈栏目"},
        {"interaction.interviews.count", "0"}},
       ""},
      {{{"services.systems.problem", "无"}}, ""},
      {{{"services.systems.count", "1"}, {"services.systems.problem", "无"}},
       "E101@services.systems.problem"},
      {{{"interaction.surveys.count", "0"}, {"interaction.surveys.problem", "没有开展"}},
       "E107@interaction.surveys.count"},
      {{{"veto.unanswered.problem", "三个月未回应"}}, "W108@veto.unanswered.problem"},
      {{}, ""},
      {{{"services.systems.count", "1"}}, "E101@services.systems.problem"},
      {{{"services.systems.count", "1"}, {"services.systems.problem", "预约系统打不开"}}, ""},
      {{{"services.systems.problem", "预约系统打不开"}}, "W102@services.systems.problem"},
      {{{"veto.grave_typo.count", "是"}}, "E103@veto.grave_typo.problem"},
      {{{"veto.empty.count", "1"}}, "E104@veto.empty.problem"},
      {{{"availability.home.count", "5"}, {"availability.home.problem", "打不开"}},
       "E105@availability.home.count"},
      {{{"updates.home.count", "0"}, {"updates.home.problem", "没有更新"}}, "E106@updates.home.count"},
      {{{"availability.home.count", "4"}, {"availability.home.problem", "打不开"}}, ""},
  }};
  for (const Case& each : cases) {
    INFO((each.typed.empty() ? std::string("no fault") : each.typed.front().first));
    std::string codes = codes_of(scored(each.typed));
    // A veto leaves what was typed below it without meaning; only the rules are of interest here.
    const std::size_t end = codes.find(" not_applicable");
    if (end != std::string::npos) codes.resize(end);
    CHECK(codes == each.codes);
  }
}

}  // namespace tianbao::form
