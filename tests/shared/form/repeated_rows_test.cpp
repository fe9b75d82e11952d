#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "shared/check/check.h"
#include "shared/document/rows.h"
#include "shared/layout/grid.h"
#include "tests/shared/form/spoilt.h"
#include "tests/support/reports.h"

namespace tianbao::form {
namespace {

/// Accounts, as many as there are, and a rule for each.
const std::string sound = R"json({
  "format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "账号表", "periods": { "first": 2017 },
  "sections": [
    { "id": "media", "label": "新媒体", "groups": [
      { "rows": { "id": "account", "label": "账号", "most": 3 },
        "cells": { "required": true },
        "columns": [
          { "id": "name", "label": "名称", "type": "text" },
          { "id": "posts", "label": "发布量", "type": "whole_number", "unit": "条" },
          { "id": "active", "label": "活跃", "type": "yes_no", "computed": "$row.posts > 10" },
          { "id": "closed_on", "label": "关停日期", "type": "date", "required": "$row.posts == 0" }
        ] },
      { "fields": [{ "id": "count", "label": "账号数量", "type": "whole_number", "required": true }] }
    ] }
  ],
  "rules": [
    { "code": "W101", "severity": "warning", "each": { "row": "media.account" }, "rule": "$row.posts < 100",
      "message": "{$row.name} 发布 {$row.posts} 条", "fields": ["$row.posts", "$row.name"], "basis": "试" }
  ]
})json";

std::string replaced(std::string_view from, std::string_view to) {
  return spoilt(sound, from, to);
}

using Typed = std::vector<std::pair<const char*, const char*>>;

document::Document filled(const Form& form, const Typed& typed) {
  document::Document document = document::make_blank(form, "2019", "4305250009");
  for (const auto& [address, text] : typed) testing::type_into(form, document, address, text);
  check::recompute(form, document, document.context);
  return document;
}

std::string findings_in(const Form& form, const Typed& typed) {
  std::string all;
  const document::Document document = filled(form, typed);
  for (const check::Finding& finding : check::check(form, document, document.context).findings) {
    all += (all.empty() ? "" : ", ") + finding.code + "@" + form.fields[finding.fields.front()].address;
  }
  return all;
}

/// The labels of the rows that have a place.
std::string rows_of(const layout::Grid& grid) {
  std::string all;
  for (const layout::GridCell& cell : grid.cells) {
    if (cell.role == layout::CellRole::label) all += (all.empty() ? "" : "|") + cell.text;
  }
  return all;
}

}  // namespace

TEST_CASE("rows that are repeated are numbered, and keep their numbers") {
  const Form form = testing::load_form(sound);
  REQUIRE(form.fields.size() == 3 * 4 + 1);
  CHECK(form.fields[0].address == "media.account_1.name");
  CHECK(form.fields[4].address == "media.account_2.name");
  CHECK(form.fields[4].name == "账号2·名称");
  CHECK(form.sections[0].groups[0].most_rows == 3);
  CHECK(form.sections[0].groups[1].most_rows == 0);
  const FieldRange row = row_of(form, 6);
  CHECK(row.begin == 4);
  CHECK(row.end == 8);
  REQUIRE(form.rules.size() == 3);
  CHECK(form.rules[2].condition.source() == "media.account_3.posts < 100");
}

TEST_CASE("a row that nobody has begun asks for nothing, a half-filled one for the rest") {
  const Form form = testing::load_form(sound);
  struct Case {
    Typed typed;
    std::string_view findings;
  };
  const Case cases[] = {
      {{}, "required@media.count"},
      {{{"media.count", "0"}}, ""},
      {{{"media.count", "1"}, {"media.account_1.name", "高行发布"}}, "required@media.account_1.posts"},
      {{{"media.count", "1"}, {"media.account_2.posts", "12"}}, "required@media.account_2.name"},
      {{{"media.count", "1"}, {"media.account_3.name", "高行发布"}, {"media.account_3.posts", "12"}}, ""},
      {{{"media.count", "1"}, {"media.account_3.name", "高行发布"}, {"media.account_3.posts", "0"}},
       "required@media.account_3.closed_on"},
      {{{"media.count", "1"}, {"media.account_1.name", "高行发布"}, {"media.account_1.posts", "120"}},
       "W101@media.account_1.posts"},
  };
  for (const Case& each : cases) {
    INFO((each.typed.empty() ? "nothing" : each.typed.back().first));
    CHECK(findings_in(form, each.typed) == each.findings);
  }
}

