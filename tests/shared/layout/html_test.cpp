#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "shared/layout/grid.h"
#include "tests/support/reports.h"

namespace tianbao::layout {

namespace {

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size())) {
    ++found;
  }
  return found;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

/// The names of all tags in order: what the browser makes elements of, whatever the texts say.
std::string tags(std::string_view html) {
  std::string names;
  for (std::size_t open = html.find('<'); open != std::string_view::npos; open = html.find('<', open + 1)) {
    names += html.substr(open, html.find_first_of(" >", open) - open);
  }
  return names;
}

// Each would end a text, an attribute or an element if it were not escaped.
constexpr std::string_view hostile =
    "</td></span></table>\"'><script>alert(1)</script><img src=x onerror=alert(1)>&lt;";

Grid filled_with(std::string_view text) {
  GridCell label;
  label.role = CellRole::label;
  label.text = text;
  label.unit = text;
  label.draft = true;
  GridCell value;
  value.column = 1;
  value.text = text;
  value.options = {{std::string(text), true, true, false, ""},
                   {std::string(text), false, false, true, std::string(text)}};
  Grid grid;
  grid.title = text;
  grid.period_line = text;
  grid.header = {{0, std::string(text), std::string(text)}};
  grid.column_count = 2;
  grid.column_widths_percent = {30, 70};
  grid.row_count = 1;
  grid.section_rows = {0};
  grid.cells = {label, value};
  grid.footer = {{{0, std::string(text), std::string(text)}}};
  grid.draft = true;
  grid.annex = {std::string(text)};
  return grid;
}

}  // namespace

TEST_CASE("hostile texts make no elements and no attributes") {
  const Grid harmless = filled_with("甲");
  const Grid attacked = filled_with(hostile);
  CHECK(tags(to_html(attacked)) == tags(to_html(harmless)));
  CHECK(tags(to_html_page(attacked)) == tags(to_html_page(harmless)));
  CHECK(count(to_html(attacked), "\"") == count(to_html(harmless), "\""));
  CHECK_FALSE(contains(to_html_page(attacked), "<script"));
}

TEST_CASE("text is escaped so that it reads as it was typed") {
  CHECK(escape_html("1 < 2 & 3 > 2") == "1 &lt; 2 &amp; 3 &gt; 2");
  CHECK(escape_html("\"'") == "&quot;&#39;");
  CHECK(escape_html("洞口县\n\t") == "洞口县\n\t");
  CHECK(escape_html(std::string_view("a\0b\x1b\x7f", 5)) == "a\uFFFDb\uFFFD\uFFFD");
}

TEST_CASE("the fragment lives under a strict content security policy") {
  const std::string html = to_html(filled_with("甲"));
  CHECK_FALSE(contains(html, "style"));
  CHECK_FALSE(contains(html, "<script"));
  CHECK_FALSE(contains(html, " on"));
}

TEST_CASE("the work report is a table that assistive technology can read") {
  const form::Form& form = testing::work_report();
  const Grid grid = lay_out(form, testing::published_report("dongkou-2019"));
  const std::string html = to_html(grid);

  const auto values =
      static_cast<std::size_t>(std::count_if(grid.cells.begin(), grid.cells.end(), [](const GridCell& cell) {
        return cell.role == CellRole::value;
      }));
  CHECK(count(html, "<tr>") == grid.row_count);
  CHECK(count(html, "</tr>") == grid.row_count);
  CHECK(count(html, "<tbody>") == grid.section_rows.size());
  CHECK(count(html, "</tbody>") == grid.section_rows.size());
  CHECK(count(html, "<col ") == grid.column_count);
  CHECK(count(html, "<td") == values);
  CHECK(count(html, "<th ") == grid.cells.size() - values);
  CHECK(count(html, " scope=\"") == grid.cells.size() - values);

  CHECK(contains(html, "<h1>政府网站工作年度报表</h1>"));
  CHECK(contains(html, "填报单位：<bdi>洞口县人民政府办公室</bdi>"));
  CHECK(contains(html,
                 "<tr><th class=\"section\" scope=\"rowgroup\" rowspan=\"4\">信息发布<span class=\"unit\">"
                 "（单位：条）</span></th><th class=\"label\" scope=\"row\" colspan=\"2\">总数</th>"
                 "<td colspan=\"3\">16965</td></tr>"));
  CHECK(contains(html, "<th class=\"group\" scope=\"row\" rowspan=\"4\">解读信息发布</th>"));
  // 无障碍浏览 is ticked, 千人千网 is not; the line ends, and 其他 has a line to write on.
  CHECK(contains(html, "aria-label=\"已选\">☑</span>无障碍浏览</span>"));
  CHECK(contains(html, "aria-label=\"未选\">□</span>千人千网</span><br>"));
  CHECK(contains(html, "其他<span class=\"line\"></span></span></td>"));
  CHECK_FALSE(contains(html, "草稿"));
}

TEST_CASE("a value in or below a table is named by its own row and column, and by no other") {
  const form::Form form = testing::load_form(R"({
    "format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "试填表", "periods": {"first": 2017},
    "sections": [{"id": "a", "label": "抽查", "groups": [
      {"columns": [{"id": "q1", "label": "一季度"}, {"id": "q2", "label": "二季度"}],
       "fields": [{"id": "checked", "label": "数量", "type": "whole_number"}]},
      {"fields": [{"id": "weight", "label": "比重", "type": "decimal"}]}]}]
  })");
  const std::string html = to_html(lay_out(form, document::make_blank(form, "2019", "4305250009")));
  CHECK(
      contains(html,
               "<tr><th id=\"head-0-0\" class=\"section\" scope=\"rowgroup\" rowspan=\"3\">抽查</th><td></td>"
               "<th id=\"head-0-2\" class=\"column\" scope=\"col\">一季度</th>"
               "<th id=\"head-0-3\" class=\"column\" scope=\"col\">二季度</th></tr>"));
  CHECK(contains(html, "<td headers=\"head-0-0 head-0-2 head-1-1\"></td>"));
  CHECK(contains(html, "<td headers=\"head-0-0 head-0-3 head-1-1\"></td>"));
  CHECK(contains(html, "<td colspan=\"2\" headers=\"head-0-0 head-2-1\"></td>"));
}

TEST_CASE("line breaks in a value stay, and a draft form says so") {
  Grid grid = filled_with("甲");
  grid.cells[1].options.clear();
  grid.cells[1].text = "移动客户端：掌上洞口\n抖音：洞口发布";
  CHECK(contains(to_html(grid), "<td>移动客户端：掌上洞口<br>抖音：洞口发布</td>"));
  CHECK(contains(to_html(grid), "<p class=\"draft\">草稿"));
  CHECK(contains(to_html(grid), "<span class=\"draft\">草稿</span></th>"));
}

TEST_CASE("the page stands alone and is made for A4") {
  const form::Form& form = testing::work_report();
  const std::string page = to_html_page(lay_out(form, testing::published_report("dongkou-2019")));
  CHECK(page.rfind("<!DOCTYPE html>\n<html lang=\"zh-CN\">", 0) == 0);
  CHECK(contains(page, "<title>政府网站工作年度报表（2019年度） 洞口县人民政府办公室</title>"));
  CHECK(contains(page, "size: A4"));
  CHECK(contains(page, ".width-26 { width: 26%; }"));
  for (const char* reference : {"<link", "<img", "@import", "url(", "src=", "href=", "<script"}) {
    INFO(reference);
    CHECK_FALSE(contains(page, reference));
  }
}

}  // namespace tianbao::layout
