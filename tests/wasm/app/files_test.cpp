#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/document/report_file.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "tests/support/reports.h"
#include "tests/wasm/app/fill.h"

namespace tianbao::testing {
namespace {

std::string file_of(const document::Document& document) {
  return json::to_indented(document::write_report_file(document, work_report(), {}));
}

document::Document dongkou() {
  document::Document document = testing::published_report("dongkou-2019");
  document.subject = "4305250009";
  document.reporter = "4305250009";
  return document;
}

}  // namespace

TEST_CASE("a saved file read on another machine is the same report") {
  Client client = opened_client();
  fill_fixture(client, "dongkou-2019");
  explain_warnings(client);
  client.press("保存到文件");
  REQUIRE(client.files.size() == 1);
  CHECK(client.files[0].name == "政府网站工作年度报表-2019-4305250009.tianbao.json");
  const auto file = json::parse(client.files[0].text);
  REQUIRE(file.ok());
  CHECK(*file.value().find("format")->as_string() == "tianbao-file/1");

  Client other = opened_client();
  other.press("打开文件");
  CHECK(other.asks_file);
  other.act(app::FileOpened{client.files[0].name, client.files[0].text});
  CHECK(other.text_of("page.notice") == "已从文件读入。");
  CHECK(other.state.report->document.cells == client.state.report->document.cells);
  CHECK(other.state.report->document.explanations == client.state.report->document.explanations);
  other.act(app::FileOpened{client.files[0].name, client.files[0].text});
  CHECK(other.text_of("page.notice") == "文件的内容与现在的一致。");
}

TEST_CASE("a file over a report that is begun shows what differs before anything changes") {
  Client client = opened_client();
  client.type("信息发布 总数", "1");
  client.act(app::FileOpened{"a.tianbao.json", file_of(dongkou())});
  REQUIRE(client.find("version.0") != nullptr);
  SECTION("and can be put aside") {
    client.press("不读入文件");
    CHECK(client.find("cell.release.total")->value == "1");
    CHECK(client.find("cell.release.overview")->value.empty());
  }
  SECTION("and can be taken") {
    client.press("全部用文件的");
    client.press("按所选合为一份");
    CHECK(client.find("cell.release.total")->value == "16965");
  }
}

TEST_CASE("a file that is not this report's says what is wrong and changes nothing") {
  Client client = opened_client();
  document::Document document = dongkou();
  std::string text;
  std::string said;
  SECTION("no JSON") {
    text = "PK\x03\x04";
    said = "打不开";
  }
  SECTION("another kind of file") {
    text = R"({"format":"something"})";
    said = "这不是上报文件";
  }
  SECTION("another form") {
    document.form.id = "supervision-report";
    text = file_of(document);
    said = "另一种表";
  }
  SECTION("another edition") {
    document.form.digest = std::string(64, '0');
    text = file_of(document);
    said = "另一版";
  }
  SECTION("another year") {
    document.period = "2018";
    text = file_of(document);
    said = "文件是2018年度的";
  }
  SECTION("another site") {
    document.subject = "3101150020";
    text = file_of(document);
    said = "标识码 3101150020";
  }
  SECTION("changed by other hands") {
    text = file_of(document);
    text.replace(text.find("16965"), 5, "16966");
    said = "校验值不符";
  }
  client.act(app::FileOpened{"a.tianbao.json", text});
  INFO(client.text_of("page.notice"));
  CHECK(client.text_of("page.notice").find(said) != std::string::npos);
  CHECK(client.find("page.notice")->tone == screen::Tone::error);
  CHECK(client.announced.back() == client.text_of("page.notice"));
  CHECK(client.find("cell.release.total")->value.empty());
}

TEST_CASE("a file that somebody else has saved becomes this session's report") {
  Client client = opened_client();
  document::Document document = dongkou();
  document.reporter = "430525";
  client.act(app::FileOpened{"a.tianbao.json", file_of(document)});
  CHECK(client.text_of("page.notice") == "已从文件读入。");
  client.act(app::TimerFired{app::Timer::send_draft});
  const json::Value sent = *client.body_of("PUT", report_path).find("document");
  CHECK(*sent.find("reporter")->as_string() == "4305250009");
}

TEST_CASE("the official table goes to paper") {
  Client client = opened_client();
  client.type("信息发布 总数", "16965");
  client.press("打印");
  REQUIRE(client.printed.size() == 1);
  CHECK(client.printed[0].find("16965") != std::string::npos);
  CHECK(client.printed[0].find("政府网站工作年度报表") != std::string::npos);
  CHECK(client.find("button.print_without_annex") == nullptr);
}

TEST_CASE("what was written about warnings goes to paper with the official table, or stays off it") {
  Client client = filled_client();
  client.type("信息发布 总数", "1");
  client.leave("信息发布 总数");
  client.type("信息发布 总数 W101 说明", "目录与其他两项有重复。");
  client.leave("信息发布 总数 W101 说明");
  client.press("打印");
  client.press("打印（不附说明）");
  REQUIRE(client.printed.size() == 2);
  CHECK(client.printed[0].find("目录与其他两项有重复。") != std::string::npos);
  CHECK(client.printed[1].find("目录与其他两项有重复。") == std::string::npos);
  CHECK(client.printed[1].find("政府网站工作年度报表") != std::string::npos);
}

}  // namespace tianbao::testing
