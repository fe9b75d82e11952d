#include "shared/layout/grid.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <numeric>
#include <string>
#include <vector>

#include "shared/form/load.h"
#include "tests/support/reports.h"

namespace tianbao::layout {

namespace {

/// A row as `text rows×columns | …`, spans left out where they are 1×1.
std::string describe_row(const Grid& grid, std::size_t row) {
  std::string line;
  for (const GridCell& cell : grid.cells) {
    if (cell.row != row) continue;
    if (!line.empty()) line += " | ";
    line += to_text(cell);
    if (cell.row_span > 1 || cell.column_span > 1) {
      line += " " + std::to_string(cell.row_span) + "×" + std::to_string(cell.column_span);
    }
  }
  return line;
}

// The table that 洞口县 published for 2019, transcribed; a label's hand-made line breaks and the blanks
// around figures are left out, identifiers and the address stand in their canonical form.
const std::vector<std::string> published_rows = {
    "网站名称 1×3 | 洞口县人民政府 1×3",
    "首页网址 1×3 | http://www.dongkou.gov.cn 1×3",
    "主办单位 1×3 | 洞口县人民政府 1×3",
    "网站类型 1×3 | ☑政府门户网站　　　□部门网站　　　□专项网站 1×3",
    "政府网站标识码 1×3 | 4305250009 1×3",
    "ICP备案号 1×3 | 湘ICP备09023995 | 公安机关备案号 | 43052502000024",
    "独立用户访问总量（单位：个） 1×3 | 13541 1×3",
    "网站总访问量（单位：次） 1×3 | 1547391 1×3",
    "信息发布（单位：条） 4×1 | 总数 1×2 | 16965 1×3",
    "概况类信息更新量 1×2 | 78 1×3",
    "政务动态信息更新量 1×2 | 12089 1×3",
    "信息公开目录信息更新量 1×2 | 4798 1×3",
    "专栏专题（单位：个） 2×1 | 维护数量 1×2 | 7 1×3",
    "新开设数量 1×2 | 3 1×3",
    "解读回应 5×1 | 解读信息发布 4×1 | 总数（单位：条） | 39 1×3",
    "解读材料数量（单位：条） | 38 1×3",
    "解读产品数量（单位：个） | 0 1×3",
    "媒体评论文章数量（单位：篇） | 1 1×3",
    "回应公众关注热点或重大舆情数量（单位：次） 1×2 | 0 1×3",
    "办事服务 7×1 | 是否发布服务事项目录 1×2 | ☑是　　　□否 1×3",
    "注册用户数（单位：个） 1×2 | 15735 1×3",
    "政务服务事项数量（单位：项） 1×2 | 3841 1×3",
    "可全程在线办理政务服务事项数量（单位：项） 1×2 | 100 1×3",
    "办件量（单位：件） 3×1 | 总数 | 13896 1×3",
    "自然人办件量 | 10762 1×3",
    "法人办件量 | 3134 1×3",
    "互动交流 12×1 | 是否使用统一平台 1×2 | ☑是　　　□否 1×3",
    "留言办理 4×1 | 收到留言数量（单位：条） | 526 1×3",
    "办结留言数量（单位：条） | 497 1×3",
    "平均办理时间（单位：天） | 5 1×3",
    "公开答复数量（单位：条） | 52 1×3",
    "征集调查 3×1 | 征集调查期数（单位：期） | 6 1×3",
    "收到意见数量（单位：条） | 0 1×3",
    "公布调查结果期数（单位：期） | 6 1×3",
    "在线访谈 3×1 | 访谈期数（单位：期） | 0 1×3",
    "网民留言数量（单位：条） | 0 1×3",
    "答复网民提问数量（单位：条） | 0 1×3",
    "是否提供智能问答 1×2 | □是　　　☑否 1×3",
    "安全防护 6×1 | 安全检测评估次数（单位：次） 1×2 | 2 1×3",
    "发现问题数量（单位：个） 1×2 | 0 1×3",
    "问题整改数量（单位：个） 1×2 | 0 1×3",
    "是否建立安全监测预警机制 1×2 | ☑是　　　□否 1×3",
    "是否开展应急演练 1×2 | □是　　　☑否 1×3",
    "是否明确网站安全责任人 1×2 | ☑是　　　□否 1×3",
    "移动新媒体 8×1 | 是否有移动新媒体 1×2 | ☑是　　　□否 1×3",
    "微博 3×1 | 名称 | 无 1×3",
    "信息发布量（单位：条） | 无 1×3",
    "关注量（单位：个） | 无 1×3",
    "微信 3×1 | 名称 | 洞口县人民政府 1×3",
    "信息发布量（单位：条） | 427 1×3",
    "订阅数（单位：个） | 3782 1×3",
    "其他 1×2 | 无 1×3",
    "创新发展 | ☑搜索即服务　　　□多语言版本　　　☑无障碍浏览　　　□千人千网\n□其他______ 1×5",
};

/// How often each place of the table is covered, by row and column.
std::vector<std::vector<int>> coverage(const Grid& grid) {
  std::vector<std::vector<int>> covered(grid.row_count, std::vector<int>(grid.column_count, 0));
  for (const GridCell& cell : grid.cells) {
    REQUIRE(cell.row + cell.row_span <= grid.row_count);
    REQUIRE(cell.column + cell.column_span <= grid.column_count);
    for (std::size_t row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (std::size_t column = cell.column; column < cell.column + cell.column_span; ++column) {
        ++covered[row][column];
      }
    }
  }
  return covered;
}

void require_well_formed(const Grid& grid) {
  for (const std::vector<int>& row : coverage(grid)) {
    REQUIRE(row == std::vector<int>(grid.column_count, 1));
  }
  std::vector<bool> begins(grid.column_count, false);
  for (const GridCell& cell : grid.cells) begins[cell.column] = true;
  REQUIRE(begins == std::vector<bool>(grid.column_count, true));
  REQUIRE(grid.column_widths_percent.size() == grid.column_count);
  REQUIRE(std::accumulate(grid.column_widths_percent.begin(), grid.column_widths_percent.end(),
                          std::size_t{0}) == (grid.column_count == 0 ? 0 : 100));
}

/// A form of which only the sections are given.
form::Form form_with(const std::string& sections) {
  return testing::load_form(R"({"format":"tianbao-form/1","id":"sample","edition":"1","title":"样表",)"
                            R"("authority":{"number":"样〔2020〕1号","title":"样文"},)"
                            R"("periods":{"first":2017},"due":{"from":"01-01","until":"01-31"},)"
                            R"("provenance":"official","sections":)" +
                            sections + "}");
}

std::vector<std::string> rows_of(const form::Form& form) {
  const Grid grid = lay_out(form, document::make_blank(form, "2019", "4305250009"));
  require_well_formed(grid);
  std::vector<std::string> rows;
  for (std::size_t row = 0; row < grid.row_count; ++row) rows.push_back(describe_row(grid, row));
  return rows;
}

}  // namespace

TEST_CASE("the work report is laid out cell by cell as it was published") {
  const form::Form& form = testing::work_report();
  const Grid grid = lay_out(form, testing::published_report("dongkou-2019"));

  CHECK(grid.title == "政府网站工作年度报表");
  CHECK(grid.period_line == "（2019年度）");
  REQUIRE(grid.header.size() == 1);
  CHECK(grid.header[0].label == "填报单位");
  CHECK(grid.header[0].text == "洞口县人民政府办公室");
  CHECK(grid.column_count == 6);
  REQUIRE(grid.row_count == published_rows.size());
  for (std::size_t row = 0; row < grid.row_count; ++row) {
    CHECK(describe_row(grid, row) == published_rows[row]);
  }
  CHECK(grid.section_rows == std::vector<std::size_t>{0, 8, 12, 14, 19, 26, 38, 44, 52});

  REQUIRE(grid.footer.size() == 2);
  std::vector<std::string> signatures;
  for (const auto& line : grid.footer) {
    for (const SignatureItem& item : line) signatures.push_back(item.label + "：" + item.text);
  }
  CHECK(signatures == std::vector<std::string>{"单位负责人：负责人甲", "审核人：审核人乙", "填报人：填报人丙",
                                               "联系电话：07397220000", "填报日期：2020年1月15日"});
  CHECK(grid.footer[0].size() == 3);
  CHECK(grid.has_seal);
  CHECK(to_html(grid).find("<footer class=\"sealed\">") != std::string::npos);
  CHECK_FALSE(grid.draft);
  CHECK(grid.annex.empty());
}

TEST_CASE("every form tiles its table without gap or overlap") {
  const std::filesystem::path root = TIANBAO_SOURCE_DIR;
  std::size_t forms = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "assets" / "forms")) {
    if (entry.path().extension() != ".json") continue;
    const std::string path = std::filesystem::relative(entry.path(), root).string();
    INFO(path);
    const form::Form form = testing::load_form(testing::read_source_file(path));
    require_well_formed(lay_out(form, document::make_blank(form, "2019", "4305250009")));
    require_well_formed(lay_out_for_paper(form, document::make_blank(form, "2019", "4305250009")));
    ++forms;
  }
  CHECK(forms > 0);
}

