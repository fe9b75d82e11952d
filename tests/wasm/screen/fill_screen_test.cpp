#include <catch2/catch_test_macros.hpp>
#include <set>
#include <string>
#include <vector>

#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "tests/support/reports.h"
#include "tests/wasm/app/fill.h"

namespace tianbao::testing {
namespace {

using screen::Kind;
using screen::Node;

void collect(const Node& node, std::vector<const Node*>& controls) {
  if (node.kind == Kind::field || node.kind == Kind::choice) controls.push_back(&node);
  for (const Node& child : node.children) collect(child, controls);
}

const Node* cell_of_row(const Node& row, screen::CellKind kind) {
  for (const Node& cell : row.children) {
    if (cell.cell == kind) return &cell;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("every field has one control, whose name tells it from all others") {
  const Client client = opened_client();
  std::vector<const Node*> controls;
  collect(client.tree, controls);
  // And the line of 其他.
  CHECK(controls.size() == work_report().fields.size() + 1);
  std::set<std::string> names;
  for (const Node* const control : controls) {
    INFO(control->label);
    CHECK(names.insert(control->label).second);
  }
  CHECK(names.count("信息发布 总数") == 1);
  CHECK(names.count("解读回应 解读信息发布 总数") == 1);
  CHECK(names.count("办事服务 办件量 总数") == 1);
}

TEST_CASE("the official table stands as printed, with a side for help and findings") {
  const Client client = opened_client();
  const Node* const row = client.find("row.release.total");
  REQUIRE(row != nullptr);
  CHECK(client.find("section.release.total")->text == "信息发布");
  CHECK(client.find("section.release.total")->unit == "条");
  CHECK(client.find("section.release.total")->row_span == 4);
  CHECK(client.find("label.release.total")->text == "总数");
  const Node* const value = client.find("cell.release.total");
  CHECK(value->unit == "条");
  CHECK(value->input == screen::InputKind::number);
  CHECK(value->required);
  CHECK(value->described_by == std::vector<std::string>{"help.release.total"});
  CHECK(cell_of_row(*row, screen::CellKind::side)->children.front().text ==
        work_report().fields[field_index(work_report(), "release.total")].help);
}

TEST_CASE("two fields in one line of the paper have a row and a help each on the screen") {
  const Client client = opened_client();
  for (const char* const field : {"icp_number", "police_number"}) {
    const std::string address = std::string("basic.") + field;
    INFO(address);
    REQUIRE(client.find("row." + address) != nullptr);
    REQUIRE(client.find("side." + address) != nullptr);
    CHECK(client.find("side." + address)->children.front().text.starts_with("请填写"));
    CHECK(client.find("label." + address)->column == client.find("label.basic.site_name")->column);
    CHECK(client.find("value." + address)->column_span == client.find("value.basic.site_name")->column_span);
  }
}

TEST_CASE("a section or group of one line with two fields stands beside the rows of both") {
  Client client;
  client.definitions = {R"({
    "format": "tianbao-form/1", "id": "trial", "edition": "2017", "title": "备案表",
    "periods": {"first": 2017}, "provenance": "draft",
    "sections": [
      {"id": "filing", "label": "备案", "groups": [
        {"label": "号码", "fields": [
          {"id": "icp", "label": "网站", "type": "text"},
          {"id": "police", "label": "公安", "type": "text", "print": {"same_row": true}}]},
        {"label": "日期", "fields": [{"id": "date", "label": "网站", "type": "date"}]}]},
      {"id": "visits", "label": "访问", "groups": [{"fields": [
        {"id": "users", "label": "用户", "type": "whole_number"},
        {"id": "views", "label": "次数", "type": "whole_number", "print": {"same_row": true}}]}]}]
  })"};
  client.start();
  client.sign_in();
  client.press("备案表 2019年度");
  // Every screen that the client shows has to be tiled (tests/wasm/screen/sound.h).
  client.answer("GET", "/api/v1/reports/trial/2019/4305250009", 200, json::to_compact(report_answer()));
  REQUIRE(client.find("group.filing.icp") != nullptr);
  CHECK(client.find("section.filing.icp")->row_span == 3);
  CHECK(client.find("group.filing.icp")->row_span == 2);
  CHECK(client.find("group.filing.date")->row_span == 1);
  CHECK(client.find("section.visits.users")->row_span == 2);
}

TEST_CASE("the cells of a table stand in its columns, and what there is to say of a row below them") {
  Client client;
  client.definitions = {R"({
    "format": "tianbao-form/1", "id": "trial", "edition": "2017", "title": "抽查表",
    "periods": {"first": 2017}, "sections": [
      {"id": "check", "label": "抽查", "groups": [
        {"columns": [{"id": "q1", "label": "一季度"}, {"id": "q2", "label": "二季度"}],
         "cells": {"type": "whole_number"},
         "fields": [{"id": "sites", "label": "数量", "unit": "个", "help": "请分别填写。"},
                    {"id": "last", "label": "年末", "columns": ["q2"]}]},
        {"fields": [{"id": "weight", "label": "比重", "type": "decimal"}]}]}]
  })"};
  client.start();
  client.sign_in();
  client.press("抽查表 2019年度");
  client.answer("GET", "/api/v1/reports/trial/2019/4305250009", 200, json::to_compact(report_answer()));

  const Node* const heads = client.find("columns.check.sites.q1");
  REQUIRE(heads != nullptr);
  std::vector<std::string> texts;
  for (const Node& cell : heads->children) texts.push_back(cell.text);
  CHECK(texts == std::vector<std::string>{"抽查", "", "一季度", "二季度"});
  CHECK(client.find("section.check.sites.q1.0")->row_span == 5);

  const Node* const row = client.find("row.check.sites.q1");
  REQUIRE(row != nullptr);
  REQUIRE(row->children.size() == 3);
  CHECK(row->children[0].text == "数量");
  CHECK(row->children[0].unit == "个");
  CHECK(row->children[0].row_span == 2);
  for (std::size_t cell = 1; cell < 3; ++cell) {
    CHECK(row->children[cell].column == heads->children[cell + 1].column);
    CHECK(row->children[cell].column_span == heads->children[cell + 1].column_span);
    const Node& control = row->children[cell].children.front();
    CHECK(control.unit.empty());
    CHECK(control.described_by == std::vector<std::string>{"help.check.sites.q1"});
  }
  CHECK(client.find("cell.check.sites.q2")->label == "抽查 数量 二季度");
  REQUIRE(client.find("notes.check.sites.q1") != nullptr);
  CHECK(client.find("side.check.sites.q1")->children.size() == 1);

  const Node* const last = client.find("row.check.last.q2");
  REQUIRE(last != nullptr);
  CHECK(last->children[1].text == "—");
  CHECK(last->children[1].children.empty());
  CHECK(client.find("notes.check.last.q2") == nullptr);

  client.type("抽查 数量 二季度", "12");
  client.leave("抽查 数量 二季度");
  CHECK(client.find("cell.check.sites.q2")->value == "12");
}

TEST_CASE("a cell of a table has its unit where neither its row nor its column says it") {
  Client client;
  client.definitions = {R"json({
    "format": "tianbao-form/1", "id": "trial", "edition": "2017", "title": "评分表", "periods": {"first": 2017},
    "table": {"label": "考察点", "cells": {"type": "whole_number"}, "columns": [
      {"id": "criterion", "label": "细则", "fixed": true},
      {"id": "count", "label": "结果", "printed": false},
      {"id": "points", "label": "扣分", "unit": "分"}]},
    "sections": [{"id": "score", "label": "可用性", "note": "注：够了。", "groups": [{"fields": [
      {"id": "home", "label": "链接", "short_label": "首页链接", "texts": {"criterion": "每个扣 2 分"},
       "cells": {"count": {"unit": "个", "help": "请数一数。"}}},
      {"id": "rest", "label": "链接", "short_label": "其他链接", "texts": {"criterion": "每个扣 1 分"},
       "help": "也请数一数。"}]}]}]
  })json"};
  client.start();
  client.sign_in();
  client.press("评分表 2019年度");
  // Every screen that the client shows has to be tiled (tests/wasm/screen/sound.h).
  client.answer("GET", "/api/v1/reports/trial/2019/4305250009", 200, json::to_compact(report_answer()));
  CHECK(client.find("cell.score.home.count")->unit == "个");
  CHECK(client.find("cell.score.home.points")->unit.empty());
  CHECK(client.find("cell.score.rest.count")->label == "可用性 其他链接 结果");

