#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "tests/support/reports.h"
#include "tests/wasm/app/prior.h"

namespace tianbao::testing {
namespace {

constexpr std::string_view groups = R"(
  {"rows": {"id": "account", "label": "账号", "most": 3},
   "cells": {"required": true},
   "columns": [{"id": "name", "label": "名称", "type": "text"},
               {"id": "posts", "label": "发布量", "type": "whole_number"}]},
  {"fields": [{"id": "count", "label": "账号数量", "type": "whole_number"}]})";

std::string value_of(const Client& client, std::string_view address) {
  const app::Report& report = *client.state.report;
  const std::size_t index = field_index(report.form, address);
  return document::display(report.form.fields[index], report.document.cells[index]);
}

/// Which of the three rows stand on the screen: "12".
std::string rows_shown(const Client& client) {
  std::string shown;
  for (const char number : {'1', '2', '3'}) {
    if (client.find("cell.s.account_" + std::string(1, number) + ".name") != nullptr) shown += number;
  }
  return shown;
}

Client opened() {
  return opened_trial(std::string(groups), "{}");
}

}  // namespace

TEST_CASE("one row stands there, and one more when it is asked for, up to the most") {
  Client client = opened();
  CHECK(rows_shown(client) == "1");
  CHECK(client.find("remove_row.s.account_1.name") == nullptr);
  client.press("部分 增加一行");
  CHECK(rows_shown(client) == "12");
  CHECK(client.focus == "cell.s.account_2.name");
  client.press("部分 增加一行");
  CHECK(rows_shown(client) == "123");
  CHECK(client.find("add_row.s.account_1.name")->disabled);
  CHECK(client.find("add_row.s.account_1.name")->note == "最多 3 行");
}

TEST_CASE("a row that is removed leaves the others as they are, and can be had back until the next change") {
  Client client = opened();
  client.type("部分 账号1 名称", "甲");
  client.press("部分 增加一行");
  client.type("部分 账号2 名称", "乙");
  client.type("部分 账号2 发布量", "5");
  client.press("部分 增加一行");
  client.type("部分 账号3 名称", "丙");
  client.press("部分 删除账号2");
  CHECK(rows_shown(client) == "13");
  CHECK(value_of(client, "s.account_2.posts").empty());
  CHECK(value_of(client, "s.account_3.name") == "丙");
  CHECK(client.announced.back() == "已删除账号2，可以恢复。");
  CHECK(client.focus == "restore_row.s.account_1.name");
  CHECK(client.stored("draft/4305250009/trial/2019")->find("乙") == std::string::npos);

  client.press("部分 恢复账号2");
  CHECK(rows_shown(client) == "123");
  CHECK(value_of(client, "s.account_2.name") == "乙");
  CHECK(value_of(client, "s.account_2.posts") == "5");
  CHECK(client.focus == "cell.s.account_2.name");
  CHECK(client.find("restore_row.s.account_1.name") == nullptr);

  client.press("部分 删除账号2");
  client.type("部分 账号1 名称", "丁");
  CHECK(client.find("restore_row.s.account_1.name") == nullptr);
  client.press("部分 增加一行");
  CHECK(client.focus == "cell.s.account_2.name");
}

TEST_CASE("a blank row goes without a word, and a new one comes behind the last") {
  Client client = opened();
  client.press("部分 增加一行");
  client.press("部分 增加一行");
  client.press("部分 删除账号2");
  CHECK(rows_shown(client) == "13");
  CHECK(client.focus == "add_row.s.account_1.name");
  client.press("部分 删除账号3");
  client.press("部分 增加一行");
  CHECK(rows_shown(client) == "12");
}

TEST_CASE("a half-filled row says what it lacks, one that was only asked for says nothing") {
  Client client = opened();
  client.press("部分 增加一行");
  CHECK_FALSE(client.find("cell.s.account_2.posts")->required);
  client.type("部分 账号2 名称", "乙");
  CHECK(client.find("cell.s.account_2.posts")->required);
}

TEST_CASE("what is known is offered, and 本节无 answers, in rows that are in use alone") {
  Client client = opened_trial(R"(
      {"rows": {"id": "account", "label": "账号", "most": 3},
       "columns": [{"id": "owner", "label": "主办单位", "type": "text", "offer": "site.organiser"},
                   {"id": "posts", "label": "发布量", "type": "whole_number"}]},
      {"fields": [{"id": "count", "label": "账号数量", "type": "whole_number"}]})",
                               "{}", R"("allows_none": true, )");
  CHECK(client.find("take.context.s.account_1.owner") == nullptr);
  CHECK(client.find("button.take_all") == nullptr);
  client.press("部分 本节无");
  CHECK(value_of(client, "s.count") == "0");
  CHECK(value_of(client, "s.account_1.posts").empty());
  CHECK(client.find("none.s") == nullptr);

  client.type("部分 账号1 发布量", "5");
  CHECK(client.find("take.context.s.account_1.owner") != nullptr);
  CHECK(client.find("take.context.s.account_2.owner") == nullptr);
}

}  // namespace tianbao::testing