TEST_CASE("a table has a row of its columns' names, and one for each of its rows") {
  const form::Form form = form_with(R"([{"id":"a","label":"网站抽查","groups":[
      {"columns":[{"id":"q1","label":"第一季度"},{"id":"q2","label":"第二季度","unit":"个"},{"id":"year","label":"全年"}],
       "cells":{"type":"whole_number"},
       "fields":[{"id":"sites","label":"运行总数","unit":"个","columns":["q1","q2"]},
                 {"id":"checked","label":"抽查数量"},
                 {"id":"last","label":"年末数量","columns":["year"]}]},
      {"fields":[{"id":"weight","label":"比重","type":"decimal"}]}]}])");
  document::Document document = document::make_blank(form, "2019", "4305250009");
  testing::type_into(form, document, "a.sites.q2", "12");
  testing::type_into(form, document, "a.last.year", "7");
  const Grid grid = lay_out(form, document);
  require_well_formed(grid);
  std::vector<std::string> rows;
  for (std::size_t row = 0; row < grid.row_count; ++row) rows.push_back(describe_row(grid, row));
  CHECK(rows == std::vector<std::string>{"网站抽查 5×1 |  | 第一季度 | 第二季度（单位：个） | 全年",
                                         "运行总数（单位：个） |  | 12 | —", "抽查数量 |  |  | ",
                                         "年末数量 | — | — | 7", "比重 |  1×3"});
  for (const GridCell& cell : grid.cells) {
    const bool is_in_table = cell.role == CellRole::value && cell.row >= 1 && cell.row <= 3;
    CHECK((cell.head_row == 0) == is_in_table);
  }
}

