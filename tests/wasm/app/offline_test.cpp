#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/json/write.h"
#include "tests/wasm/app/fill.h"
#include "wasm/app/requests.h"

namespace tianbao::testing {

TEST_CASE("a page that starts while the server is down finds it again without any event of the browser") {
  Client client = filled_client();
  client.act(app::WentOffline{});
  client.press("提交");

  Client revived(client.storage);
  revived.start();
  revived.act(app::WentOffline{});  // the browser has a network, but the server gives no answer
  REQUIRE(revived.find("year.work-report.2019") != nullptr);
  CHECK(revived.retry_ms == app::retry_delay_ms(1));
  revived.act(app::TimerFired{app::Timer::retry});
  revived.answer("GET", "/api/v1/session", 0);
  CHECK(revived.retry_ms > app::retry_delay_ms(1));
  revived.act(app::TimerFired{app::Timer::retry});
  revived.answer("GET", "/api/v1/session", 401);
  CHECK(revived.asks_sign_in);
  revived.sign_in();
  CHECK(revived.has_request("PUT", report_path));
}

TEST_CASE("with nothing to send the server is still asked whether it is back") {
  Client client = filled_client();
  client.act(app::TimerFired{app::Timer::send_draft});
  client.accept();
  client.act(app::WentOffline{});
  client.act(app::TimerFired{app::Timer::retry});
  CHECK(client.tree.note == "网络不通，内容保存在本机。");
  client.answer("GET", "/api/v1/forms", 200, R"({"forms":[]})");
  CHECK(client.tree.note == "已保存到服务器。");
}

TEST_CASE("while the server is down it is asked again, ever more seldom") {
  Client client = filled_client();
  client.press("提交");
  client.answer("PUT", report_path, 0);
  CHECK(client.retry_ms == app::retry_delay_ms(1));
  CHECK(client.tree.note.starts_with("待发送"));
  client.act(app::TimerFired{app::Timer::retry});
  client.answer("PUT", report_path, 503);
  CHECK(client.retry_ms == app::retry_delay_ms(2));
  CHECK(app::retry_delay_ms(2) > app::retry_delay_ms(1));
  CHECK(app::retry_delay_ms(100) == 300'000);
  const app::Request request = (client.act(app::TimerFired{app::Timer::retry}), client.requests.front());
  client.requests.clear();
  client.act(app::Answered{request.tag, 429, "{}", 120});
  CHECK(client.retry_ms == 120'000);
  client.act(app::WentOnline{});
  client.accept();
  CHECK(client.text_of("receipt.number") == "回执编号：4305250009-2019-0001");
}

TEST_CASE("a report that was never opened before can be begun without network") {
  Client first = signed_in_client();
  Client client(first.storage);
  client.start(false, "2020-01-20T09:00:00+08:00");
  client.press("政府网站工作年度报表 2018年度");
  REQUIRE(client.find("cell.release.total") != nullptr);
  CHECK(client.state.report->document.context.today == "2020-01-20");
  CHECK(client.state.report->document.context.prior_known == document::PriorKnown::unknown);
  client.type("信息发布 总数", "1");
  client.act(app::WentOnline{});
  client.answer("GET", "/api/v1/session", 401);
  CHECK(client.asks_sign_in);
}

TEST_CASE("without network and without the form a report says why it cannot be opened") {
  Client client;
  client.start();
  client.act(app::SignedIn{std::string(session_answer)});
  client.answer("GET", "/api/v1/forms", 200,
                R"({"forms":[{"id":"work-report","edition":"2017","digest":"0000","title":"年度报表",)"
                R"("first_period":2017}]})");
  client.answer("GET", "/api/v1/forms/0000", 0);
  client.act(app::WentOffline{});
  client.press("年度报表 2019年度");
  CHECK(client.text_of("opening").find("没有保存过这张表的表样") != std::string::npos);
  client.act(app::WentOnline{});
  client.requests.clear();
  client.press("重试");
  CHECK(client.has_request("GET", report_path));
}

TEST_CASE("a new day is the server's to tell, and the device's when there is no server") {
  Client client = opened_client();
  client.act(app::TimeTold{"2020-01-16T00:01:00+08:00"});
  CHECK(client.state.report->document.context.today == "2020-01-15");
  json::Value answer = report_answer();
  const std::string text = json::to_compact(answer);
  std::string next = text;
  next.replace(next.find("2020-01-15"), 10, "2020-01-16");
  client.answer("GET", report_path, 200, next);
  CHECK(client.state.report->document.context.today == "2020-01-16");
  client.act(app::WentOffline{});
  client.act(app::TimeTold{"2020-01-17T00:01:00+08:00"});
  CHECK(client.state.report->document.context.today == "2020-01-17");
}

}  // namespace tianbao::testing
