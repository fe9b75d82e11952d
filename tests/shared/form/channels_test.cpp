#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/check/check.h"
#include "shared/layout/grid.h"
#include "tests/support/reports.h"

namespace tianbao::form {
namespace {

const Form& channels() {
  static const Form form = testing::load_form(testing::read_source_file("assets/forms/channels/2015.json"));
  return form;
}

struct Row {
  std::string_view kind;
  std::string_view label;
};

// domain.md §6.2, as 国办发〔2015〕15号 附件4 has them.
constexpr std::array<Row, 14> rows = {{{"信息公开类", "机构设置及职能"},
                                       {"信息公开类", "工作动态"},
                                       {"信息公开类", "通知公告"},
                                       {"信息公开类", "政策文件"},
                                       {"信息公开类", "规划计划"},
                                       {"信息公开类", "人事信息"},
                                       {"信息公开类", "其他"},
                                       {"互动回应类", "政务咨询类栏目"},
                                       {"互动回应类", "调查征集类栏目"},
                                       {"互动回应类", "互动访谈类栏目"},
                                       {"互动回应类", "其他"},
                                       {"办事服务类", "办事指南类栏目"},
                                       {"办事服务类", "在线（申报、查询）系统"},
                                       {"办事服务类", "其他"}}};

document::Document all_none() {
  document::Document document = document::make_blank(channels(), "2019", "4305250009");
  for (const Field& field : channels().fields) testing::type_into(channels(), document, field.address, "无");
  testing::type_into(channels(), document, "header.site_name", "洞口县人民政府");
  return document;
}

std::string codes_of(const document::Document& document) {
  document::Context context;
  context.today = "2020-01-15";
  context.prior_known = document::PriorKnown::none;
  std::string codes;
  for (const check::Finding& finding : check::check(channels(), document, context).findings) {
    codes +=
        (codes.empty() ? "" : " ") + finding.code + "@" + channels().fields[finding.fields.front()].address;
  }
  return codes;
}

}  // namespace

TEST_CASE("the list of channels asks for names and addresses of every kind, in official words") {
  const Form& form = channels();
  CHECK(form.title == "政府网站栏目（系统）基本信息表");
  CHECK_FALSE(form.draft);
  REQUIRE(form.fields.size() == 1 + 2 * rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    INFO(rows[row].label);
    const Field& name = form.fields[1 + 2 * row];
    const Field& url = form.fields[2 + 2 * row];
    CHECK(form.sections[name.section].label == rows[row].kind);
    CHECK(name.label == rows[row].label);
    CHECK(name.type == FieldType::text_list);
    CHECK(url.type == FieldType::url_list);
    CHECK(name.provenance == Provenance::official);
    CHECK(name.allows_none);
    CHECK(url.required.has_value());
  }
}

TEST_CASE("the printed list of channels has one head, on every page") {
  const layout::Grid grid = layout::lay_out(channels(), all_none());
  CHECK(grid.has_head);
  CHECK(grid.row_count == 1 + rows.size());
  std::string head;
  for (const layout::GridCell& cell : grid.cells) {
    if (cell.row == 0) head += cell.text + "|";
    CHECK((cell.role == layout::CellRole::column) == (cell.row == 0));
  }
  CHECK(head == "内容类别|栏目（系统）名称|栏目（系统）地址|");
  CHECK(grid.section_rows == std::vector<std::size_t>{1, 8, 12});
  const std::string html = layout::to_html(grid);
  CHECK(html.find(
            "<thead>\n<tr><th id=\"head-0-0\" class=\"column\" scope=\"col\" colspan=\"2\">内容类别</th>") !=
        std::string::npos);
  CHECK(html.find("</thead>\n<tbody>") != std::string::npos);
}

TEST_CASE("names and addresses go together") {
  CHECK(codes_of(all_none()).empty());
  struct Case {
    const char* name;
    const char* url;
    const char* codes;
  };
  const Case cases[] = {
      {"工作动态；要闻", "http://a.gov.cn/x；http://a.gov.cn/y", ""},
      {"工作动态;要闻", "a.gov.cn/x\nhttp://a.gov.cn/y", ""},
      {"工作动态；要闻；", "http://a.gov.cn/x;http://a.gov.cn/y", ""},
      {"工作动态", "http://a.gov.cn/x;jsessionid=1", ""},
      {"工作动态；要闻", "http://a.gov.cn/x", "E101@disclosure.news.name"},
      {"工作动态", "http://a.gov.cn/x；http://a.gov.cn/y", "E101@disclosure.news.name"},
      {"工作动态", "http://a.gov.cn/x；y", "E101@disclosure.news.name unread@disclosure.news.url"},
      {"工作动态", "无", "W102@disclosure.news.name"},
      {"无", "http://a.gov.cn/x", "W102@disclosure.news.name"},
      {"工作动态", "", "required@disclosure.news.url"},
  };
  for (const Case& each : cases) {
    INFO(each.name << " " << each.url);
    document::Document document = all_none();
    testing::type_into(channels(), document, "disclosure.news.name", each.name);
    testing::type_into(channels(), document, "disclosure.news.url", each.url);
    CHECK(codes_of(document) == each.codes);
  }
}

}  // namespace tianbao::form
