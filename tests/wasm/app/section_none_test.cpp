#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/support/reports.h"
#include "tests/wasm/app/prior.h"

namespace tianbao::testing {
namespace {

constexpr std::string_view groups = R"(
  {"fields": [
    {"id": "has", "label": "开设", "type": "yes_no"},
    {"id": "count", "label": "数量", "type": "whole_number", "minimum": 0},
    {"id": "rank", "label": "名次", "type": "whole_number", "minimum": 1},
    {"id": "share", "label": "比重", "type": "decimal", "minimum": 5, "allows_none": true},
    {"id": "name", "label": "名称", "type": "text", "allows_none": true},
    {"id": "head", "label": "负责人", "type": "text"},
    {"id": "kind", "label": "类型", "type": "one_choice", "choices": [{"id": "a", "label": "甲"}]},
    {"id": "account", "label": "账号", "type": "text", "allows_none": true, "relevant": "s.has"},
    {"id": "reason", "label": "原因", "type": "text", "allows_none": true, "relevant": "!s.has"},
    {"id": "sum", "label": "合计", "type": "whole_number", "computed": "s.count + 1"}]},
  {"columns": [{"id": "q1", "label": "一季度"}, {"id": "q2", "label": "二季度"},
               {"id": "year", "label": "全年", "computed": "$row.q1 + $row.q2"}],
   "cells": {"type": "whole_number"}, "fields": [{"id": "sites", "label": "网站"}]})";

std::string value_of(const Client& client, std::string_view address) {
  const app::Report& report = *client.state.report;
  const std::size_t index = field_index(report.form, address);
  return document::display(report.form.fields[index], report.document.cells[index]);
}

std::vector<std::string> values(const Client& client) {
  std::vector<std::string> all;
  for (const form::Field& field : client.state.report->form.fields) {
    all.push_back(value_of(client, field.address));
  }
  return all;
}

Client opened() {
  return opened_trial(std::string(groups), "{}", R"("allows_none": true, )");
}

}  // namespace

TEST_CASE("本节无 answers with 0, 否 or 无 what is blank, applies, and can be answered so") {
  Client client = opened();
  client.press("部分 本节无");
  CHECK(values(client) ==
        std::vector<std::string>{"否", "0", "", "无", "无", "", "", "", "无", "1", "0", "0", "0"});
  CHECK(client.text_of("filled") == "已填 7 项");
  CHECK(client.announced.back() == "部分：已填入 7 项（0、否或者无），可以撤销。");
  CHECK(client.focus == "button.undo_fill");
  CHECK(client.find("none.s") == nullptr);
  CHECK(client.stored("draft/4305250009/trial/2019")->find(R"("has":false)") != std::string::npos);
}

TEST_CASE("本节无 leaves alone what is typed, unread text too") {
  Client client = opened();
  client.choose("部分 开设", "是");
  client.type("部分 数量", "约5");
  client.type("部分 名称", "甲");
  client.type("部分 网站 一季度", "3");
  client.press("部分 本节无");
  CHECK(values(client) ==
        std::vector<std::string>{"是", "约5", "", "无", "甲", "", "", "无", "", "", "3", "0", "3"});
  CHECK(client.text_of("filled") == "已填 3 项");
}

TEST_CASE("what 本节无 has filled in is taken back by one act until the next change") {
  Client client = opened();
  client.type("部分 名称", "甲");
  client.leave("部分 名称");
  const std::vector<std::string> before = values(client);
  client.press("部分 本节无");
  client.press("撤销部分本节无");
  CHECK(values(client) == before);
  CHECK(client.focus == "none.s");
  CHECK(client.announced.back() == "已撤销，6 项恢复为空。");
  client.press("部分 本节无");
  client.type("部分 名次", "1");
  CHECK(client.find("filled") == nullptr);
  CHECK(client.find("button.undo_fill") == nullptr);
  client.act(app::Pressed{app::Button::undo_fill});
  CHECK(value_of(client, "s.count") == "0");
}

TEST_CASE("本节无 stands in the section's cell, which keeps its name, while it would answer something") {
  Client client = opened();
  const screen::Node* const section = client.find("section.s.has");
  REQUIRE(section != nullptr);
  CHECK(section->label == "部分");
  REQUIRE(section->children.size() == 1);
  CHECK(section->children[0].text == "本节无");
  client.act(app::SectionAnsweredNone{0});
  client.type("部分 名次", "1");
  CHECK(client.find("section.s.has")->children.empty());
  CHECK(client.find("section.s.has")->label.empty());
  // An act that nobody could have seen changes nothing.
  client.act(app::SectionAnsweredNone{7});
  CHECK(client.find("section.s.has")->children.empty());
}

TEST_CASE("a section whose form does not say so has no 本节无") {
  Client client = opened_trial(std::string(groups));
  CHECK(client.find("none.s") == nullptr);
  client.act(app::SectionAnsweredNone{0});
  CHECK(value_of(client, "s.count").empty());
}

TEST_CASE("a town answers whole sections of the work report with one act each, without errors or warnings") {
  Client client = opened_client();
  for (const auto& [section, count] : {std::pair{"专栏专题", "2"},
                                       {"解读回应", "5"},
                                       {"办事服务", "7"},
                                       {"互动交流", "12"},
                                       {"移动新媒体", "1"}}) {
    INFO(section);
    client.press(std::string(section) + " 本节无");
    CHECK(client.text_of("filled") == std::string("已填 ") + count + " 项");
  }
  CHECK(value_of(client, "media.has_new_media") == "否");
  CHECK(value_of(client, "media.weibo_name").empty());
  for (const check::Finding& finding : client.state.report->checked.outcome().findings) {
    INFO(finding.message);
    const std::string& section =
        work_report().sections[work_report().fields[finding.fields.front()].section].id;
    const bool is_answered = section == "topics" || section == "interpretation" || section == "services" ||
                             section == "interaction" || section == "media";
    CHECK_FALSE((is_answered && finding.severity != form::Severity::notice));
  }
  CHECK(client.find("none.release") == nullptr);
  CHECK(client.find("none.security") == nullptr);
}

}  // namespace tianbao::testing
