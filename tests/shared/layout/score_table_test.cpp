#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "shared/layout/grid.h"
#include "tests/support/reports.h"

namespace tianbao::layout {
namespace {

const form::Form& census_score() {
  static const form::Form form =
      testing::load_form(testing::read_source_file("assets/forms/census-score/2015.json"));
  return form;
}

document::Document blank() {
  return document::make_blank(census_score(), "2015", "4305250009");
}

/// The texts of a role in the order of the grid, with their spans over rows.
std::string texts_of(const Grid& grid, CellRole role, std::size_t first_row, std::size_t row_count) {
  std::string all;
  for (const GridCell& cell : grid.cells) {
    if (cell.role != role || cell.row < first_row || cell.row >= first_row + row_count) continue;
    all += (all.empty() ? "" : "|") + cell.text;
    if (cell.row_span > 1) all += "×" + std::to_string(cell.row_span);
  }
  return all;
}

}  // namespace

TEST_CASE("the head names sections, groups, rows and columns; paper leaves out what is only for filling") {
  const Grid paper = lay_out_for_paper(census_score(), blank());
  // Nobody signs it: a page for the verdict and no seal would be one too many.
  CHECK_FALSE(paper.has_seal);
  CHECK(to_html(paper).find("<footer>") != std::string::npos);
  const Grid screen = lay_out(census_score(), blank());
  CHECK(texts_of(paper, CellRole::column, 0, 1) == "一级指标|二级指标|考察点|扣分细则|存在的问题|扣分");
  CHECK(texts_of(screen, CellRole::column, 0, 1) ==
        "一级指标|二级指标|考察点|扣分细则|检查结果|存在的问题|扣分");
  CHECK(paper.has_head);
  CHECK(paper.row_count == screen.row_count);
  for (const GridCell& cell : paper.cells) {
    if (cell.field == GridCell::no_field || cell.role != CellRole::value) continue;
    CHECK(form::column_of(census_score(), census_score().fields[cell.field])->id != "count");
  }
}

TEST_CASE("rows of one label share it, and a note has the whole width behind its section") {
  const Grid grid = lay_out_for_paper(census_score(), blank());
  // 9 rows of vetoes and their note behind the head; then 首页可用性 and 链接可用性, whose two rows have one
  // label.
  CHECK(texts_of(grid, CellRole::section, 1, 9) == "单项否决×9");
  CHECK(texts_of(grid, CellRole::note, 10, 1).starts_with("注：如果网站出现“单项否决”指标中的任意一种情形"));
  CHECK(texts_of(grid, CellRole::label, 11, 3) ==
        "首页打不开的次数占全部监测次数的比例|首页及其他页面不能正常访问的链接数量×2");
  for (const GridCell& cell : grid.cells) {
    if (cell.role == CellRole::note) CHECK((cell.column == 0 && cell.column_span == grid.column_count));
  }
}

TEST_CASE("a label is shared by rows of the same unit and provenance alone") {
  const form::Form form = testing::load_form(R"json({
    "format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "表", "periods": {"first": 2017},
    "sections": [{"id": "a", "label": "甲", "groups": [{
      "columns": [{"id": "n", "label": "数", "type": "whole_number"}, {"id": "m", "label": "量", "type": "whole_number"}],
      "fields": [
        {"id": "x", "label": "行", "short_label": "一", "unit": "个"},
        {"id": "y", "label": "行", "short_label": "二", "unit": "个"},
        {"id": "z", "label": "行", "short_label": "三", "unit": "次"},
        {"id": "w", "label": "行", "short_label": "四", "unit": "次", "provenance": "draft", "cells": {"m": {"unit": "元"}}}
      ]}]}]
  })json");
  document::Document document = document::make_blank(form, "2019", "4305250009");
  testing::type_into(form, document, "a.w.n", "5");
  testing::type_into(form, document, "a.w.m", "7");
  const Grid grid = lay_out_for_paper(form, document);
  CHECK(texts_of(grid, CellRole::label, 1, 4) == "行×2|行|行");
  // The unit of one cell alone stands behind its value.
  CHECK(texts_of(grid, CellRole::value, 4, 1) == "5|7 元");
}

TEST_CASE("columns have the widths that the form gives them") {
  const Grid grid = lay_out_for_paper(census_score(), blank());
  std::string widths;
  for (const std::size_t width : grid.column_widths_percent) widths += std::to_string(width) + " ";
  CHECK(widths == "13 14 16 26 22 9 ");
}

TEST_CASE("a table with long texts of the form breaks over pages within its sections, others do not") {
  CHECK(to_html(lay_out_for_paper(census_score(), blank())).find("class=\"flowing\"") != std::string::npos);
  const form::Form& report = testing::work_report();
  const Grid grid = lay_out_for_paper(report, document::make_blank(report, "2019", "4305250009"));
  CHECK(to_html(grid).find("class=\"flowing\"") == std::string::npos);
}

TEST_CASE("the form's texts have the names of their columns, a note has none") {
  const std::string html = to_html(lay_out_for_paper(census_score(), blank()));
  const std::size_t text = html.find(">监测2周，首页栏目无信息更新的");
  REQUIRE(text != std::string::npos);
  const std::string tag = html.substr(html.rfind('<', text), text - html.rfind('<', text));
  CHECK(tag.find("headers=\"head-0-3") != std::string::npos);
  const std::size_t note = html.find(">注：如果网站出现");
  REQUIRE(note != std::string::npos);
  CHECK(html.substr(html.rfind('<', note), note - html.rfind('<', note)) == "<td colspan=\"6\"");
}

}  // namespace tianbao::layout
