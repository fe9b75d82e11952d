#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "shared/form/load.h"
#include "shared/json/parse.h"
#include "tests/support/random_form.h"
#include "tests/support/reports.h"

namespace tianbao::form {
namespace {

/// A sound form with a table in it; each case below spoils one place of it.
const std::string sound = R"json({
  "format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "试填表", "periods": { "first": 2017 },
  "provenance": "official",
  "sections": [
    { "id": "score", "label": "扣分", "groups": [
      { "label": "可用性", "unit": "次",
        "cells": { "type": "whole_number", "minimum": 0, "required": "has($row.count)" },
        "columns": [
          { "id": "count", "label": "次数", "required": true },
          { "id": "points", "label": "扣分", "unit": "分", "type": "decimal", "max_decimal_places": 1,
            "computed": "$row.count * $each", "provenance": "deduced" },
          { "id": "problem", "label": "问题", "type": "text", "relevant": "$row.count > 0" }
        ],
        "fields": [
          { "id": "links", "label": "链接", "values": { "each": 0.1 }, "help": "每个扣 0.1 分。" },
          { "id": "pages", "label": "栏目", "unit": "个", "values": { "each": "5" }, "provenance": "draft" },
          { "id": "other", "label": "其他", "columns": ["count"], "maximum": 9 }
        ] },
      { "fields": [{ "id": "sum", "label": "合计", "type": "decimal", "required": true }] }
    ] }
  ],
  "rules": [
    { "code": "W101", "severity": "warning", "each": { "row": ["score.links", "score.pages"], "most": ["100"] },
      "rule": "$row.count <= $most", "message": "次数 {$row.count} 多于 $most", "fields": ["$row.count"], "basis": "试" },
    { "code": "W102", "severity": "warning", "rule": "score.other.count < 5", "message": "太多",
      "fields": ["score.other.count"], "basis": "试" }
  ]
})json";

std::string replaced(std::string_view from, std::string_view to) {
  std::string text = sound;
  const std::size_t place = text.find(from);
  INFO(from);
  REQUIRE(place != std::string::npos);
  REQUIRE(text.find(from, place + 1) == std::string::npos);
  return text.replace(place, from.size(), to);
}

/// "pointer code" of each.
std::vector<std::string> mistakes_in(std::string_view text) {
  Result<Form, std::vector<DefinitionError>> loaded = load(text);
  std::vector<std::string> all;
  if (loaded.ok()) return all;
  for (const DefinitionError& error : loaded.error()) {
    all.push_back(error.pointer + " " + std::string(code_name(error.code)));
  }
  return all;
}

}  // namespace

TEST_CASE("a table is a field for every cell, row by row") {
  const Form form = testing::load_form(sound);
  std::string listed;
  for (const Field& field : form.fields) listed += field.address + " " + field.name + "\n";
  CHECK(listed ==
        "score.links.count 链接·次数\n"
        "score.links.points 链接·扣分\n"
        "score.links.problem 链接·问题\n"
        "score.pages.count 栏目·次数\n"
        "score.pages.points 栏目·扣分\n"
        "score.pages.problem 栏目·问题\n"
        "score.other.count 其他·次数\n"
        "score.sum 合计\n");
  const Group& group = form.sections[0].groups[0];
  CHECK(group.field_count == 7);
  REQUIRE(group.columns.size() == 3);
  CHECK(group.columns[1].unit == "分");
  CHECK_FALSE(form.fields[7].table_cell.has_value());
}

