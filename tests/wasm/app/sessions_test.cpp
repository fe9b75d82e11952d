#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "tests/wasm/app/fill.h"

namespace tianbao::testing {

TEST_CASE("a session that ends in the middle asks to sign in again, and the request is repeated") {
  Client client = filled_client();
  client.press("提交");
  client.answer("PUT", report_path, 401);
  CHECK(client.asks_sign_in);
  REQUIRE(client.find("cell.release.total") != nullptr);
  CHECK(client.find("cell.release.total")->value == "16965");
  client.act(app::TimerFired{app::Timer::send_draft});
  CHECK(client.requests.empty());
  client.act(app::SignedIn{std::string(session_answer)});
  CHECK_FALSE(client.asks_sign_in);
  CHECK(*client.body_of("PUT", report_path).find("intent")->as_string() == "submission");
  client.accept();
  CHECK(client.text_of("receipt.number") == "回执编号：4305250009-2019-0001");
}

TEST_CASE("signing in as another site shows nothing of the first") {
  Client client = filled_client();
  client.press("提交");
  client.answer("PUT", report_path, 401);
  client.act(app::SignedIn{R"({"site":{"code":"3101150020","name":"高行镇人民政府"}})"});
  CHECK_FALSE(client.has_request("PUT", report_path));
  CHECK(client.find("cell.release.total") == nullptr);
  CHECK(client.text_of("site").find("高行镇") != std::string::npos);
  CHECK(client.find("year.work-report.2019")->note.empty());
  CHECK(client.stored(draft_key) != nullptr);
}

TEST_CASE("a client that began without network is signed in when the server says so, not before") {
  Client first = signed_in_client();
  Client client(first.storage);
  client.start(false);
  client.open_kept();
  client.type("信息发布 总数", "1");
  client.act(app::WentOnline{});
  // The list of forms is open to everybody and proves nothing.
  CHECK_FALSE(client.has_request("GET", "/api/v1/forms"));
  CHECK_FALSE(client.has_request("PUT", report_path));
  client.answer("GET", "/api/v1/session", 200, session_answer);
  CHECK(client.has_request("PUT", report_path));
  CHECK_FALSE(client.asks_sign_in);
}

TEST_CASE("one act takes drafts, queue and sign-in off the device, after asking once") {
  Client client = filled_client();
  client.act(app::WentOffline{});
  client.press("提交");
  client.press("清除本机数据");
  CHECK(client.focus == "button.clear_cancel");
  client.press("不清除");
  CHECK(client.stored(draft_key) != nullptr);
  client.press("清除本机数据");
  client.press("确定清除");
  CHECK(client.storage.empty());
  CHECK(client.asks_sign_in);
  CHECK(client.announced.back().find("都已清除") != std::string::npos);
  CHECK(client.tree.children.empty());
  client.answer("DELETE", "/api/v1/session", 0);
  CHECK(client.announced.back().find("不要关闭本页") != std::string::npos);
  client.act(app::WentOnline{});
  client.answer("DELETE", "/api/v1/session", 204);
  CHECK(client.requests.empty());
  CHECK(client.storage.empty());

  Client next = signed_in_client(client.storage);
  CHECK(next.find("year.work-report.2019")->note.empty());
  CHECK_FALSE(next.has_request("PUT", report_path));
}

TEST_CASE("what is said of clearing says all that is known, whichever part of it ends first") {
  Client client = filled_client();
  client.holds_storage = true;
  client.press("清除本机数据");
  client.press("确定清除");
  if (GENERATE(true, false)) {
    client.release_storage();
    CHECK(client.announced.back().find("已退出登录") == std::string::npos);
    client.answer("DELETE", "/api/v1/session", 0);
  } else {
    client.answer("DELETE", "/api/v1/session", 0);
    client.release_storage();
  }
  CHECK(client.announced.back().find("都已清除") != std::string::npos);
  CHECK(client.announced.back().find("请先不要关闭本页") != std::string::npos);
  client.act(app::WentOnline{});
  client.answer("DELETE", "/api/v1/session", 204);
  CHECK(client.announced.back() == "本机上的草稿和待发送的提交都已清除。已退出登录。");
}

TEST_CASE("a device that is cleared late throws nobody out who has signed in again") {
  Client client = filled_client();
  client.holds_storage = true;
  client.press("清除本机数据");
  client.press("确定清除");
  client.answer("DELETE", "/api/v1/session", 204);
  client.focus.clear();  // went to a button that is gone
  client.sign_in();
  client.release_storage();
  CHECK_FALSE(client.asks_sign_in);
  REQUIRE(client.find("year.work-report.2019") != nullptr);
  CHECK(client.find("year.work-report.2019")->note.empty());
}

TEST_CASE("what could not be cleared is said, with what to do") {
  Client client = filled_client();
  client.clearing_works = false;
  client.press("清除本机数据");
  client.press("确定清除");
  CHECK(client.asks_sign_in);
  CHECK(client.announced.back().find("本机数据没有清除") != std::string::npos);
  for (const std::string& said : client.announced) CHECK(said.find("都已清除") == std::string::npos);
  client.answer("DELETE", "/api/v1/session", 0);
  CHECK(client.announced.back().find("本机数据没有清除") != std::string::npos);
  CHECK(client.announced.back().find("还没有在服务器上退出登录") != std::string::npos);
}

}  // namespace tianbao::testing
