#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>

#include "shared/json/write.h"
#include "tests/support/reports.h"
#include "tests/wasm/app/fill.h"
#include "wasm/app/members.h"

namespace tianbao::testing {
namespace {

/// A document of 洞口县 for 2019 with these two figures.
json::Value document_with(std::string_view total, std::string_view overview) {
  const form::Form& form = work_report();
  document::Document document = document::make_blank(form, "2019", "4305250009");
  testing::type_into(form, document, "release.total", total);
  testing::type_into(form, document, "release.overview", overview);
  return document::write(document, form);
}

std::string conflict_body(const json::Value& document, std::string_view digest) {
  json::Object body;
  body.push_back({"digest", digest});
  body.push_back({"document", document});
  body.push_back({"cells", json::Array{"release.total", "release.overview"}});
  return json::to_compact(body);
}

/// The server has (20, 3); here 10 and 2 were typed, and sent to no avail.
Client in_conflict() {
  Client client = opened_client(report_answer(document_with("10", "3"), "d0"));
  client.type("信息发布 概况类信息更新量", "2");
  client.act(app::TimerFired{app::Timer::send_draft});
  client.answer("PUT", report_path, 409, conflict_body(document_with("20", "3"), "d1"));
  return client;
}

}  // namespace

TEST_CASE("another version on the server shows what differs, with both values") {
  Client client = in_conflict();
  REQUIRE(client.find("version.1") != nullptr);
  CHECK(client.find("version.2") == nullptr);
  CHECK(client.find("version.0")->label == "信息发布 总数");
  CHECK(client.text_of("version.0.mine") == "我的：10");
  CHECK(client.text_of("version.0.theirs") == "服务器的：20");
  CHECK(client.focus == "page.title");
}

TEST_CASE("each difference is settled as the clerk says, and the result follows the server's version") {
  Client client = in_conflict();
  client.choose("信息发布 总数", "服务器的：20");
  client.press("按所选合为一份");
  CHECK(client.find("version.1") != nullptr);
  CHECK(client.focus == "version.1");
  client.choose("信息发布 概况类信息更新量", "我的：2");
  client.press("按所选合为一份");
  CHECK(client.find("cell.release.total")->value == "20");
  CHECK(client.find("cell.release.overview")->value == "2");
  client.act(app::TimerFired{app::Timer::send_draft});
  CHECK(*client.body_of("PUT", report_path).find("parent")->as_string() == "d1");
}

TEST_CASE("all of one version can be taken at once") {
  Client client = in_conflict();
  std::string total = "10";
  std::string overview = "2";
  SECTION("mine") {
    client.press("全部用我的");
  }
  SECTION("the server's") {
    client.press("全部用服务器的");
    total = "20";
    overview = "3";
  }
  client.press("按所选合为一份");
  CHECK(client.find("cell.release.total")->value == total);
  CHECK(client.find("cell.release.overview")->value == overview);
}

TEST_CASE("leaving the comparison changes neither version, and it is shown again") {
  Client client = in_conflict();
  client.press("以后再选，返回报表列表");
  CHECK_FALSE(client.has_request("PUT", report_path));
  client.open(report_answer(document_with("20", "3"), "d1"));
  CHECK(client.find("version.0") != nullptr);
  CHECK(client.text_of("version.0.mine") == "我的：10");
}

TEST_CASE("the same content under another digest is no conflict") {
  Client client = opened_client(report_answer(document_with("10", "3"), "d0"));
  client.type("信息发布 概况类信息更新量", "2");
  client.act(app::TimerFired{app::Timer::send_draft});
  client.answer("PUT", report_path, 409, conflict_body(document_with("10", "2"), "d1"));
  CHECK(client.find("version.0") == nullptr);
  CHECK(*client.body_of("PUT", report_path).find("parent")->as_string() == "d1");
}

TEST_CASE("a submission that meets its own content under another digest goes on to its receipt") {
  Client client = filled_client();
  client.press("提交");
  // Another day's context, or a colleague who typed the same.
  json::Value theirs = *client.body_of("PUT", report_path).find("document");
  theirs = app::with_member(theirs, "context", json::Object{});
  SECTION("while it is open") {
    client.answer("PUT", report_path, 409, conflict_body(theirs, "d1"));
    CHECK(client.tree.note == "正在提交……");
  }
  SECTION("while it is closed") {
    client.press("返回报表列表");
    client.answer("PUT", report_path, 409, conflict_body(theirs, "d1"));
  }
  SECTION("when it is opened again") {
    Client revived(client.storage);
    revived.start(false);
    revived.act(app::WentOnline{});
    revived.state.signed_in = true;
    revived.requests.clear();
    revived.state.in_flight.clear();
    revived.open(report_answer(theirs, "d1"));
    client = std::move(revived);
  }
  const json::Value body = client.body_of("PUT", report_path);
  CHECK(*body.find("intent")->as_string() == "submission");
  CHECK(*body.find("parent")->as_string() == "d1");
  client.accept();
  CHECK(client.announced.back().find("4305250009-2019-0001") != std::string::npos);
  CHECK(client.requests.empty());
}

TEST_CASE("on opening, the newer of two versions that follow each other is shown") {
  Client client = opened_client(report_answer(document_with("10", "3"), "d0"));
  client.type("信息发布 总数", "11");
  client.leave("信息发布 总数");
  std::string expected = "11";
  SECTION("mine, of which the server knows nothing yet") {
    client.press("返回报表列表");
    client.requests.clear();
    client.state.in_flight.clear();
    Client revived = opened_client(report_answer(document_with("10", "3"), "d0"), client.storage);
    CHECK(revived.find("cell.release.total")->value == "11");
  }
  SECTION("the server's, when nothing here is new to it") {
    client.act(app::TimerFired{app::Timer::send_draft});
    client.accept();
    Client revived = opened_client(report_answer(document_with("12", "3"), "d2"), client.storage);
    CHECK(revived.find("version.0") == nullptr);
    CHECK(revived.find("cell.release.total")->value == "12");
  }
}

TEST_CASE("explanations differ like cells") {
  const form::Form& form = work_report();
  document::Document mine = document::make_blank(form, "2019", "4305250009");
  document::Document theirs = mine;
  mine.explanations.push_back({"W101", "release.total", {}, "我的"});
  theirs.explanations.push_back({"W101", "release.total", {}, "对方的"});
  theirs.explanations.push_back({"W102", "topics.opened", {}, "另一条"});
  Client client = opened_client(report_answer(document::write(mine, form), "d0"));
  client.type("信息发布 总数", "1");
  client.act(app::TimerFired{app::Timer::send_draft});
  client.answer("PUT", report_path, 409, conflict_body(document::write(theirs, form), "d1"));
  CHECK(client.text_of("version.1") == "信息发布 总数（W101 的说明）");
  CHECK(client.text_of("version.2.theirs") == "服务器的：另一条");
  client.press("全部用服务器的");
  client.press("按所选合为一份");
  const auto& explanations = client.state.report->document.explanations;
  REQUIRE(explanations.size() == 2);
  CHECK(explanations[0].text == "对方的");
  CHECK(explanations[1].text == "另一条");
}

}  // namespace tianbao::testing
