#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/shared/form/spoilt.h"
#include "tests/support/reports.h"

namespace tianbao::form {
namespace {

/// A form that is one table: a column of the form's texts, one that is only for filling, and cells that
/// differ from their column and their row.
const std::string sound = R"json({
  "format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "评分表", "periods": { "first": 2017 },
  "table": {
    "section_label": "一级", "group_label": "二级", "label": "考察点",
    "cells": { "type": "whole_number", "unit": "个" },
    "columns": [
      { "id": "criterion", "label": "细则", "fixed": true, "width": 3 },
      { "id": "count", "label": "结果", "printed": false },
      { "id": "points", "label": "扣分", "computed": "$row.count * 2" }
    ]
  },
  "sections": [
    { "id": "score", "label": "可用性", "note": "注：\n够了。", "groups": [
      { "label": "链接", "fields": [
        { "id": "home", "label": "链接数量", "short_label": "首页链接", "texts": { "criterion": "每个扣 2 分" } },
        { "id": "rest", "label": "链接数量", "short_label": "其他链接", "texts": { "criterion": "发现的扣 5 分" },
          "cells": { "count": { "type": "yes_no" }, "points": { "computed": "$row.count ? 5 : 0", "unit": "分" } } },
        { "id": "last", "label": "其他", "columns": ["count"] }
      ] }
    ] }
  ]
})json";

std::string replaced(std::string_view from, std::string_view to) {
  return spoilt(sound, from, to);
}

}  // namespace

TEST_CASE("a fixed column has the form's texts and no fields") {
  const Form form = testing::load_form(sound);
  std::string listed;
  for (const Field& field : form.fields) listed += field.address + " " + field.name + "\n";
  CHECK(listed ==
        "score.home.count 首页链接·结果\n"
        "score.home.points 首页链接·扣分\n"
        "score.rest.count 其他链接·结果\n"
        "score.rest.points 其他链接·扣分\n"
        "score.last.count 其他·结果\n");
  const Group& group = form.sections[0].groups[0];
  REQUIRE(group.fixed_texts.size() == 2);
  CHECK(group.fixed_texts[1].place.row == 1);
  CHECK(group.fixed_texts[1].place.column == 0);
  CHECK(group.fixed_texts[1].text == "发现的扣 5 分");
  CHECK(group.columns[0].width == 3);
  CHECK_FALSE(group.columns[1].is_printed);
  CHECK(form.sections[0].note == "注：\n够了。");
}

TEST_CASE("what a row says of one of its cells comes before all else") {
  const Form form = testing::load_form(sound);
  const auto field = [&form](std::string_view address) -> const Field& {
    return form.fields[testing::field_index(form, address)];
  };
  CHECK(field("score.home.count").type == FieldType::whole_number);
  CHECK(field("score.rest.count").type == FieldType::yes_no);
  CHECK(field("score.home.points").computed->source() == "score.home.count * 2");
  CHECK(field("score.rest.points").computed->source() == "score.rest.count ? 5 : 0");
  CHECK(field("score.rest.points").unit == "分");
  CHECK_FALSE(field("score.rest.points").prints_unit);
  CHECK(field("score.home.points").prints_unit);
}

TEST_CASE("a mistake in columns and in what rows say of them is named where it stands") {
  const std::string columns = "/table/columns";
  const std::string rows = "/sections/0/groups/0/fields";
  CHECK(mistakes_in(sound).empty());
  struct Case {
    const char* from;
    const char* to;
    std::string mistakes;
  };
  const Case cases[] = {
      {R"("short_label": "其他链接", )", "", rows + "/1/label duplicate_label"},
      {R"("columns": ["count"])", R"("columns": ["count"], "printed": false)",
       rows + "/2/printed unknown_member"},
      {R"("unit": "个" })", R"("unit": "个", "width": 2 })", "/table/cells/width unknown_member"},
      {R"("printed": false)", R"("printed": false, "texts": {})", columns + "/1/texts unknown_member"},
      {R"("width": 3)", R"("width": 21)", columns + "/0/width out_of_range"},
      {R"("width": 3)", R"("width": 0)", columns + "/0/width out_of_range"},
      {R"("label": "扣分", "computed")", R"("label": "扣分", "width": 20, "computed")", ""},
      {R"("fixed": true)", R"("fixed": true, "type": "text")", columns + "/0/type unknown_member"},
      {R"("printed": false)", R"("printed": "no")", columns + "/1/printed wrong_type"},
      {R"({ "criterion": "每个扣 2 分" })", R"({ "count": "2" })", rows + "/0/texts/count unknown_column"},
      {R"({ "criterion": "每个扣 2 分" })", R"({ "criterion": 2 })", rows + "/0/texts/criterion wrong_type"},
      {R"({ "criterion": "每个扣 2 分" })", R"({ "criterion": " " })", rows + "/0/texts/criterion empty"},
      {R"({ "criterion": "每个扣 2 分" })", "2", rows + "/0/texts wrong_type"},
      {R"("count": { "type": "yes_no" })", R"("count": { "type": "yes_no", "colour": 1 })",
       rows + "/1/cells/count/colour unknown_member"},
      {R"("cells": { "count")", R"("cells": { "criterion": {}, "count")",
       rows + "/1/cells/criterion unknown_column"},
      {R"("columns": ["count"])", R"("columns": ["criterion"])", rows + "/2/columns/0 unknown_column"},
      {R"("section_label": "一级")", R"("section_label": 1)", "/table/section_label wrong_type"},
      {R"("short_label": "首页链接")", R"("short_label": "")", rows + "/0/short_label empty"},
      {R"("label": "可用性", "note")", R"("label": "可用性", "place": "footer", "note")",
       "/sections/0/note unexpected_member"},
  };
  for (const Case& each : cases) {
    INFO(each.from << " -> " << each.to);
    if (each.mistakes.empty()) {
      CHECK(mistakes_in(replaced(each.from, each.to)).empty());
      continue;
    }
    const std::string found = mistakes_in(replaced(each.from, each.to));
    // Behind it stands what no longer fits because of it.
    CHECK(found.substr(0, each.mistakes.size()) == each.mistakes);
  }
}

TEST_CASE("a table has a column to fill, one to print, and room for all") {
  const auto with_columns = [](const std::string& columns) {
    return R"({"format":"tianbao-form/1","id":"trial","edition":"1","title":"表","periods":{"first":2017},"sections":[
        {"id":"a","label":"甲","groups":[{"columns":[)" +
           columns + R"(],"fields":[{"id":"r","label":"行"}]}]}]})";
  };
  const std::string place = "/sections/0/groups/0/columns ";
  CHECK(mistakes_in(with_columns(R"({"id":"x","label":"列","type":"text"})")).empty());
  CHECK(mistakes_in(with_columns(R"({"id":"x","label":"列","fixed":true})")) == place + "empty");
  CHECK(mistakes_in(with_columns(R"({"id":"x","label":"列","type":"text","printed":false})")) ==
        place + "empty");
  CHECK(mistakes_in(with_columns(R"({"id":"x","label":"列","type":"text","width":20},
      {"id":"y","label":"列","type":"text","width":20},{"id":"z","label":"列","type":"text","width":1})")) ==
        place + "out_of_range");
}

}  // namespace tianbao::form