  const Node* const row = client.find("row.score.home.count");
  REQUIRE(row != nullptr);
  REQUIRE(row->children.size() == 5);
  CHECK(row->children[1].text == "链接");
  // Beside both rows of that label, and what is said below each of them.
  CHECK(row->children[1].row_span == 4);
  CHECK(row->children[2].text == "每个扣 2 分");
  CHECK(row->children[2].label == "细则");
  CHECK(client.find("note.3")->text == "注：够了。");
}

TEST_CASE("the values have more room than the labels before them") {
  const Client client = opened_client();
  const Node* const table = client.find("grid.table");
  REQUIRE(table != nullptr);
  const auto width_of = [table](const Node& cell) {
    unsigned width = 0;
    for (std::size_t column = cell.column; column < cell.column + cell.column_span; ++column) {
      width += table->column_widths_percent[column];
    }
    return width;
  };
  for (const Node& row : table->children) {
    INFO(row.id);
    const Node* const label = cell_of_row(row, screen::CellKind::label);
    const Node* const value = cell_of_row(row, screen::CellKind::value);
    if (label != nullptr && value != nullptr) CHECK(width_of(*value) > width_of(*label));
  }
}

TEST_CASE("the question of 清除本机数据 stands on every screen, first of all") {
  Client client;
  client.start();
  client.press("清除本机数据");
  CHECK(client.find("device") == nullptr);
  client.sign_in();
  const auto require_question = [&client] {
    client.press("清除本机数据");
    REQUIRE(client.find("device") != nullptr);
    CHECK(client.tree.children.front().id == "device");
    client.press("不清除");
    CHECK(client.find("device") == nullptr);
    CHECK(client.focus == "button.clear_device");
  };
  require_question();
  client.press("政府网站工作年度报表 2019年度");
  REQUIRE(client.find("opening") != nullptr);
  require_question();
  client.answer("GET", report_path, 200, json::to_compact(report_answer()));
  require_question();
}

TEST_CASE("an option is described by its own help") {
  const Client client = opened_client();
  const Node* const features = client.find("cell.innovation.features");
  REQUIRE(features != nullptr);
  CHECK(features->multiple);
  const std::string id = features->children.front().id;
  CHECK(features->children.front().described_by.size() == 1);
  CHECK(client.text_of(features->children.front().described_by.front()).starts_with("搜索即服务：") == true);
  CHECK(client.find("cell.basic.site_kind")->multiple == false);
}

TEST_CASE("options are check boxes or radio buttons as their choice has it") {
  const Client client = opened_client();
  for (const std::string_view id : {"cell.innovation.features", "cell.basic.site_kind"}) {
    const Node* const choice = client.find(id);
    REQUIRE(choice != nullptr);
    for (const Node& option : choice->children) {
      INFO(option.id);
      if (option.kind == Kind::option) CHECK(option.multiple == choice->multiple);
    }
  }
}

TEST_CASE("last year's figure stands beside this year's") {
  const form::Form& form = work_report();
  Client client = signed_in_client();
  std::string answer = json::to_compact(report_answer());
  const std::string prior = R"("prior":{"period":"2018","values":{"release":{"total":15000}}})";
  answer.replace(answer.find("\"prior\":null"), std::string("\"prior\":null").size(), prior);
  client.open(json::parse(answer).value());
  CHECK(client.text_of("prior.release.total") == "上年 15,000");
  CHECK(client.find("prior.release.overview") == nullptr);
  CHECK(client.find("cell.release.total")->described_by.back() == "prior.release.total");
  CHECK(form.draft == (client.find("page.draft") != nullptr));
}

TEST_CASE("a finding stands at its first cell, describes all of its cells and is listed with a link") {
  Client client = opened_client();
  client.type("基本信息 独立用户访问总量", "10");
  client.type("基本信息 网站总访问量", "5");
  const Node* const finding = client.find("finding.E116.basic.page_views");
  REQUIRE(finding != nullptr);
  CHECK(finding->text.starts_with("错误："));
  CHECK(finding->tone == screen::Tone::error);
  CHECK(client.find("cell.basic.page_views")->invalid);
  CHECK_FALSE(client.find("cell.basic.unique_visitors")->invalid);
  CHECK(client.find("cell.basic.unique_visitors")->described_by.back() == finding->id);
  const Node* const listed = client.find("summary.E116.basic.page_views");
  REQUIRE(listed != nullptr);
  CHECK(listed->target == "cell.basic.page_views");
  CHECK(client.text_of("summary.verdict") == "提交之前还有 1 处要改正或写明。");
}

TEST_CASE("what cannot be judged yet is counted with its cause, and held against nobody") {
  struct Case {
    std::string total;
    bool prior_known;
    std::string_view text;
  };
  constexpr std::string_view unread = "有的项还没有读入，改正以后自动核对。";
  constexpr std::string_view unknown = "缺少上年的报表或登记信息的，提交时由服务器再次核对。";
  for (const Case& each : {Case{"约500", true, unread}, Case{"500", false, unknown}}) {
    CAPTURE(each.total);
    json::Value answer = report_answer();
    if (!each.prior_known) {
      std::string text = json::to_compact(answer);
      const std::string_view none = R"(,"prior":null)";
      text.erase(text.find(none), none.size());
      answer = json::parse(text).value();
    }
    Client client = opened_client(answer);
    client.type("信息发布 总数", each.total);
    CHECK(client.find("finding.W101.release.total") == nullptr);
    const std::string said = client.text_of("summary.undecided");
    CAPTURE(said);
    CHECK(said.find("条暂时不能判断，本身不妨碍提交。" + std::string(each.text)) != std::string::npos);
    CHECK((said.find(unread) != std::string::npos) == (each.text == unread));
    CHECK((said.find(unknown) != std::string::npos) == (each.text == unknown));
    CHECK(client.text_of("summary.verdict").find("没有判断") == std::string::npos);
  }
}

TEST_CASE("what cannot be judged yet is listed when that is asked for, each with its cause and why") {
  Client client;
  client.definitions = {R"({
    "format": "tianbao-form/1", "id": "trial", "edition": "2017", "title": "抽查表",
    "periods": {"first": 2017}, "provenance": "draft",
    "sections": [{"id": "s", "label": "抽查", "groups": [{"fields": [
      {"id": "passed", "label": "合格", "type": "whole_number"},
      {"id": "checked", "label": "抽查数", "type": "whole_number"},
      {"id": "share", "label": "合格率", "type": "decimal", "computed": "s.passed * 100 / s.checked"},
      {"id": "note", "label": "备注", "type": "text", "required": "s.passed / s.checked < 0.5"}]}]}],
    "rules": [{"code": "W101", "severity": "warning", "explain": "required", "rule": "s.passed / s.checked > 0.6",
               "message": "合格率低", "fields": ["s.passed", "s.checked"], "basis": "试"}]
  })"};
  client.start();
  client.sign_in();
  client.press("抽查表 2019年度");
  client.answer("GET", "/api/v1/reports/trial/2019/4305250009", 200, json::to_compact(report_answer()));
  CHECK(client.find("summary.undecided") == nullptr);
  client.type("抽查 合格", "5");
  client.type("抽查 抽查数", "0");
  CHECK(client.text_of("summary.undecided") ==
        "另有 3 条暂时不能判断，本身不妨碍提交。按所填的数字算不出结果的，请看一看所填的是否有误。");
  CHECK(client.text_of("summary.verdict") == "没有发现问题。");
  CHECK(client.find("undecided.list") == nullptr);
  CHECK(client.find("button.undecided")->disclosure == screen::Disclosure::closed);

