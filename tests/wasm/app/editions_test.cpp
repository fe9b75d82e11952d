#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/json/write.h"
#include "tests/support/reports.h"
#include "tests/wasm/app/client.h"

namespace tianbao::testing {
namespace {

constexpr std::string_view path_of_2024 = "/api/v1/reports/work-report/2024/4305250009";
constexpr std::string_view now = "2025-01-15T10:32:05+08:00";

void open_2024(Client& client, const json::Value& report) {
  client.press("政府网站工作年度报表 2024年度");
  client.answer("GET", path_of_2024, 200, json::to_compact(report));
}

}  // namespace

TEST_CASE("two editions of one form are one entry with the years of both, each filled in its own") {
  Client client;
  client.definitions = {work_report_text(), later_edition_text()};
  client.start(true, now);
  client.sign_in();
  const screen::Node* const years = client.find("form.work-report.years");
  REQUIRE(years != nullptr);
  CHECK(years->children.size() == 8);
  CHECK(years->children.front().id == "year.work-report.2024");
  CHECK(years->children.back().id == "year.work-report.2017");
  open_2024(client, report_answer());
  CHECK(client.state.report->document.form.digest == later_edition().digest);
  client.press("返回报表列表");
  client.press("政府网站工作年度报表 2023年度");
  client.answer("GET", "/api/v1/reports/work-report/2023/4305250009", 200, json::to_compact(report_answer()));
  CHECK(client.state.report->document.form.digest == work_report().digest);
}

TEST_CASE("a draft begun offline before the new edition goes over to it; one that the server has does not") {
  Client before;
  before.start(true, now);
  before.sign_in();
  open_2024(before, report_answer());
  before.type("信息发布 总数", "523");
  const json::Value stored = document::write(before.state.report->document, work_report());

  Client client(before.storage);
  client.definitions = {work_report_text(), later_edition_text()};
  client.start(true, now);
  client.sign_in();
  SECTION("unknown to the server") {
    open_2024(client, report_answer());
    CHECK(client.state.report->document.form.digest == later_edition().digest);
    CHECK(client.find("cell.release.total")->value == "523");
    CHECK(client.text_of("page.notice").find("2024 版") != std::string::npos);
    const json::Value body = client.body_of("PUT", path_of_2024);
    CHECK(*body.find("document")->find("form")->find("edition")->as_string() == "2024");
  }
  SECTION("stored by the server") {
    open_2024(client, report_answer(stored, std::string(64, 'a')));
    CHECK(client.state.report->document.form.digest == work_report().digest);
    CHECK(client.find("cell.release.total")->value == "523");
  }
}

TEST_CASE("a submission that waits is withdrawn with a word when its draft goes over to a new edition") {
  Client before;
  before.start(true, now);
  before.sign_in();
  open_2024(before, report_answer());
  before.type("信息发布 总数", "523");
  const json::Value waiting = document::write(before.state.report->document, work_report());

  Client client(before.storage);
  client.definitions = {work_report_text(), later_edition_text()};
  client.start(true, now);
  client.sign_in();
  // In another tab.
  const auto record_of_2024 =
      std::find_if(client.storage.begin(), client.storage.end(),
                   [](const auto& each) { return each.first == "draft/4305250009/work-report/2024"; });
  REQUIRE(record_of_2024 != client.storage.end());
  std::string& record = record_of_2024->second;
  const std::string none = R"("pending_submission":null)";
  REQUIRE(record.find(none) != std::string::npos);
  record.replace(record.find(none), none.size(), R"("pending_submission":)" + json::to_compact(waiting));
  open_2024(client, report_answer());
  const std::string said = client.text_of("page.notice");
  CHECK(said.find("2024 版") != std::string::npos);
  CHECK(said.find("重新提交") != std::string::npos);
  CHECK(*client.body_of("PUT", path_of_2024).find("intent")->as_string() == "draft");
}

}  // namespace tianbao::testing
