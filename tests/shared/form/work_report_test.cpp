#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "shared/digest/sha256.h"
#include "tests/support/reports.h"

namespace tianbao::form {
namespace {

struct Item {
  std::string address;
  std::string section;
  std::string group;
  std::string label;
  std::string unit;
  bool prints_unit;
  FieldType type;
};

// domain.md §3.1, in its order; the units as the table of 国办函〔2018〕12号 prints them: with the label, or
// with the section (信息发布, 专栏专题) or group (办件量).
const std::array<Item, 59> items = {{
    {"basic.site_name", "基本信息", "", "网站名称", "", false, FieldType::text},
    {"basic.home_url", "基本信息", "", "首页网址", "", false, FieldType::url},
    {"basic.organiser", "基本信息", "", "主办单位", "", false, FieldType::text},
    {"basic.site_kind", "基本信息", "", "网站类型", "", false, FieldType::one_choice},
    {"basic.site_code", "基本信息", "", "政府网站标识码", "", false, FieldType::site_code},
    {"basic.icp_number", "基本信息", "", "ICP备案号", "", false, FieldType::icp_number},
    {"basic.police_number", "基本信息", "", "公安机关备案号", "", false, FieldType::police_number},
    {"basic.unique_visitors", "基本信息", "", "独立用户访问总量", "个", true, FieldType::whole_number},
    {"basic.page_views", "基本信息", "", "网站总访问量", "次", true, FieldType::whole_number},
    {"release.total", "信息发布", "", "总数", "条", false, FieldType::whole_number},
    {"release.overview", "信息发布", "", "概况类信息更新量", "条", false, FieldType::whole_number},
    {"release.news", "信息发布", "", "政务动态信息更新量", "条", false, FieldType::whole_number},
    {"release.catalogue", "信息发布", "", "信息公开目录信息更新量", "条", false, FieldType::whole_number},
    {"topics.maintained", "专栏专题", "", "维护数量", "个", false, FieldType::whole_number},
    {"topics.opened", "专栏专题", "", "新开设数量", "个", false, FieldType::whole_number},
    {"interpretation.total", "解读回应", "解读信息发布", "总数", "条", true, FieldType::whole_number},
    {"interpretation.documents", "解读回应", "解读信息发布", "解读材料数量", "条", true,
     FieldType::whole_number},
    {"interpretation.products", "解读回应", "解读信息发布", "解读产品数量", "个", true,
     FieldType::whole_number},
    {"interpretation.comments", "解读回应", "解读信息发布", "媒体评论文章数量", "篇", true,
     FieldType::whole_number},
    {"interpretation.responses", "解读回应", "", "回应公众关注热点或重大舆情数量", "次", true,
     FieldType::whole_number},
    {"services.catalogue_published", "办事服务", "", "是否发布服务事项目录", "", false, FieldType::yes_no},
    {"services.registered_users", "办事服务", "", "注册用户数", "个", true, FieldType::whole_number},
    {"services.items", "办事服务", "", "政务服务事项数量", "项", true, FieldType::whole_number},
    {"services.items_fully_online", "办事服务", "", "可全程在线办理政务服务事项数量", "项", true,
     FieldType::whole_number},
    {"services.cases_total", "办事服务", "办件量", "总数", "件", false, FieldType::whole_number},
    {"services.cases_natural", "办事服务", "办件量", "自然人办件量", "件", false, FieldType::whole_number},
    {"services.cases_legal", "办事服务", "办件量", "法人办件量", "件", false, FieldType::whole_number},
    {"interaction.unified_platform", "互动交流", "", "是否使用统一平台", "", false, FieldType::yes_no},
    {"interaction.messages_received", "互动交流", "留言办理", "收到留言数量", "条", true,
     FieldType::whole_number},
    {"interaction.messages_handled", "互动交流", "留言办理", "办结留言数量", "条", true,
     FieldType::whole_number},
    {"interaction.handling_days", "互动交流", "留言办理", "平均办理时间", "天", true, FieldType::decimal},
    {"interaction.messages_published", "互动交流", "留言办理", "公开答复数量", "条", true,
     FieldType::whole_number},
    {"interaction.surveys", "互动交流", "征集调查", "征集调查期数", "期", true, FieldType::whole_number},
    {"interaction.survey_opinions", "互动交流", "征集调查", "收到意见数量", "条", true,
     FieldType::whole_number},
    {"interaction.survey_results", "互动交流", "征集调查", "公布调查结果期数", "期", true,
     FieldType::whole_number},
    {"interaction.interviews", "互动交流", "在线访谈", "访谈期数", "期", true, FieldType::whole_number},
    {"interaction.interview_messages", "互动交流", "在线访谈", "网民留言数量", "条", true,
     FieldType::whole_number},
    {"interaction.interview_answers", "互动交流", "在线访谈", "答复网民提问数量", "条", true,
     FieldType::whole_number},
    {"interaction.smart_answers", "互动交流", "", "是否提供智能问答", "", false, FieldType::yes_no},
    {"security.assessments", "安全防护", "", "安全检测评估次数", "次", true, FieldType::whole_number},
    {"security.problems_found", "安全防护", "", "发现问题数量", "个", true, FieldType::whole_number},
    {"security.problems_fixed", "安全防护", "", "问题整改数量", "个", true, FieldType::whole_number},
    {"security.warning_mechanism", "安全防护", "", "是否建立安全监测预警机制", "", false, FieldType::yes_no},
    {"security.drill", "安全防护", "", "是否开展应急演练", "", false, FieldType::yes_no},
    {"security.officer", "安全防护", "", "是否明确网站安全责任人", "", false, FieldType::yes_no},
    {"media.has_new_media", "移动新媒体", "", "是否有移动新媒体", "", false, FieldType::yes_no},
    {"media.weibo_name", "移动新媒体", "微博", "名称", "", false, FieldType::text},
    {"media.weibo_posts", "移动新媒体", "微博", "信息发布量", "条", true, FieldType::whole_number},
    {"media.weibo_followers", "移动新媒体", "微博", "关注量", "个", true, FieldType::whole_number},
    {"media.wechat_name", "移动新媒体", "微信", "名称", "", false, FieldType::text},
    {"media.wechat_posts", "移动新媒体", "微信", "信息发布量", "条", true, FieldType::whole_number},
    {"media.wechat_subscribers", "移动新媒体", "微信", "订阅数", "个", true, FieldType::whole_number},
    {"media.other", "移动新媒体", "", "其他", "", false, FieldType::long_text},
    {"innovation.features", "创新发展", "", "创新发展", "", false, FieldType::many_choices},
    {"signature.head", "落款", "", "单位负责人", "", false, FieldType::text},
    {"signature.reviewer", "落款", "", "审核人", "", false, FieldType::text},
    {"signature.preparer", "落款", "", "填报人", "", false, FieldType::text},
    {"signature.phone", "落款", "", "联系电话", "", false, FieldType::phone},
    {"signature.date", "落款", "", "填报日期", "", false, FieldType::date},
}};

const Field& field_at(const Form& form, std::string_view address) {
  const std::optional<std::size_t> index = form.field_index(address);
  REQUIRE(index.has_value());
  return form.fields[*index];
}

}  // namespace

TEST_CASE(
    "The work report asks for the 59 items of the official table and the reporting unit, in its order") {
  const Form& form = testing::work_report();
  REQUIRE(form.fields.size() == items.size() + 1);
  CHECK(form.fields[0].address == "header.reporting_unit");
  CHECK(form.fields[0].label == "填报单位");
  for (std::size_t index = 0; index < items.size(); ++index) {
    const Item& item = items[index];
    const Field& field = form.fields[index + 1];
    const Section& section = form.sections[field.section];
    CAPTURE(item.address);
    CHECK(field.address == item.address);
    CHECK(section.label == item.section);
    CHECK(section.groups[field.group].label == item.group);
    CHECK(field.label == item.label);
    CHECK(field.unit == item.unit);
    CHECK(field.prints_unit == item.prints_unit);
    CHECK(field.type == item.type);
    CHECK(field.provenance == Provenance::official);
    CHECK(form.field_index(item.address) == index + 1);
  }
  CHECK_FALSE(form.draft);
}

TEST_CASE("The help of the work report is the 填写说明 to the letter") {
  // Of the 填写说明 without headings, numbers and labels, its paragraphs joined by line feeds.
  constexpr std::string_view official = "75ba684a6fe298b675c4471ec621047291686149340dfc359973e757ba773ee4";
  const Form& form = testing::work_report();
  std::string help;
  const auto add = [&help](const std::string& paragraph) {
    if (paragraph.empty()) return;
    if (!help.empty()) help += '\n';
    help += paragraph;
  };
  for (const Field& field : form.fields) {
    add(field.help);
    for (const Choice& choice : field.choices) add(choice.help);
  }
  CHECK(digest::sha256_hex(help) == official);
  CHECK(field_at(form, "basic.unique_visitors").help ==
        "请填写本年度访问网站的用户总数（UV），同一用户每日多次访问不重复计算，只计一次。");
}

TEST_CASE("The head of the work report names its authority, periods and due dates") {
  const Form& form = testing::work_report();
  CHECK(form.id == "work-report");
  CHECK(form.edition == "2017");
  CHECK(form.title == "政府网站工作年度报表");
  CHECK(form.authority == "国办函〔2018〕12号");
  CHECK(form.first_period == 2017);
  CHECK_FALSE(form.last_period.has_value());
  CHECK(form.due_from == "01-01");
  CHECK(form.due_until == "01-31");
  CHECK(form.digest.size() == 64);
}

TEST_CASE("The work report is laid out as the official table") {
  const Form& form = testing::work_report();
  REQUIRE(form.sections.size() == 11);
  CHECK(form.sections.front().place == SectionPlace::header);
  CHECK(form.sections[1].place == SectionPlace::table);
  CHECK(form.sections.back().place == SectionPlace::footer);
  CHECK_FALSE(form.sections[1].prints_label);
  CHECK(form.sections[2].prints_label);
  CHECK(form.sections[2].unit == "条");
  CHECK(form.sections[9].numeral == "九");

  CHECK(field_at(form, "basic.police_number").print.same_row);
  CHECK_FALSE(field_at(form, "basic.icp_number").print.same_row);
  CHECK(field_at(form, "signature.preparer").print.break_after);
  CHECK(field_at(form, "interaction.handling_days").max_decimal_places == 2);

  const Field& features = field_at(form, "innovation.features");
  REQUIRE(features.choices.size() == 5);
  CHECK(features.max_length == 200);
  CHECK(features.choices[3].label == "千人千网");
  CHECK(features.choices[3].break_after);
  CHECK(features.choices[4].label == "其他");
  CHECK(features.choices[4].other);
}

TEST_CASE(
    "The work report lets 无 stand where the domain has it or a 备案 may be pending, and nowhere else") {
  const Form& form = testing::work_report();
  std::vector<std::string> allowed;
  for (const Field& field : form.fields) {
    if (field.allows_none) allowed.push_back(field.address);
  }
  CHECK(allowed == std::vector<std::string>{"basic.icp_number", "basic.police_number", "media.weibo_name",
                                            "media.weibo_posts", "media.weibo_followers", "media.wechat_name",
                                            "media.wechat_posts", "media.wechat_subscribers", "media.other"});
}

TEST_CASE("Every item of the work report is required but those that other items decide on") {
  const Form& form = testing::work_report();
  std::vector<std::string> others;
  for (const Field& field : form.fields) {
    if (!field.required || field.required->source() != "true") others.push_back(field.address);
  }
  CHECK(others == std::vector<std::string>{"interaction.handling_days", "media.weibo_name",
                                           "media.weibo_posts", "media.weibo_followers", "media.wechat_name",
                                           "media.wechat_posts", "media.wechat_subscribers", "media.other",
                                           "innovation.features"});
}

}  // namespace tianbao::form
