#include "shared/schema/schema.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <initializer_list>
#include <string>
#include <string_view>

#include "shared/schema/texts.h"
#include "tests/support/reports.h"
#include "tests/support/require.h"

// What the keywords accept is compared with the core in tests/schema; here stands what is for people to read.

using namespace tianbao;

namespace {

const json::Value& at(const json::Value& value, std::initializer_list<std::string_view> path) {
  const json::Value* place = &value;
  for (const std::string_view key : path) {
    place = place->find(key);
    testing::require(place != nullptr, key);
  }
  return *place;
}

const std::string& text_at(const json::Value& value, std::initializer_list<std::string_view> path) {
  const std::string* const text = at(value, path).as_string();
  testing::require(text != nullptr, "a text");
  return *text;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("a schema names the definition that it is of") {
  const form::Form& form = testing::work_report();
  const json::Value schema = schema::export_schema(form);
  CHECK(text_at(schema, {"$id"}) == "urn:tianbao:form:work-report:2017:" + form.digest);
  CHECK(text_at(schema, {"title"}) == "政府网站工作年度报表");
  CHECK(contains(text_at(schema, {"description"}), "国办函〔2018〕12号"));
}

TEST_CASE("every rule stands in the $comment of the cell at which it is found, with code and message") {
  const form::Form& form = testing::work_report();
  const json::Value schema = schema::export_schema(form);
  REQUIRE_FALSE(form.rules.empty());
  for (const form::Rule& rule : form.rules) {
    const form::Field& field = form.fields[rule.fields.front()];
    const std::string& comment =
        text_at(schema, {"properties", "values", "properties", form.sections[field.section].id, "properties",
                         field.id, "$comment"});
    INFO(comment);
    CHECK(contains(comment, rule.code + "：" + rule.message.front().text));
    CHECK(contains(comment, rule.condition.source()));
  }
}

TEST_CASE("a cell is described by label, help and unit, and by what no keyword says") {
  const form::Form form = testing::load_form(testing::read_source_file("tests/schema/forms/strict.json"));
  const json::Value schema = schema::export_schema(form);
  const auto cell = [&schema](std::string_view section, std::string_view field) -> const json::Value& {
    return at(schema, {"properties", "values", "properties", section, "properties", field});
  };
  CHECK(text_at(cell("numbers", "free"), {"title"}) == "不限");
  CHECK(text_at(cell("numbers", "free"), {"description"}) == "可以是负数。\n单位：条");
  CHECK(contains(text_at(cell("numbers", "ratio"), {"$comment"}), "decimal_places：小数最多 2 位"));
  CHECK(contains(text_at(cell("numbers", "total"), {"$comment"}), "应等于 numbers.counted + numbers.free"));
  CHECK(cell("numbers", "total").find("readOnly") != nullptr);
  CHECK(contains(text_at(cell("conditional", "address"), {"$comment"}), "仅当 choices.open 时适用"));
  CHECK(
      contains(text_at(cell("conditional", "reason"), {"$comment"}), "必须填写，仅当 choices.open == false"));
  CHECK(text_at(schema, {"$defs", "choices.kind", "description"}) == "first：甲；second：乙");
}

TEST_CASE("years have four digits, from the first one on") {
  struct Case {
    int first;
    std::string_view pattern;
  };
  const Case cases[] = {
      {1949, "^(?:1949|19[5-9][0-9]|[2-9][0-9][0-9][0-9])$"},
      {2017, "^(?:2017|201[8-9]|20[2-9][0-9]|2[1-9][0-9][0-9]|[3-9][0-9][0-9][0-9])$"},
      {2018, "^(?:2018|2019|20[2-9][0-9]|2[1-9][0-9][0-9]|[3-9][0-9][0-9][0-9])$"},
      {2999, "^(?:2999|[3-9][0-9][0-9][0-9])$"},
  };
  for (const Case& each : cases) CHECK(schema::years_from(each.first) == each.pattern);
}