  client.press("逐条查看暂时不能判断的");
  CHECK(client.find("button.undecided")->disclosure == screen::Disclosure::open);
  REQUIRE(client.find("undecided.list") != nullptr);
  CHECK(client.find("undecided.list")->children.size() == 3);
  CHECK(client.text_of("undecided.W101.s.passed") == "抽查 合格　规则 W101 暂时不能判断：除数为 0。");
  CHECK(client.text_of("undecided.computed_undecided.s.share") ==
        "抽查 合格率　合格率：暂时算不出结果：除数为 0。");
  CHECK(client.text_of("undecided.required_undecided.s.note") ==
        "抽查 备注　备注：暂时不能判断这一项是否必须填写：除数为 0。");
  CHECK(client.find("undecided.W101.s.passed")->target == "cell.s.passed");
  client.press("抽查 合格 W101 为什么？");
  CHECK(client.text_of("why.W101.s.passed.formula") == "算式：5 ÷ 0（无法计算）> 0.6 ？");

  client.press("逐条查看暂时不能判断的");
  CHECK(client.find("undecided.list") == nullptr);
  client.type("抽查 抽查数", "6");
  CHECK(client.find("summary.undecided") == nullptr);
}

TEST_CASE("the 说明 of a warning is asked for right at the finding") {
  Client client = opened_client();
  client.type("专栏专题 维护数量", "1");
  client.type("专栏专题 新开设数量", "3");
  const Node* const finding = client.find("finding.W102.topics.opened");
  REQUIRE(finding != nullptr);
  REQUIRE(finding->children.size() == 2);
  const Node& field = finding->children.back();
  CHECK(field.kind == Kind::field);
  CHECK(field.input == screen::InputKind::multiline);
  CHECK(field.required);
  CHECK(field.described_by == std::vector<std::string>{finding->id});
  CHECK_FALSE(field.invalid);
  client.press("提交");
  CHECK(client.find("explain.W102.topics.opened")->invalid);
}

