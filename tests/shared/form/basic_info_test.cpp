#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/check/check.h"
#include "tests/support/reports.h"

namespace tianbao::form {
namespace {

const Form& basic_info() {
  static const Form form = testing::load_form(testing::read_source_file("assets/forms/basic-info/2015.json"));
  return form;
}

// domain.md §6.1 in its order; all of them in the wording of 国办发〔2015〕15号 附件3.
constexpr std::array<std::string_view, 21> names = {
    "填表单位（盖章）", "部门/地区",       "网站名称",    "ICP备案编号",     "首页网址",    "网站主管单位",
    "办公地址",         "负责人·姓名",     "职务",        "负责人·办公电话", "负责人·手机", "负责人·电子邮箱",
    "联系人·姓名",      "联系人·办公电话", "联系人·手机", "联系人·电子邮箱", "单位负责人",  "审核人",
    "填报人",           "联系电话",        "填报日期"};

document::Document sound_info() {
  document::Document document = document::make_blank(basic_info(), "2019", "4305250009");
  constexpr std::array<std::pair<const char*, const char*>, 21> typed = {
      {{"header.reporting_unit", "洞口县人民政府办公室"},
       {"website.region", "湖南省邵阳市洞口县"},
       {"website.site_name", "洞口县人民政府"},
       {"website.icp_number", "湘ICP备09023995号"},
       {"website.home_url", "www.dongkou.gov.cn"},
       {"website.organiser", "洞口县人民政府"},
       {"website.office_address", "洞口县某路1号"},
       {"head.name", "负责人甲"},
       {"head.position", "主任"},
       {"head.office_phone", "0739-7220000"},
       {"head.mobile", "13800000000"},
       {"head.email", "jia@example.gov.cn"},
       {"contact.name", "联系人乙"},
       {"contact.office_phone", "0739-7220001"},
       {"contact.mobile", "无"},
       {"contact.email", "yi@example.gov.cn"},
       {"signature.head", "负责人甲"},
       {"signature.reviewer", "审核人丙"},
       {"signature.preparer", "联系人乙"},
       {"signature.phone", "0739-7220001"},
       {"signature.date", "2020-01-15"}}};
  for (const auto& [address, text] : typed) testing::type_into(basic_info(), document, address, text);
  return document;
}

std::string codes_of(const document::Document& document) {
  document::Context context;
  context.today = "2020-01-15";
  context.prior_known = document::PriorKnown::none;
  context.site =
      document::Site{"4305250009", "洞口县人民政府", "http://www.dongkou.gov.cn", "洞口县人民政府"};
  std::string codes;
  for (const check::Finding& finding : check::check(basic_info(), document, context).findings) {
    codes +=
        (codes.empty() ? "" : " ") + finding.code + "@" + basic_info().fields[finding.fields.front()].address;
  }
  return codes;
}

}  // namespace

TEST_CASE("the basic information asks what 国办发〔2015〕15号 lists, all of it in official words") {
  const Form& form = basic_info();
  CHECK(form.title == "政府网站基本信息表");
  CHECK_FALSE(form.draft);
  REQUIRE(form.fields.size() == names.size());
  for (std::size_t index = 0; index < names.size(); ++index) {
    INFO(names[index]);
    const Field& field = form.fields[index];
    CHECK(field.name == names[index]);
    CHECK(field.provenance == Provenance::official);
    // 表单所有信息项均为必填项，如确无内容请填写“无”.
    CHECK(field.required.has_value());
    CHECK(field.allows_none == (form.sections[field.section].place == SectionPlace::table));
  }
}

TEST_CASE("what is wrong with basic information is found where it stands") {
  CHECK(codes_of(sound_info()).empty());
  struct Case {
    const char* address;
    const char* typed;
    const char* codes;
  };
  const Case cases[] = {
      {"website.region", "", "required@website.region"},
      {"website.region", "无", ""},
      {"website.home_url", "http://www.example.com", "W104@website.home_url W204@website.home_url"},
      {"website.icp_number", "湘ICP证040867号", "W103@website.icp_number"},
      {"website.icp_number", "湘ICP备0902399", "unread@website.icp_number W103@website.icp_number"},
      {"head.office_phone", "7220000", "W107@head.office_phone"},
      {"contact.office_phone", "7220000", "W107@contact.office_phone"},
      {"head.office_phone", "无", ""},
      {"head.mobile", "1380000000", "text_pattern@head.mobile"},
      {"contact.email", "无", "N107@contact.mobile"},
      {"contact.email", "yi@", "unread@contact.email"},
      {"signature.date", "2020-01-16", "W122@signature.date"},
      {"signature.head", "无", "none_not_allowed@signature.head"},
  };
  for (const Case& each : cases) {
    INFO(each.address << " " << each.typed);
    document::Document document = sound_info();
    testing::type_into(basic_info(), document, each.address, each.typed);
    CHECK(codes_of(document) == each.codes);
  }
}

}  // namespace tianbao::form
