#include "tests/wasm/app/fill.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <variant>

#include "shared/json/write.h"
#include "shared/layout/grid.h"
#include "tests/support/reports.h"

namespace tianbao::testing {

TEST_CASE("洞口县 2019, filled by accessible name, is the document that the fixture gives") {
  Client client = opened_client();
  fill_fixture(client, "dongkou-2019");
  document::Document expected = testing::published_report("dongkou-2019");
  for (std::size_t index = 0; index < expected.cells.size(); ++index) {
    // A tick in a control has no text that it was read from.
    if (form::is_choice(work_report().fields[index].type)) expected.cells[index].raw.clear();
  }
  expected.context = client.state.report->document.context;
  CHECK(json::to_indented(document::write(client.state.report->document, work_report())) ==
        json::to_indented(document::write(expected, work_report())));
}

TEST_CASE("洞口县 2019 is submitted once its warnings are explained, and the receipt is shown") {
  Client client = filled_client();
  client.press("提交");
  const json::Value body = client.body_of("PUT", report_path);
  CHECK(*body.find("intent")->as_string() == "submission");
  CHECK(body.find("parent")->as_string()->empty());
  CHECK(client.tree.note == "正在提交……");
  client.accept();
  CHECK(client.text_of("receipt.number") == "回执编号：4305250009-2019-0001");
  CHECK(client.focus == "page.title");
  CHECK(client.requests.empty());
  client.press("返回报表");
  CHECK(client.tree.note == "已保存到服务器。");
  CHECK(client.text_of("page.receipt").find("4305250009-2019-0001") != std::string::npos);
}

TEST_CASE("a 说明 whose warning has gone is not submitted") {
  Client client = opened_client();
  fill_fixture(client, "dongkou-2019");
  client.type("信息发布 总数", "16966");
  explain_warnings(client);
  client.act(app::TimerFired{app::Timer::send_draft});
  const json::Value kept = client.body_of("PUT", report_path);
  REQUIRE(kept.find("document")->find("explanations") != nullptr);
  CHECK(*kept.find("document")->find("explanations")->as_array()->front().find("code")->as_string() ==
        "W101");
  client.accept();
  client.type("信息发布 总数", "16965");
  client.press("提交");
  CHECK(client.body_of("PUT", report_path).find("document")->find("explanations") == nullptr);
}

TEST_CASE("a 说明 whose warning is silent just now outlives a submission that is refused") {
  Client client = opened_client();
  fill_fixture(client, "dongkou-2019");
  client.type("信息发布 总数", "16966");
  explain_warnings(client);
  client.type("信息发布 总数", "16965");
  client.type("专栏专题 维护数量", "约5");
  client.press("提交");
  CHECK(client.focus == "summary");
  client.type("信息发布 总数", "16966");
  REQUIRE(client.find("explain.W101.release.total") != nullptr);
  CHECK(client.find("explain.W101.release.total")->value == "经核对无误，情况属实");
}

TEST_CASE("the text of 其他 ends where a document ends") {
  Client client = opened_client();
  client.type("创新发展 其他", std::string(document::max_cell_bytes - 1, '1') + "说");
  CHECK(document::read(document::write(client.state.report->document, work_report()), work_report()).ok());
}

TEST_CASE("what was said of a refused submission goes when something is changed") {
  Client client = opened_client();
  client.press("提交");
  CHECK(client.find("page.notice")->tone == screen::Tone::error);
  client.type("信息发布 总数", "1");
  CHECK(client.find("page.notice") == nullptr);
}

TEST_CASE("高行镇 2017 shows each problem at its cell and is not sent") {
  Client client = opened_client();
  fill_fixture(client, "gaohang-2017");
  const screen::Node* const catalogue = client.find("cell.release.catalogue");
  REQUIRE(catalogue != nullptr);
  CHECK(catalogue->value == "135");
  CHECK(client.text_of("reading.release.catalogue").find("主动公开") != std::string::npos);
  CHECK(client.find("finding.W101.release.total") != nullptr);
  CHECK(client.find("finding.required.signature.head") == nullptr);
  client.requests.clear();
  client.press("提交");
  CHECK(client.requests.empty());
  CHECK(client.focus == "summary");
  CHECK(client.find("finding.required.signature.head") != nullptr);
  CHECK(client.find("cell.signature.head")->invalid);
  CHECK(client.find("summary.required.signature.head")->target == "cell.signature.head");
}

TEST_CASE("while a control is typed into it shows what was typed, and its value when it is left") {
  Client client = opened_client();
  client.type("信息发布 总数", "１６，９６５ 条");
  CHECK(client.find("cell.release.total")->value == "１６，９６５ 条");
  client.leave("信息发布 总数");
  CHECK(client.find("cell.release.total")->value == "16965");
}

TEST_CASE("a composition of the input method goes through every state without losing its control") {
  Client client = opened_client();
  for (const std::string_view text : {"d", "do", "dong", "dong'k", "dong'kou", "洞口", "洞口x", "洞口县"}) {
    client.type("基本信息 网站名称", text);
  }
  client.leave("基本信息 网站名称");
  CHECK(client.find("cell.basic.site_name")->value == "洞口县");
}

TEST_CASE("a text that cannot be read stays on the screen, and the value that may be meant is offered") {
  Client client = opened_client();
  client.type("信息发布 总数", "1.2万");
  client.leave("信息发布 总数");
  CHECK(client.find("cell.release.total")->value == "1.2万");
  CHECK(client.find("cell.release.total")->invalid);
  CHECK(client.text_of("proposal.release.total") == "1.2万 → 12000？");
  client.press("信息发布 总数 改为 12000");
  CHECK(client.find("cell.release.total")->value == "12000");
  CHECK(client.text_of("reading.release.total") == "原填：1.2万");
  CHECK(client.find("proposal.release.total") == nullptr);
  CHECK(client.focus == "cell.release.total");

  client.type("信息发布 总数", "/");
  client.leave("信息发布 总数");
  CHECK(client.text_of("proposal.release.total") == "/ → 0？");
  client.press("信息发布 总数 改为 0");
  CHECK(client.find("cell.release.total")->value == "0");
  CHECK(client.text_of("reading.release.total") == "原填：/");
}

TEST_CASE("writing beside 其他 ticks it, and clearing the line takes no tick away") {
  Client client = opened_client();
  client.choose("创新发展", "千人千网");
  client.choose("创新发展", "搜索即服务");
  client.type("创新发展 其他", "大数据支撑");
  const std::size_t field = field_index(work_report(), "innovation.features");
  const document::Cell& cell = client.state.report->document.cells[field];
  const document::ChoiceIds first = *std::get_if<document::ChoiceIds>(&cell.value);
  CHECK(first.size() == 3);
  CHECK(cell.other == "大数据支撑");
  // In the form's order, whatever the order of the ticks.
  CHECK(document::display(work_report().fields[field], cell).find("搜索即服务") == 0);
  client.type("创新发展 其他", "");
  CHECK(std::get_if<document::ChoiceIds>(&cell.value)->size() == 3);
  client.choose("创新发展", "其他", false);
  client.choose("创新发展", "千人千网", false);
  client.choose("创新发展", "搜索即服务", false);
  CHECK(cell == document::Cell{});
}

TEST_CASE("cells that do not apply are closed, unless something stands in them") {
  Client client = opened_client();
  client.choose("移动新媒体 是否有移动新媒体", "是");
  CHECK_FALSE(client.find("cell.media.weibo_posts")->disabled);
  client.type("移动新媒体 微博 名称", "洞口发布");
  client.leave("移动新媒体 微博 名称");
  client.choose("移动新媒体 是否有移动新媒体", "否");
  CHECK(client.find("cell.media.weibo_posts")->disabled);
  CHECK_FALSE(client.find("cell.media.weibo_name")->disabled);
  client.type("移动新媒体 微博 名称", "");
  client.leave("移动新媒体 微博 名称");
  CHECK(client.find("cell.media.weibo_name")->disabled);
}

TEST_CASE("a 说明 whose figures have changed is asked for again and can be kept") {
  Client client = opened_client();
  client.type("专栏专题 维护数量", "1");
  client.type("专栏专题 新开设数量", "3");
  client.leave("专栏专题 新开设数量");
  const screen::Node* const finding = client.find("finding.W102.topics.opened");
  REQUIRE(finding != nullptr);
  client.type("专栏专题 新开设数量 W102 说明", "两个专栏当年开设、当年并入");
  client.leave("专栏专题 新开设数量 W102 说明");
  CHECK(client.find("keep.W102.topics.opened") == nullptr);
  client.type("专栏专题 新开设数量", "4");
  CHECK(client.find("explain.W102.topics.opened")->value == "两个专栏当年开设、当年并入");
  client.press("专栏专题 新开设数量 数字已改，说明仍然适用");
  CHECK(client.find("keep.W102.topics.opened") == nullptr);
  client.type("专栏专题 新开设数量 W102 说明", "  ");
  CHECK(client.state.report->document.explanations.empty());
}

TEST_CASE("the navigation counts answers, errors and what is left to explain") {
  Client client = opened_client();
  CHECK(client.find("link.release")->note == "0/4");
  client.type("信息发布 总数", "10");
  client.type("信息发布 概况类信息更新量", "约5");
  CHECK(client.find("link.release")->note == "1/4，错误 1");
  client.type("信息发布 概况类信息更新量", "5");
  client.type("信息发布 政务动态信息更新量", "3");
  client.type("信息发布 信息公开目录信息更新量", "1");
  CHECK(client.find("link.release")->note == "4/4，待说明 1");
  CHECK(client.find("link.release")->tone == screen::Tone::warning);
  client.type("信息发布 信息公开目录信息更新量", "2");
  CHECK(client.find("link.release")->note == "4/4");
  CHECK(client.find("link.release")->tone == screen::Tone::success);
  CHECK(client.find("link.release")->target == "cell.release.total");
}

}  // namespace tianbao::testing