TEST_CASE("a finding says why when it is asked, with each cell to go to") {
  Client client = opened_client();
  client.type("专栏专题 维护数量", "1");
  client.type("专栏专题 新开设数量", "3");
  const auto disclosure = [&] { return client.find("why.W102.topics.opened")->disclosure; };
  CHECK(disclosure() == screen::Disclosure::closed);
  CHECK(client.find("why.W102.topics.opened.formula") == nullptr);

  client.press("专栏专题 新开设数量 W102 为什么？");
  CHECK(disclosure() == screen::Disclosure::open);
  CHECK(client.text_of("why.W102.topics.opened.asked") == "应当：新开设数量不大于维护数量");
  CHECK(client.text_of("why.W102.topics.opened.formula") == "算式：3 ≤ 1 ✗");
  CHECK(client.find("why.W102.topics.opened.when") == nullptr);
  CHECK(client.text_of("why.W102.topics.opened.source").starts_with("依据：填写说明三.1："));
  const Node* const cell = client.find_named(Kind::link, "维护数量：1");
  REQUIRE(cell != nullptr);
  CHECK(cell->target == "cell.topics.maintained");

  // It follows what is typed, and is closed again.
  client.type("专栏专题 新开设数量", "4");
  CHECK(client.text_of("why.W102.topics.opened.formula") == "算式：4 ≤ 1 ✗");
  client.press("专栏专题 新开设数量 W102 为什么？");
  CHECK(disclosure() == screen::Disclosure::closed);
  CHECK(client.find("why.W102.topics.opened.formula") == nullptr);
}