TEST_CASE("a cell has what its row says, else its column, else all cells") {
  const Form form = testing::load_form(sound);
  const auto field = [&form](std::string_view address) -> const Field& {
    return form.fields[testing::field_index(form, address)];
  };
  CHECK(field("score.links.count").type == FieldType::whole_number);
  CHECK(field("score.links.points").type == FieldType::decimal);
  CHECK(field("score.links.count").unit == "次");
  CHECK(field("score.links.points").unit == "分");
  CHECK(field("score.pages.points").unit == "个");
  CHECK(field("score.links.points").help == "每个扣 0.1 分。");
  CHECK(field("score.other.count").maximum.has_value());
  CHECK(field("score.links.count").required->source() == "true");
  CHECK(field("score.links.problem").required->source() == "has(score.links.count)");
  CHECK(field("score.links.points").computed->source() == "score.links.count * 0.1");
  CHECK(field("score.pages.points").computed->source() == "score.pages.count * 5");
  CHECK(field("score.pages.problem").relevant->source() == "score.pages.count > 0");
  REQUIRE(field("score.pages.problem").table_cell.has_value());
  CHECK(field("score.pages.problem").table_cell->row == 1);
  CHECK(field("score.pages.problem").table_cell->column == 2);
}

TEST_CASE("what has no meaning for the type of a cell does not hold for it") {
  const Form form = testing::load_form(sound);
  const Field& points = form.fields[1];
  CHECK_FALSE(points.required.has_value());
  CHECK(points.minimum.has_value());
  const Field& problem = form.fields[testing::field_index(form, "score.pages.problem")];
  CHECK_FALSE(problem.minimum.has_value());
  CHECK(problem.unit.empty());
}

TEST_CASE("of the labels of a row and of its column the less certain one counts") {
  const Form form = testing::load_form(sound);
  CHECK(form.fields[0].provenance == Provenance::official);
  CHECK(form.fields[1].provenance == Provenance::deduced);
  CHECK(form.fields[3].provenance == Provenance::draft);
  CHECK(form.fields[4].provenance == Provenance::draft);
  CHECK(form.draft);
  CHECK_FALSE(testing::load_form(replaced(R"(, "provenance": "draft")", "")).draft);
}

TEST_CASE("a rule for each row is a rule for every one of them, of the same code") {
  const Form form = testing::load_form(sound);
  REQUIRE(form.rules.size() == 3);
  CHECK(form.rules[0].condition.source() == "score.links.count <= 100");
  CHECK(form.rules[1].condition.source() == "score.pages.count <= 100");
  CHECK(form.rules[1].code == "W101");
  CHECK(form.rules[1].message.back().text == " 多于 100");
  CHECK(form.rule_index("W101", testing::field_index(form, "score.pages.count")) == 1);
  CHECK(form.rule_index("W101", testing::field_index(form, "score.other.count")) == std::nullopt);
}

TEST_CASE("several names of each stand for all their pairs") {
  const Form form = testing::load_form(replaced(
      R"("each": { "row": ["score.links", "score.pages"], "most": ["100"] },
      "rule": "$row.count <= $most", "message": "次数 {$row.count} 多于 $most", "fields": ["$row.count"])",
      R"("each": { "column": ["count", "points"], "row": ["links", "pages"] },
      "rule": "score.$row.$column <= 100", "message": "多", "fields": ["score.$row.$column"])"));
  std::string listed;
  for (const Rule& rule : form.rules) listed += rule.condition.source() + "\n";
  CHECK(listed ==
        "score.links.count <= 100\nscore.pages.count <= 100\n"
        "score.links.points <= 100\nscore.pages.points <= 100\nscore.other.count < 5\n");
}

TEST_CASE("the random forms that other tests are made of are JSON") {
  testing::Random random(1);
  for (int drawn = 0; drawn < 300; ++drawn) CHECK(json::parse(testing::random_form_text(random)).ok());
}

TEST_CASE("of the random forms that other tests are made of some have tables") {
  testing::Random random(1);
  std::size_t tables = 0;
  for (int drawn = 0; drawn < 60; ++drawn) {
    const Form form = testing::random_form(random);
    if (form.fields.back().table_cell) ++tables;
  }
  CHECK(tables >= 10);
}