TEST_CASE("the most columns and the most fields in a row have a place each") {
  const auto form_of = [](std::size_t columns, std::size_t fields) {
    std::string heads;
    for (std::size_t column = 0; column < columns; ++column) {
      heads += (column > 0 ? "," : "") + (R"({"id":"c)" + std::to_string(column)) + R"(","label":"列"})";
    }
    std::string row;
    for (std::size_t field = 0; field < fields; ++field) {
      row += (field > 0 ? "," : "") + (R"({"id":"f)" + std::to_string(field)) +
             R"(","label":"项","type":"text")" + (field > 0 ? R"(,"print":{"same_row":true}})" : "}");
    }
    return R"([{"id":"a","label":"甲","groups":[{"label":"组","columns":[)" + heads +
           R"(],"cells":{"type":"text"},"fields":[{"id":"r","label":"行"}]},{"fields":[)" + row + "]}]}]";
  };
  const form::Form form = form_with(form_of(form::max_columns, form::max_fields_in_row));
  require_well_formed(lay_out(form, document::make_blank(form, "2019", "4305250009")));
  const auto loads = [&](std::size_t columns, std::size_t fields) {
    return form::
        load(R"({"format":"tianbao-form/1","id":"trial","edition":"1","title":"表","periods":{"first":2017},)"
             R"("sections":)" +
             form_of(columns, fields) + "}")
            .ok();
  };
  CHECK(loads(form::max_columns, form::max_fields_in_row));
  CHECK_FALSE(loads(form::max_columns + 1, 1));
  CHECK_FALSE(loads(1, form::max_fields_in_row + 1));
}

TEST_CASE("columns follow what the form has") {
  SECTION("a form without groups and section labels has two columns") {
    CHECK(rows_of(form_with(R"([{"id":"a","label":"甲","prints_label":false,"groups":[{"fields":[
            {"id":"x","label":"名称","type":"text"},{"id":"y","label":"数量","type":"whole_number"}]}]}])")) ==
          std::vector<std::string>{"名称 | ", "数量 | "});
  }
  SECTION("several rows shared by two and three fields widen the value side") {
    CHECK(rows_of(form_with(R"([{"id":"a","label":"甲","groups":[{"label":"一组","unit":"个","fields":[
            {"id":"x","label":"一","type":"text"},
            {"id":"y","label":"二","type":"text","print":{"same_row":true}},
            {"id":"z","label":"三","type":"text","print":{"same_row":true}},
            {"id":"u","label":"四","type":"text"},
            {"id":"v","label":"五","type":"text","print":{"same_row":true}}]},
            {"fields":[{"id":"w","label":"六","type":"text"}]}]}])")) ==
          std::vector<std::string>{"甲 3×1 | 一组（单位：个） 2×1 | 一 |  | 二 1×2 |  | 三 1×2 | ",
                                   "四 |  1×2 | 五 1×3 |  1×2", "六 1×2 |  1×7"});
  }
  SECTION("a group in a section without printed label takes the section's place too") {
    CHECK(rows_of(form_with(R"([{"id":"a","label":"甲","prints_label":false,"groups":[
            {"label":"一组","fields":[{"id":"x","label":"一","type":"text"},{"id":"y","label":"二","type":"text"}]}]},
            {"id":"b","label":"乙","groups":[{"fields":[{"id":"z","label":"三","type":"text"},
            {"id":"u","label":"四","type":"text"}]}]}])")) ==
          std::vector<std::string>{"一组 2×2 | 一 | ", "二 | ", "乙 2×1 | 三 1×2 | ", "四 1×2 | "});
  }
  SECTION("a group with one field of its own name prints that name once") {
    CHECK(rows_of(form_with(R"([{"id":"a","label":"甲","groups":[
            {"label":"其他","fields":[{"id":"x","label":"其他","type":"text"}]},
            {"label":"一组","fields":[{"id":"y","label":"一","type":"text"}]}]}])")) ==
          std::vector<std::string>{"甲 2×1 | 其他 1×2 | ", "一组 | 一 | "});
  }
}