TEST_CASE("one 为什么？ is open at a time, and what is no cell of the report is no link") {
  Client client = opened_client();
  client.type("专栏专题 维护数量", "1");
  client.type("专栏专题 新开设数量", "3");
  client.type("落款 填报日期", "2020-01-16");
  client.press("专栏专题 新开设数量 W102 为什么？");
  client.press("落款 填报日期 W222 为什么？");
  CHECK(client.find("why.W102.topics.opened.formula") == nullptr);
  CHECK(client.text_of("why.W222.signature.date.formula") == "算式：2020-01-16 ≤ 2020-01-15 ✗");
  CHECK(client.find_named(Kind::link, "填报日期：2020-01-16") != nullptr);
  CHECK(client.find_named(Kind::text, "当天日期：2020-01-15") != nullptr);
}

TEST_CASE("a 说明 that is too long is kept as pasted, and how much is too much is said at it") {
  Client client = opened_client();
  client.type("专栏专题 维护数量", "1");
  client.type("专栏专题 新开设数量", "3");
  std::string text;
  for (int i = 0; i < 2001; ++i) text += "𬭎";
  client.type("专栏专题 新开设数量 W102 说明", text);
  client.leave("专栏专题 新开设数量 W102 说明");
  CHECK(client.find("explain.W102.topics.opened")->value == text);
  CHECK(client.find("explain.W102.topics.opened")->invalid);
  const std::string said = "说明共 2001 字，最多 2000 字，请删减 1 字。";
  CHECK(client.text_of("finding.W102.topics.opened").find(said) != std::string::npos);
  CHECK(client.text_of("summary.verdict") == "提交之前还有 1 处要改正或写明。");
  text.resize(text.size() - std::string("𬭎").size());
  client.type("专栏专题 新开设数量 W102 说明", text);
  CHECK_FALSE(client.find("explain.W102.topics.opened")->invalid);
  // What no document holds is cut where a document ends, and still read as a document.
  client.type("专栏专题 新开设数量 W102 说明", std::string(document::max_cell_bytes, '1') + "说");
  CHECK(document::read(document::write(client.state.report->document, work_report()), work_report()).ok());
}

TEST_CASE("the latest finished year stands first, back to the form's first") {
  Client client;
  client.start(true, "2020-12-31T23:59:00+08:00");
  client.sign_in();
  const Node* const years = client.find("form.work-report.years");
  REQUIRE(years != nullptr);
  REQUIRE(years->children.size() == 3);
  CHECK(years->children[0].text == "2019年度");
  CHECK(years->children[0].primary);
  CHECK(years->children[2].text == "2017年度");
  client.act(app::TimeTold{"2021-01-01T00:00:00+08:00"});
  CHECK(client.find("form.work-report.years")->children[0].text == "2020年度");
}

TEST_CASE("typing costs the page a few updates, not a new screen") {
  Client client = opened_client();
  fill_fixture(client, "dongkou-2019");
  const int help = client.page.serial("help.release.total");
  const int control = client.page.serial("cell.signature.date");
  client.type("信息发布 总数", "1");
  client.type("信息发布 总数", "16965");
  CHECK(client.page.serial("help.release.total") == help);
  CHECK(client.page.serial("cell.signature.date") == control);
}

}  // namespace tianbao::testing
