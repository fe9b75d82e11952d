#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "shared/json/write.h"
#include "tests/support/reports.h"
#include "tests/wasm/app/fill.h"
#include "wasm/app/members.h"

namespace tianbao::testing {

TEST_CASE("what is not the server's answer is believed for nothing, and asked for again") {
  // A network's sign-in page arrives as status 0 (wasm/web/network.js); this is what is JSON all the same.
  const std::string_view body = GENERATE(
      R"(<html>上网认证</html>)", "", "[]", "{}", R"({"digest":)", R"({"digest":"","receipt":null})",
      R"({"digest":"d1","receipt":null})", R"({"digest":"d1","receipt":{"number":1,"digest":"d1"}})");
  const int status = GENERATE(200, 201, 204, 409);
  // Whatever names another version than ours is for the clerk to compare.
  if (status == 409 && body.find("d1") != std::string_view::npos) return;
  INFO(status << " " << body);
  Client client = filled_client();
  client.press("提交");
  client.answer("PUT", report_path, status, body);
  CHECK(client.tree.note.starts_with("待发送"));
  CHECK(client.find("button.submit")->disabled);
  CHECK(client.retry_ms > 0);
  client.act(app::TimerFired{app::Timer::retry});
  CHECK(client.body_of("PUT", report_path).find("parent")->as_string()->empty());
  client.accept();
  CHECK(client.text_of("receipt.number") == "回执编号：4305250009-2019-0001");
}

TEST_CASE("a submission is taken only with its own receipt") {
  Client client = filled_client();
  client.press("提交");
  const std::string digest = app::canonical_digest(*client.body_of("PUT", report_path).find("document"));
  const std::string receipt =
      GENERATE("null", R"({"number":0})", R"({"number":1,"digest":"0000"})", R"("0001")");
  client.answer("PUT", report_path, 200, R"({"digest":")" + digest + R"(","receipt":)" + receipt + "}");
  CHECK(client.tree.note.starts_with("待发送"));
}

TEST_CASE("a list of forms that is none takes nothing away") {
  Client client = signed_in_client();
  const std::string kept = *client.stored("session");
  client.act(app::SignedIn{std::string(session_answer)});
  client.answer("GET", "/api/v1/forms", 200, GENERATE("{}", R"({"forms":null})", "<html>"));
  CHECK(*client.stored("session") == kept);
  CHECK(client.find("year.work-report.2019") != nullptr);
}

TEST_CASE("a definition that is not what its digest says is neither kept nor used") {
  const std::string digest = work_report().digest;
  const std::string key = "form/" + digest;
  const std::string path = "/api/v1/forms/" + digest;
  const std::string forms = R"({"forms":[{"id":"work-report","edition":"2017","digest":")" + digest +
                            R"(","title":"年度报表","first_period":2017}]})";
  const std::string definition = testing::read_source_file("assets/forms/work-report/2017.json");
  Client client({{key, "<html>上网认证</html>"}});
  client.start();
  client.act(app::SignedIn{std::string(session_answer)});
  client.answer("GET", "/api/v1/forms", 200, forms);
  SECTION("from the network") {
    client.answer("GET", path, 200, GENERATE("<html>", "{}", R"({"format":"tianbao-form/1"})"));
    CHECK(*client.stored(key) == "<html>上网认证</html>");
    client.press("年度报表 2019年度");
    client.answer("GET", report_path, 200, json::to_compact(report_answer()));
    client.answer("GET", path, 200, "<html>");
    CHECK(client.text_of("opening").find("没有收到服务器的答复") != std::string::npos);
    client.press("重试");
    client.answer("GET", report_path, 200, json::to_compact(report_answer()));
  }
  SECTION("on the device, whose record is replaced") {}
  client.answer("GET", path, 200, definition);
  CHECK(*client.stored(key) == definition);
  if (client.find("cell.release.total") == nullptr) {
    client.press("年度报表 2019年度");
    client.answer("GET", report_path, 200, json::to_compact(report_answer()));
  }
  CHECK(client.find("cell.release.total") != nullptr);
}

TEST_CASE("of a definition that this client cannot read the place is shown, to be told on the telephone") {
  const struct {
    std::string_view definition;
    std::string_view problem;
  } cases[] = {
      {R"({"format":"tianbao-form/2"})", "表样无法读取，出错位置：/format"},
      // Deeper than a definition goes.
      {R"({"notes":[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]})", "表样无法读取，出错位置：全文"},
  };
  for (const auto& each : cases) {
    INFO(each.definition);
    const std::string digest = app::canonical_digest(app::parse_or_null(each.definition));
    Client client;
    client.start();
    client.act(app::SignedIn{std::string(session_answer)});
    client.answer("GET", "/api/v1/forms", 200,
                  R"({"forms":[{"id":"work-report","edition":"2017","digest":")" + digest +
                      R"(","title":"年度报表","first_period":2017}]})");
    client.answer("GET", "/api/v1/forms/" + digest, 200, each.definition);
    client.press("年度报表 2019年度");
    client.answer("GET", report_path, 200, json::to_compact(report_answer()));
    CHECK(client.text_of("opening") == each.problem);
  }
}

TEST_CASE("an answer that nobody waits for any more changes nothing") {
  Client client = filled_client();
  client.press("提交");
  const app::Request request = client.requests.front();
  client.press("清除本机数据");
  client.press("确定清除");
  client.act(app::Answered{request.tag, 409, R"({"digest":"d1","document":{}})", 0});
  CHECK(client.storage.empty());
  CHECK(client.tree.children.empty());
}

}  // namespace tianbao::testing