TEST_CASE("a cell prints as its state asks") {
  const form::Form& form = testing::work_report();
  document::Document document = testing::published_report("dongkou-2019");

  const auto printed = [&](std::string_view address) {
    const Grid grid = lay_out(form, document);
    for (const GridCell& cell : grid.cells) {
      if (cell.role == CellRole::value && form.fields[cell.field].address == address) return to_text(cell);
    }
    FAIL("no value cell");
    return std::string();
  };

  struct Case {
    const char* address;
    const char* typed;
    const char* printed;
  };
  const Case cases[] = {
      {"release.total", "", ""},
      {"release.total", "约500", "约500"},
      {"release.total", "135 (主动公开)", "135（主动公开）"},
      {"media.weibo_posts", "无", "无"},
      {"interaction.smart_answers", "", "□是　　　□否"},
      {"basic.site_kind", "", "□政府门户网站　　　□部门网站　　　□专项网站"},
      {"innovation.features", "",
       "□搜索即服务　　　□多语言版本　　　□无障碍浏览　　　□千人千网\n□其他______"},
  };
  for (const Case& each : cases) {
    INFO(each.address << " " << each.typed);
    testing::type_into(form, document, each.address, each.typed);
    CHECK(printed(each.address) == each.printed);
  }

  SECTION("what is written beside 其他 stands on its line") {
    document::Cell& cell = testing::cell_at(form, document, "innovation.features");
    cell.state = document::CellState::value;
    cell.value = document::ChoiceIds{"other"};
    cell.other = "政务地图";
    CHECK(printed("innovation.features") ==
          "□搜索即服务　　　□多语言版本　　　□无障碍浏览　　　□千人千网\n☑其他政务地图");
  }
}

TEST_CASE("an explanation is printed for as long as it holds") {
  const form::Form& form = testing::work_report();
  document::Document document = testing::published_report("gaohang-2017");
  document.context.today = "2018-01-26";
  for (const check::Finding& finding : check::check(form, document, document.context).findings) {
    if (finding.code != "W101") continue;
    document.explanations.push_back({"W101", "release.total",
                                     check::explained_values(finding, form, document),
                                     "目录与其他两项有重复。"});
  }
  REQUIRE(document.explanations.size() == 1);

  // A screen, which is built anew at every keystroke, shows them at their cells.
  CHECK(lay_out(form, document).annex.empty());
  const std::vector<std::string> annex = lay_out_for_paper(form, document).annex;
  REQUIRE(annex.size() == 1);
  CHECK(annex[0] ==
        "W101 信息发布 总数：总数 523 不等于概况类、政务动态、信息公开目录三项之和 "
        "658。说明：目录与其他两项有重复。");
  CHECK(lay_out_for_paper(form, document, Annex::without).annex.empty());

  testing::type_into(form, document, "release.total", "600");
  CHECK(lay_out_for_paper(form, document).annex.empty());
}

TEST_CASE("a draft field marks its label, and its form the paper") {
  form::Form form = testing::work_report();
  form.draft = true;
  form.fields[*form.field_index("release.total")].provenance = form::Provenance::draft;
  const Grid grid = lay_out(form, document::make_blank(form, "2019", "4305250009"));
  CHECK(grid.draft);
  std::vector<std::string> marked;
  for (const GridCell& cell : grid.cells) {
    if (cell.draft) marked.push_back(form.fields[cell.field].address);
  }
  CHECK(marked == std::vector<std::string>{"release.total"});
}

TEST_CASE("a field's full label names every level once") {
  const form::Form& form = testing::work_report();
  CHECK(full_label(form, *form.field_index("release.total")) == "信息发布 总数");
  CHECK(full_label(form, *form.field_index("interpretation.total")) == "解读回应 解读信息发布 总数");
  CHECK(full_label(form, *form.field_index("innovation.features")) == "创新发展");
}

}  // namespace tianbao::layout
