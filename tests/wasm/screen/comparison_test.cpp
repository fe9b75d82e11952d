#include "wasm/screen/comparison.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/support/reports.h"
#include "tests/wasm/app/prior.h"

namespace tianbao::testing {
namespace {

struct Compared {
  const char* before;
  const char* now;
  const char* text;
};

/// What stands beside `now` in a field of the work report that held `before` the year before.
std::string compare(std::string_view address, const Compared& each, std::string_view prior_period = "2018") {
  const form::Form& form = work_report();
  const std::size_t index = field_index(form, address);
  document::Document document = document::make_blank(form, "2019", "4305250009");
  document.context.prior_known = document::PriorKnown::present;
  document.context.prior = {std::string(prior_period), document.cells};
  document.cells[index] = document::read_cell(form.fields[index], each.now);
  document.context.prior.cells[index] = document::read_cell(form.fields[index], each.before);
  return screen::comparison(form, document, index);
}

const screen::Node* parent_of(const screen::Node& node, std::string_view id) {
  for (const screen::Node& child : node.children) {
    if (child.id == id) return &node;
    if (const screen::Node* const found = parent_of(child, id)) return found;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("beside a figure stand last year's and the change") {
  constexpr Compared cases[] = {
      {"12345", "12740", "上年 12,345（+3.2%）"},
      {"1547391", "1315282", "上年 1,547,391（−15%）"},
      {"999", "999", "上年 999（持平）"},
      {"100000", "100010", "上年 100,000（略增）"},
      {"100000", "99990", "上年 100,000（略减）"},
      {"12", "0", "上年 12（−100%）"},
      {"12", "1200", "上年 12（+9,900%）"},
      {"12", "1201", "上年 12（超过 100 倍）"},
      // Nothing to compare with, or nothing to compare.
      {"0", "5", "上年 0"},
      {"0", "0", "上年 0"},
      {"12", "", "上年 12"},
      {"12", "无", "上年 12"},
      {"12", "约13", "上年 12"},
      {"约12", "13", "上年 约12"},
      {"", "13", ""},
  };
  for (const Compared& each : cases) {
    INFO(each.before << " → " << each.now);
    CHECK(compare("release.total", each) == each.text);
  }
  CHECK(compare("interaction.handling_days", {"0.3", "0.2", ""}) == "上年 0.3（−33.3%）");
  CHECK(compare("media.weibo_posts", {"无", "5", ""}) == "上年 无");
}

TEST_CASE("what is no figure is shown while it differs from last year's, days are not") {
  CHECK(compare("basic.site_name", {"洞口县", "洞口县人民政府", ""}) == "上年 洞口县");
  CHECK(compare("basic.site_name", {"洞口县", "洞口县", ""}).empty());
  CHECK(compare("basic.site_kind", {"部门网站", "政府门户网站", ""}) == "上年 部门网站");
  CHECK(compare("signature.date", {"2019-01-10", "2020-01-10", ""}).empty());
  const std::string long_name(61, 'a');
  CHECK(compare("basic.site_name", {long_name.c_str(), "b", ""}) == "上年 " + std::string(60, 'a') + "…");
}

TEST_CASE("a report of an earlier year than the last is called by its year") {
  CHECK(compare("release.total", {"100", "150", ""}, "2016") == "2016年度 100（+50%）");
}

TEST_CASE(
    "last year's figure stands below the control, in a table too, follows the typing and describes it") {
  Client client = opened_trial(
      R"({"columns": [{"id": "q1", "label": "一季度"}, {"id": "q2", "label": "二季度"}],
          "cells": {"type": "whole_number"}, "fields": [{"id": "sites", "label": "数量"}]},
         {"fields": [{"id": "days", "label": "天数", "type": "decimal"}]})",
      R"({"s":{"sites.q1":40,"sites.q2":0,"days":2.5}})");
  for (const auto& [address, name, typed, text] :
       {std::array{"s.sites.q1", "部分 数量 一季度", "50", "上年 40（+25%）"},
        std::array{"s.sites.q2", "部分 数量 二季度", "50", "上年 0"},
        std::array{"s.days", "部分 天数", "2", "上年 2.5（−20%）"}}) {
    INFO(address);
    const std::string id = std::string("prior.") + address;
    const screen::Node* const cell = parent_of(client.tree, id);
    REQUIRE(cell != nullptr);
    CHECK(cell->kind == screen::Kind::cell);
    REQUIRE(cell->children.size() == 2);
    CHECK(cell->children[1].id == id);
    CHECK(cell->children[0].described_by == std::vector<std::string>{id});
    CHECK_FALSE(cell->children[1].live);
    client.type(name, typed);
    CHECK(client.text_of(id) == text);
    client.type(name, "约1");
    CHECK(client.text_of(id).find('%') == std::string::npos);
  }
  // Paper stays as the official form has it.
  client.press("打印");
  REQUIRE(client.printed.size() == 1);
  CHECK(client.printed[0].find("天数") != std::string::npos);
  CHECK(client.printed[0].find("上年") == std::string::npos);
}

TEST_CASE("below a row of many columns stands what was last year, by column") {
  std::string columns;
  for (const char* const month : {"1", "2", "3", "4", "5", "6"}) {
    columns += (columns.empty() ? "" : ",") + (R"({"id":"m)" + std::string(month)) + R"(","label":")" +
               month + "月\"}";
  }
  Client client = opened_trial(R"({"columns": [)" + columns + R"(], "cells": {"type": "whole_number"},
       "fields": [{"id": "letters", "label": "来信"}, {"id": "name", "label": "名称", "type": "text"}]})",
                               R"({"s":{"letters.m1":40,"letters.m6":20,"name.m2":"甲"}})");
  client.type("部分 来信 6月", "30");
  const screen::Node* const known = client.find("known.s.letters.m1");
  REQUIRE(known != nullptr);
  REQUIRE(known->children.size() == 2);
  CHECK(known->children[0].text == "1月 上年 40");
  CHECK(known->children[1].text == "6月 上年 20（+50%）");
  CHECK(parent_of(client.tree, "known.s.letters.m1")->id == "side.s.letters.m1");
  CHECK(client.find("cell.s.letters.m6")->described_by == std::vector<std::string>{"prior.s.letters.m6"});
  CHECK(parent_of(client.tree, "cell.s.letters.m6")->children.size() == 1);
  CHECK(client.find("take.prior.s.name.m2")->text == "2月 采用上年填报：甲");
  client.press("部分 名称 2月 采用上年填报：甲");
  CHECK(client.find("cell.s.name.m2")->value == "甲");
}

}  // namespace tianbao::testing