TEST_CASE("neither a condition nor a rule asks for anything in a row that is not in use") {
  const Form form =
      testing::load_form(replaced(R"("required": "$row.posts == 0")", R"x("required": "!has($row.posts)")x"));
  CHECK(findings_in(form, {{"media.count", "0"}}).empty());
  const Form ruled = testing::load_form(
      replaced(R"("rule": "$row.posts < 100",
      "message": "{$row.name} 发布 {$row.posts} 条", "fields": ["$row.posts", "$row.name"])",
               R"x("rule": "has($row.posts)", "message": "没有", "fields": ["$row.posts"])x"));
  CHECK(findings_in(ruled, {{"media.count", "0"}}).empty());
  CHECK(findings_in(ruled, {{"media.count", "1"}, {"media.account_2.name", "甲"}}) ==
        "required@media.account_2.posts, W101@media.account_2.posts");
}

TEST_CASE("so many rows as there have to be ask for their answers, begun or not") {
  const Form form = testing::load_form(replaced(R"("most": 3)", R"("most": 3, "least": 1)"));
  CHECK(findings_in(form, {{"media.count", "0"}}) ==
        "required@media.account_1.name, required@media.account_1.posts");
}

TEST_CASE("a row has a place when something stands in it, the first always") {
  const Form form = testing::load_form(sound);
  const auto printed = [&form](const Typed& typed) {
    return rows_of(layout::lay_out_for_paper(form, filled(form, typed)));
  };
  CHECK(printed({}) == "账号1|账号数量");
  CHECK(printed({{"media.account_1.name", "甲"}, {"media.account_3.posts", "1"}}) == "账号1|账号3|账号数量");
  CHECK(printed({{"media.account_2.posts", "约 1"}}) == "账号1|账号2|账号数量");
  const document::Document blank = filled(form, {});
  CHECK(rows_of(layout::lay_out(form, blank, {row_of(form, 8).begin})) == "账号1|账号3|账号数量");
  CHECK_FALSE(document::is_in_use(form, blank, row_of(form, 0)));
  const Form two = testing::load_form(replaced(R"("most": 3)", R"("most": 3, "least": 2)"));
  CHECK(rows_of(layout::lay_out_for_paper(two, filled(two, {}))) == "账号1|账号2|账号数量");
}

TEST_CASE("a mistake in repeated rows is named where it stands") {
  const std::string group = "/sections/0/groups/0";
  CHECK(mistakes_in(sound).empty());
  struct Case {
    const char* from;
    const char* to;
    std::string mistakes;
  };
  const Case cases[] = {
      {R"("most": 3)", R"("most": 0)", group + "/rows/most out_of_range"},
      {R"("most": 3)", R"("most": 201)", group + "/rows/most out_of_range"},
      {R"("most": 3)", R"("most": 3, "least": 4)", group + "/rows/least out_of_range"},
      {R"(, "most": 3)", "", group + "/rows/most missing_member"},
      {R"("most": 3)", R"("most": 3, "type": "text")", group + "/rows/type unknown_member"},
      {R"("id": "count")", R"("id": "account_2")", "/sections/0/groups/1/fields/0/id duplicate_id"},
      {R"("groups": [)",
       R"("groups": [{ "fields": [{ "id": "account_2", "label": "甲", "type": "text" }] },)",
       "/sections/0/groups/1/rows/id duplicate_id"},
      {R"("id": "account")", R"("id": "Account")", group + "/rows/id bad_id"},
      {R"("id": "posts", "label")", R"("id": "posts", "colour": 1, "label")",
       group + "/columns/1/colour unknown_member"},
      {R"("cells": { "required": true })", R"("cells": { "required": true }, "fields": [])",
       group + "/fields unexpected_member"},
      {R"({ "fields": [{ "id": "count")", R"({ "rows": {}, "fields": [{ "id": "count")",
       "/sections/0/groups/1/rows unexpected_member"},
      {R"("row": "media.account")", R"("row": "media.accounts")", "/rules/0/each/row unknown_field"},
      {R"("row": "media.account")", R"("row": "media.count")", "/rules/0/each/row unknown_field"},
  };
  for (const Case& each : cases) {
    INFO(each.from << " -> " << each.to);
    // Behind it stands what no longer fits because of it.
    CHECK(mistakes_in(replaced(each.from, each.to)).substr(0, each.mistakes.size()) == each.mistakes);
  }
}

}  // namespace tianbao::form
