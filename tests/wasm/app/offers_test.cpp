#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "tests/support/reports.h"
#include "tests/wasm/app/prior.h"
#include "wasm/app/offer.h"

namespace tianbao::testing {
namespace {

/// What last year's report says in every field of this form that could be offered, and in some that could
/// not.
constexpr std::string_view prior_values =
    R"({"s":{"name":"甲","kind":"b","open":false,"phone":"07397220000","icp":{"none":true},"pages":"甲；乙",)"
    R"("ticks":{"value":["a","o"],"other":"丙"},"count":5,"day":"2019-01-10","drill":true,"sum":"甲甲",)"
    R"("strict":{"none":true},"rough":{"raw":"约5"}}})";

constexpr std::string_view fields = R"({"fields": [
  {"id": "name", "label": "名称", "type": "text", "required": true},
  {"id": "kind", "label": "类型", "type": "one_choice",
   "choices": [{"id": "a", "label": "甲类"}, {"id": "b", "label": "乙类"}]},
  {"id": "open", "label": "开通", "type": "yes_no"},
  {"id": "phone", "label": "电话", "type": "phone"},
  {"id": "icp", "label": "备案号", "type": "icp_number", "allows_none": true},
  {"id": "pages", "label": "栏目", "type": "text_list"},
  {"id": "ticks", "label": "功能", "type": "many_choices",
   "choices": [{"id": "a", "label": "甲"}, {"id": "o", "label": "其他", "other": true}]},
  {"id": "count", "label": "数量", "type": "whole_number"},
  {"id": "day", "label": "日期", "type": "date", "offer": "today"},
  {"id": "drill", "label": "演练", "type": "yes_no", "offer": false},
  {"id": "sum", "label": "合称", "type": "text", "computed": "s.name"},
  {"id": "strict", "label": "全称", "type": "text"},
  {"id": "rough", "label": "地址", "type": "url"},
  {"id": "town", "label": "主办", "type": "text", "offer": "site.organiser", "relevant": "s.open"},
  {"id": "code", "label": "标识码", "type": "site_code", "offer": "site.code"},
  {"id": "police", "label": "公安", "type": "police_number", "offer": "site.police_number"}]})";

Client opened() {
  return opened_trial(std::string(fields), prior_values);
}

std::string value_of(const Client& client, std::string_view address) {
  const app::Report& report = *client.state.report;
  const std::size_t index = field_index(report.form, address);
  return document::display(report.form.fields[index], report.document.cells[index]);
}

void collect_takes(const screen::Node& node, std::vector<std::string>& texts) {
  if (node.id.starts_with("take.")) texts.push_back(node.text);
  for (const screen::Node& child : node.children) collect_takes(child, texts);
}

std::vector<std::string> offered(const Client& client) {
  std::vector<std::string> texts;
  collect_takes(client.tree, texts);
  return texts;
}

}  // namespace

TEST_CASE("what may hold again, and what the register knows, is offered, and nothing else") {
  const Client client = opened();
  CHECK(offered(client) ==
        std::vector<std::string>{"采用上年填报：甲", "采用上年填报：乙类", "采用上年填报：否",
                                 "采用上年填报：07397220000", "采用上年填报：无", "采用上年填报：甲；乙",
                                 "采用上年填报：甲、其他：丙", "采用今天：2020-01-15",
                                 "采用登记信息：洞口县人民政府", "采用登记信息：4305250009"});
  // Nothing of it stands anywhere by itself.
  for (const document::Cell& cell : client.state.report->document.cells) {
    CHECK(cell.state == document::CellState::blank);
  }
  CHECK(client.text_of("prior.s.count") == "上年 5");
  CHECK(client.text_of("prior.s.drill") == "上年 是");
  CHECK(client.find("prior.s.name") == nullptr);
}

TEST_CASE("an offer describes its control, and its name says of which cell it is") {
  const Client client = opened();
  const screen::Node* const control = client.find("cell.s.name");
  CHECK(control->described_by == std::vector<std::string>{"take.prior.s.name"});
  CHECK(client.find("take.prior.s.name")->label == "部分 名称 采用上年填报：甲");
  CHECK(client.find("cell.s.kind")->described_by.back() == "take.prior.s.kind");
}

TEST_CASE("what is taken over is the clerk's, as if typed, and the offer goes") {
  Client client = opened();
  client.press("部分 名称 采用上年填报：甲");
  CHECK(value_of(client, "s.name") == "甲");
  CHECK(client.find("take.prior.s.name") == nullptr);
  CHECK(client.focus == "cell.s.name");
  CHECK(client.find("cell.s.name")->value == "甲");
  CHECK(client.find("cell.s.sum")->value == "甲");
  CHECK(client.draft_ms > 0);
  CHECK(client.stored("draft/4305250009/trial/2019")->find(R"("name":"甲")") != std::string::npos);
  client.press("部分 功能 采用上年填报：甲、其他：丙");
  CHECK(client.find("option.s.ticks.o")->checked);
  CHECK(client.find("other.s.ticks")->value == "丙");
  client.press("部分 备案号 采用上年填报：无");
  CHECK(client.find("cell.s.icp")->value == "无");
  // Once there is something, it is only compared.
  client.type("部分 名称", "乙");
  CHECK(client.find("take.prior.s.name") == nullptr);
  CHECK(client.text_of("prior.s.name") == "上年 甲");
}