TEST_CASE("a mistake in a table or a rule for each row is named once, where it stands") {
  using Mistakes = std::vector<std::string>;
  const std::string table = "/sections/0/groups/0";
  CHECK(mistakes_in(sound).empty());

  struct Case {
    const char* from;
    const char* to;
    Mistakes mistakes;
  };
  const Case cases[] = {
      {R"("label": "次数", )",
       R"("label": "次数", "colour": 1, )",
       {table + "/columns/0/colour unknown_member"}},
      {R"("minimum": 0, )", R"("minimum": "0", )", {table + "/cells/minimum wrong_type"}},
      {R"("maximum": 9 })", R"("maximum": "9" })", {table + "/fields/2/maximum wrong_type"}},
      {R"("cells": {)", R"("cells": 1, "cell": {)", {table + "/cells wrong_type"}},
      {R"({ "id": "points",)",
       R"({ "id": "count",)",
       {table + "/columns/1/id duplicate_id", table + "/fields/0/id duplicate_id"}},
      {R"("columns": ["count"])", R"("columns": ["counts"])", {table + "/fields/2/columns/0 unknown_column"}},
      {R"("columns": ["count"])",
       R"("columns": ["points", "count"], "values": {"each": 1})",
       {table + "/fields/2/columns/1 bad_order"}},
      {R"("columns": ["count"])", R"("columns": [])", {table + "/fields/2/columns empty"}},
      {R"("values": { "each": "5" })",
       R"("values": { "each": true })",
       {table + "/fields/1/values/each wrong_type", table + "/columns/1/computed expression_syntax"}},
      {R"("values": { "each": "5" })",
       R"("values": { "each": "5", "row": "x", "column": 1 })",
       {table + "/fields/1/values/row reserved_id", table + "/fields/1/values/column reserved_id"}},
      {R"("values": { "each": "5" })",
       R"("values": 5)",
       {table + "/fields/1/values wrong_type", table + "/columns/1/computed expression_syntax"}},
      {R"($row.count * $each)",
       R"($row.counts * $each)",
       {table + "/columns/1/computed expression_unknown_name"}},
      {R"("id": "pages")", R"("id": "links")", {table + "/fields/1/id duplicate_id"}},
      {R"("id": "sum")", R"("id": "links")", {"/sections/0/groups/1/fields/0/id duplicate_id"}},
      {R"("help": "每个扣 0.1 分。")",
       R"("print": {"same_row": true})",
       {table + "/fields/0/print unexpected_member"}},
      {R"("label": "扣分", "groups")",
       R"("label": "扣分", "place": "footer", "groups")",
       {table + "/columns unexpected_member", table + "/cells unexpected_member"}},
      {R"({ "fields": [{ "id": "sum")",
       R"({ "cells": {}, "fields": [{ "id": "sum")",
       {"/sections/0/groups/1/cells unexpected_member"}},
      {R"("rule": "$row.count <= $most")",
       R"("rule": "$row.count <= 'a'")",
       {"/rules/0/rule expression_wrong_type"}},
      {R"(["score.links", "score.pages"])",
       R"(["score.links", "score.links"])",
       {"/rules/0/fields duplicate_id"}},
      {R"(["score.links", "score.pages"])", R"(["score.links", 5])", {"/rules/0/each/row/1 wrong_type"}},
      {R"(["score.links", "score.pages"])", "[]", {"/rules/0/each/row empty"}},
      {R"("each": { "row": ["score.links", "score.pages"], "most": ["100"] })",
       R"("each": "rows")",
       {"/rules/0/each wrong_type"}},
      {R"("each": { "row": ["score.links", "score.pages"], "most": ["100"] })",
       R"("each": {})",
       {"/rules/0/each empty"}},
  };
  for (const Case& each : cases) {
    INFO(each.from << " -> " << each.to);
    const Mistakes found = mistakes_in(replaced(each.from, each.to));
    const std::set<std::string> unlike(found.begin(), found.end());
    CHECK(unlike.size() == found.size());
    // Behind them stands what no longer finds the cells that the mistake took away.
    REQUIRE(found.size() >= each.mistakes.size());
    CHECK(Mistakes(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(each.mistakes.size())) ==
          each.mistakes);
  }
}

}  // namespace tianbao::form