TEST_CASE("what does not apply is offered nothing") {
  Client client = opened();
  CHECK(client.find("take.context.s.town") != nullptr);
  client.choose("部分 开通", "否");
  CHECK(client.find("take.context.s.town") == nullptr);
  client.choose("部分 开通", "是");
  CHECK(client.find("take.context.s.town") != nullptr);
}

TEST_CASE("register and last year's report are one offer where they say the same, two where they differ") {
  const std::string name = R"({"fields": [
    {"id": "organiser", "label": "主办单位", "type": "text", "offer": "site.organiser"}]})";
  Client same = opened_trial(name, R"({"s":{"organiser":"洞口县人民政府"}})");
  CHECK(offered(same) == std::vector<std::string>{"采用登记信息：洞口县人民政府"});
  Client other = opened_trial(name, R"({"s":{"organiser":"洞口县人民政府办公室"}})");
  CHECK(offered(other) ==
        std::vector<std::string>{"采用登记信息：洞口县人民政府", "采用上年填报：洞口县人民政府办公室"});
  // Which of the two is right is nothing for 全部采用, and a single offer needs none.
  CHECK(same.find("offers") == nullptr);
  CHECK(other.find("offers") == nullptr);
  other.press("部分 主办单位 采用上年填报：洞口县人民政府办公室");
  CHECK(value_of(other, "s.organiser") == "洞口县人民政府办公室");
}

TEST_CASE("a 备案号 with 号 behind it is the same as one without") {
  form::Form form = load_form(R"({"format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "试",
    "periods": {"first": 2017}, "sections": [{"id": "s", "label": "部分", "groups": [{"fields": [
      {"id": "icp", "label": "备案号", "type": "icp_number", "offer": "site.icp_number"}]}]}]})");
  document::Document document = document::make_blank(form, "2019", "4305250009");
  document.context.site = document::Site{"4305250009", "洞口县", "", "", "湘ICP备09023995号"};
  document.context.prior_known = document::PriorKnown::present;
  document.context.prior = {"2018", {document::read_cell(form.fields[0], "湘ICP备09023995")}};
  const check::Outcome outcome = check::check(form, document, document.context);
  REQUIRE(app::offers(form, document, outcome, 0).size() == 1);
  CHECK(app::offers(form, document, outcome, 0).front().source == app::OfferSource::both);
  document.context.prior.cells[0] = document::read_cell(form.fields[0], "湘ICP备09023996");
  CHECK(app::offers(form, document, outcome, 0).size() == 2);
}

TEST_CASE("one act takes over all that is offered, and one takes it back until something is changed") {
  Client client = opened();
  CHECK(client.text_of("offers").starts_with("有 10 项还空着"));
  client.type("部分 名称", "乙");
  CHECK(client.text_of("offers").starts_with("有 9 项还空着"));
  client.press("全部采用");
  CHECK(value_of(client, "s.name") == "乙");
  CHECK(value_of(client, "s.kind") == "乙类");
  CHECK(value_of(client, "s.day") == "2020-01-15");
  CHECK(value_of(client, "s.count").empty());
  CHECK(value_of(client, "s.drill").empty());
  // 开通 was 否, so that 主办 does not apply any more.
  CHECK(value_of(client, "s.open") == "否");
  CHECK(value_of(client, "s.town").empty());
  CHECK(client.text_of("offers") == "已采用 8 项，请核对是否仍然如此。");
  CHECK(client.announced.back() == "已采用 8 项，可以撤销。");
  CHECK(client.focus == "button.undo_fill");
  client.press("撤销全部采用");
  CHECK(value_of(client, "s.name") == "乙");
  CHECK(value_of(client, "s.kind").empty());
  CHECK(client.text_of("offers").starts_with("有 9 项还空着"));
  CHECK(client.focus == "button.take_all");
  client.press("全部采用");
  client.type("部分 数量", "7");
  CHECK(client.find("offers") == nullptr);
  CHECK(value_of(client, "s.kind") == "乙类");
}

TEST_CASE("the work report offers what the register knows of the site") {
  Client client = signed_in_client();
  client.open(report_answer());
  CHECK(offered(client) == std::vector<std::string>{"采用登记信息：洞口县人民政府",
                                                    "采用登记信息：http://www.dongkou.gov.cn",
                                                    "采用登记信息：洞口县人民政府",
                                                    "采用登记信息：4305250009", "采用今天：2020-01-15"});
}

}  // namespace tianbao::testing
