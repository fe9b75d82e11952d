#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "tests/support/reports.h"
#include "tests/wasm/app/fill.h"
#include "wasm/app/members.h"
#include "wasm/app/requests.h"

namespace tianbao::testing {
namespace {

constexpr std::string_view draft_key = "draft/4305250009/work-report/2019";

/// 洞口县 2019, filled and explained, with nothing under way.
Client filled() {
  Client client;
  client.start();
  client.sign_in();
  client.open(report_answer());
  fill_fixture(client, "dongkou-2019");
  explain_warnings(client);
  return client;
}

/// The session that the server knows of 洞口县.
constexpr std::string_view session_answer =
    R"({"site":{"code":"4305250009","name":"洞口县人民政府","url":"","organiser":""}})";

}  // namespace

TEST_CASE("a draft is kept on the device at every keystroke and sent after a pause") {
  Client client;
  client.start();
  client.sign_in();
  client.open(report_answer());
  CHECK(client.tree.note == "还没有填写内容。");
  client.type("信息发布 总数", "1");
  REQUIRE(client.stored(draft_key) != nullptr);
  CHECK(client.tree.note == "已保存在本机。");
  CHECK(client.requests.empty());
  CHECK(client.draft_ms > 0);
  client.act(app::TimerFired{app::Timer::send_draft});
  const json::Value body = client.body_of("PUT", report_path);
  CHECK(*body.find("intent")->as_string() == "draft");
  client.type("信息发布 总数", "12");
  client.act(app::TimerFired{app::Timer::send_draft});
  CHECK(client.requests.size() == 1);
  const std::string taken = client.accept();
  // What was typed meanwhile follows, on top of what has been taken.
  CHECK(*client.body_of("PUT", report_path).find("parent")->as_string() == taken);
  client.accept();
  CHECK(client.tree.note == "已保存到服务器。");
  CHECK(client.requests.empty());
}

TEST_CASE("somebody who types without a pause does not keep the draft from being sent") {
  Client client;
  client.start();
  client.sign_in();
  client.open(report_answer());
  client.type("信息发布 总数", "1");
  CHECK(client.draft_ms > 0);
  client.draft_ms = 0;
  client.type("信息发布 总数", "12");
  CHECK(client.draft_ms == 0);  // set anew, the timer would never run out
  client.act(app::TimerFired{app::Timer::send_draft});
  client.accept();
  client.type("信息发布 总数", "123");
  CHECK(client.draft_ms > 0);
}

TEST_CASE("a submission made without network waits, outlives the page and is sent when the server is back") {
  Client client = filled();
  client.act(app::WentOffline{});
  CHECK(client.tree.note == "网络不通，内容保存在本机。");
  client.press("提交");
  CHECK(client.requests.empty());
  CHECK(client.tree.note.starts_with("待发送"));
  CHECK(client.find("button.submit")->disabled);

  Client revived(client.storage);
  revived.start(false, "2020-01-16T08:00:00+08:00");
  CHECK(revived.find("year.work-report.2019")->note == "待发送");
  revived.act(app::WentOnline{});
  revived.answer("GET", "/api/v1/session", 200, session_answer);
  REQUIRE(revived.has_request("PUT", report_path));
  const json::Value body = revived.body_of("PUT", report_path);
  CHECK(*body.find("intent")->as_string() == "submission");
  // As it was submitted: the same content gets the same receipt, whatever the day.
  CHECK(*body.find("document")->find("context")->find("today")->as_string() == "2020-01-15");
  while (!revived.requests.empty() && revived.requests.front().method != "PUT") {
    revived.answer(revived.requests.front().method, revived.requests.front().path, 304);
  }
  revived.accept();
  CHECK(revived.find("year.work-report.2019")->note == "已提交，2020-01-15 10:40");
  CHECK(revived.announced.back().find("0001") != std::string::npos);
}

TEST_CASE("a page that starts while the server is down finds it again without any event of the browser") {
  Client client = filled();
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
  Client client = filled();
  client.act(app::TimerFired{app::Timer::send_draft});
  client.accept();
  client.act(app::WentOffline{});
  client.act(app::TimerFired{app::Timer::retry});
  CHECK(client.tree.note == "网络不通，内容保存在本机。");
  client.answer("GET", "/api/v1/forms", 200, R"({"forms":[]})");
  CHECK(client.tree.note == "已保存到服务器。");
}

TEST_CASE("while the server is down it is asked again, ever more seldom") {
  Client client = filled();
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

TEST_CASE("a submission whose answer was lost is repeated as it was and gets its receipt") {
  Client client = filled();
  client.press("提交");
  const std::string first = client.requests.front().body;
  client.answer("PUT", report_path, 0);
  client.act(app::TimerFired{app::Timer::retry});
  CHECK(client.requests.front().body == first);
  client.accept();
  CHECK(client.text_of("receipt.number") == "回执编号：4305250009-2019-0001");
}

TEST_CASE("changing a waiting submission withdraws it") {
  Client client = filled();
  client.act(app::WentOffline{});
  client.press("提交");
  client.type("信息发布 总数", "16966");
  CHECK(client.find("page.notice") != nullptr);
  CHECK_FALSE(client.find("button.submit")->disabled);
  CHECK(client.tree.note == "网络不通，内容保存在本机。");
}

TEST_CASE("a session that ends in the middle asks to sign in again, and the request is repeated") {
  Client client = filled();
  client.press("提交");
  client.answer("PUT", report_path, 401);
  CHECK(client.asks_sign_in);
  REQUIRE(client.find("cell.release.total") != nullptr);
  CHECK(client.find("cell.release.total")->value == "16965");
  client.act(app::TimerFired{app::Timer::send_draft});
  CHECK(client.requests.empty());
  client.act(app::SignedIn{R"({"site":{"code":"4305250009","name":"洞口县人民政府"}})"});
  CHECK_FALSE(client.asks_sign_in);
  CHECK(*client.body_of("PUT", report_path).find("intent")->as_string() == "submission");
  client.accept();
  CHECK(client.text_of("receipt.number") == "回执编号：4305250009-2019-0001");
}

TEST_CASE("signing in as another site shows nothing of the first") {
  Client client = filled();
  client.press("提交");
  client.answer("PUT", report_path, 401);
  client.act(app::SignedIn{R"({"site":{"code":"3101150020","name":"高行镇人民政府"}})"});
  CHECK_FALSE(client.has_request("PUT", report_path));
  CHECK(client.find("cell.release.total") == nullptr);
  CHECK(client.text_of("site").find("高行镇") != std::string::npos);
  CHECK(client.find("year.work-report.2019")->note.empty());
  CHECK(client.stored(draft_key) != nullptr);
}

TEST_CASE("findings of the server are shown at their cells and go when the cell changes") {
  Client client = filled();
  client.press("提交");
  client.answer("PUT", report_path, 422,
                R"({"type":"about:blank","title":"核对没有通过","status":422,"findings":[)"
                R"({"code":"E999","severity":"error","verdict":"fail","cells":["release.total"],)"
                R"("message":"总数有误","parts":{},"explain":"none","explanation":"not_asked"},)"
                R"({"code":"E998","severity":"error","verdict":"fail","cells":["no.such"],"message":"?"}]})");
  CHECK(client.focus == "summary");
  CHECK(client.text_of("finding.E999.release.total") == "错误：总数有误");
  CHECK(client.find("cell.release.total")->invalid);
  CHECK(client.tree.note == "已保存在本机。");
  client.type("信息发布 总数", "16966");
  CHECK(client.find("finding.E999.release.total") == nullptr);
}

TEST_CASE("a colleague's report of last year, met on submission, is asked for a 说明 that then holds") {
  // W124 compares with last year; this client knew of none when it was filled.
  json::Value answer = report_answer();
  std::string with_prior = json::to_compact(answer);
  const std::string prior =
      R"("prior":{"period":"2018","values":{"services":{"registered_users":99999999}}})";
  with_prior.replace(with_prior.find(R"("prior":null)"), 12, prior);
  Client client = filled();
  client.press("提交");
  const std::string state = GENERATE("missing", "stale");
  client.answer("PUT", report_path, 422,
                R"({"status":422,"findings":[{"code":"W124","severity":"warning","verdict":"fail",)"
                R"("cells":["services.registered_users"],"message":"比上年少。","parts":{},)"
                R"("explain":"required","explanation":")" +
                    state + R"("}]})");
  CHECK(client.find("summary.W124.services.registered_users") != nullptr);
  client.answer("GET", report_path, 200, with_prior);
  explain_warnings(client);
  client.press("提交");
  const json::Value sent = *client.body_of("PUT", report_path).find("document");
  const auto read = document::read(sent, work_report());
  REQUIRE(read.ok());
  CHECK(read.value().context.prior_known == document::PriorKnown::present);
  const auto context = read.value().context;
  CHECK(check::may_submit(check::check(work_report(), read.value(), context).findings));
  const document::Explanation* const written =
      app::find_explanation(read.value(), "W124", "services.registered_users");
  REQUIRE(written != nullptr);
  CHECK(json::to_compact(written->values).find("prior.") != std::string::npos);
}

TEST_CASE("what the server judges otherwise is shown once, as the server has it") {
  Client client = filled();
  client.type("专栏专题 维护数量", "1");
  client.type("专栏专题 新开设数量", "3");
  explain_warnings(client);
  REQUIRE(client.state.report->document.explanations.size() == 1);
  const document::Explanation written = client.state.report->document.explanations.front();
  client.press("提交");
  client.answer(
      "PUT", report_path, 422,
      R"({"status":422,"findings":[{"code":")" + written.code +
          R"(","severity":"warning","verdict":"fail","cells":[")" + written.cell +
          R"("],"message":"说明已过时。","parts":{},"explain":"required","explanation":"stale"}]})");
  const std::string place = written.code + "." + written.cell;
  CHECK(client.text_of("finding." + place) == "提醒：说明已过时。");
  CHECK(client.text_of("summary.verdict") == "提交之前还有 1 处要改正或写明。");
  CHECK(client.find("keep." + place) != nullptr);
  client.act(app::from_event(client.state, "keep." + place, app::Event::press, ""));
  CHECK(client.find("keep." + place) == nullptr);
  client.press("提交");
  CHECK(client.requests.size() == 2);  // the context, and the submission
}

TEST_CASE("a refusal without findings is said in the server's words") {
  Client client = filled();
  client.press("提交");
  client.answer("PUT", report_path, 422, R"({"status":422,"detail":"文件所用的表样本服务器没有。"})");
  CHECK(client.tree.note.find("文件所用的表样本服务器没有。") != std::string::npos);
}

TEST_CASE("what the server refuses for another reason is said, and not tried again by itself") {
  Client client = filled();
  client.press("提交");
  client.answer("PUT", report_path, 413, R"({"title":"内容过大","status":413,"detail":"报表超过 1 MB。"})");
  CHECK(client.tree.note == "服务器没有接受：报表超过 1 MB。 内容保存在本机。");
  client.act(app::TimerFired{app::Timer::send_draft});
  CHECK(client.requests.empty());
  client.type("信息发布 总数", "16966");
  client.act(app::TimerFired{app::Timer::send_draft});
  CHECK(client.has_request("PUT", report_path));
}

TEST_CASE("a report that was never opened before can be begun without network") {
  Client first;
  first.start();
  first.sign_in();
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
  client.act(app::SignedIn{R"({"site":{"code":"4305250009","name":"洞口县人民政府"}})"});
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

TEST_CASE("what is not the server's answer is believed for nothing, and asked for again") {
  // A network's sign-in page arrives as status 0 (wasm/web/network.js); this is what is JSON all the same.
  const std::string_view body = GENERATE(
      R"(<html>上网认证</html>)", "", "[]", "{}", R"({"digest":)", R"({"digest":"","receipt":null})",
      R"({"digest":"d1","receipt":null})", R"({"digest":"d1","receipt":{"number":1,"digest":"d1"}})");
  const int status = GENERATE(200, 201, 204, 409);
  // Whatever names another version than ours is for the clerk to compare.
  if (status == 409 && body.find("d1") != std::string_view::npos) return;
  INFO(status << " " << body);
  Client client = filled();
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
  Client client = filled();
  client.press("提交");
  const std::string digest = app::canonical_digest(*client.body_of("PUT", report_path).find("document"));
  const std::string receipt =
      GENERATE("null", R"({"number":0})", R"({"number":1,"digest":"0000"})", R"("0001")");
  client.answer("PUT", report_path, 200, R"({"digest":")" + digest + R"(","receipt":)" + receipt + "}");
  CHECK(client.tree.note.starts_with("待发送"));
}

TEST_CASE("a list of forms that is none takes nothing away") {
  Client client;
  client.start();
  client.sign_in();
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

TEST_CASE("a client that began without network is signed in when the server says so, not before") {
  Client first;
  first.start();
  first.sign_in();
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

TEST_CASE("a new day is the server's to tell, and the device's when there is no server") {
  Client client;
  client.start();
  client.sign_in();
  client.open(report_answer());
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

TEST_CASE("a storage that does not hold is said at once") {
  Client client;
  client.start();
  client.sign_in();
  client.open(report_answer());
  client.storage_works = false;
  client.type("信息发布 总数", "1");
  CHECK(client.tree.note.find("保存到文件") != std::string::npos);
  CHECK(client.tree.tone == screen::Tone::error);
}

TEST_CASE("one act takes drafts, queue and sign-in off the device, after asking once") {
  Client client = filled();
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

  Client next(client.storage);
  next.start();
  next.sign_in();
  CHECK(next.find("year.work-report.2019")->note.empty());
  CHECK_FALSE(next.has_request("PUT", report_path));
}

TEST_CASE("what could not be cleared is said, with what to do") {
  Client client = filled();
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

TEST_CASE("an answer that nobody waits for any more changes nothing") {
  Client client = filled();
  client.press("提交");
  const app::Request request = client.requests.front();
  client.press("清除本机数据");
  client.press("确定清除");
  client.act(app::Answered{request.tag, 409, R"({"digest":"d1","document":{}})", 0});
  CHECK(client.storage.empty());
  CHECK(client.tree.children.empty());
}

TEST_CASE("the server's copy of a draft whose answer was lost is our own and no conflict") {
  Client client;
  client.start();
  client.sign_in();
  client.open(report_answer());
  client.type("信息发布 总数", "1");
  client.act(app::TimerFired{app::Timer::send_draft});
  const json::Value sent = *client.body_of("PUT", report_path).find("document");
  // The page dies before the answer comes.
  Client revived(client.storage);
  revived.start();
  revived.sign_in();
  revived.open(report_answer(sent, app::canonical_digest(sent)));
  CHECK(revived.find("versions") == nullptr);
  CHECK(revived.find("cell.release.total")->value == "1");
  revived.type("信息发布 总数", "12");
  revived.act(app::TimerFired{app::Timer::send_draft});
  CHECK(*revived.body_of("PUT", report_path).find("parent")->as_string() == app::canonical_digest(sent));
}

TEST_CASE("a draft that met a 409 with its own lost copy goes on from that") {
  Client client;
  client.start();
  client.sign_in();
  client.open(report_answer());
  client.type("信息发布 总数", "1");
  client.act(app::TimerFired{app::Timer::send_draft});
  const std::string lost = app::canonical_digest(*client.body_of("PUT", report_path).find("document"));
  client.answer("PUT", report_path, 0);
  client.type("信息发布 总数", "12");
  client.act(app::TimerFired{app::Timer::retry});
  client.answer("PUT", report_path, 409, R"({"digest":")" + lost + R"(","document":{},"cells":[]})");
  CHECK(*client.body_of("PUT", report_path).find("parent")->as_string() == lost);
  client.accept();
  CHECK(client.tree.note == "已保存到服务器。");
}

TEST_CASE("a server that has nothing any more, as after a restored backup, is given what is here") {
  Client client;
  client.start();
  client.sign_in();
  client.open(report_answer());
  client.type("信息发布 总数", "1");
  client.act(app::TimerFired{app::Timer::send_draft});
  client.accept();
  client.type("信息发布 总数", "12");
  client.act(app::TimerFired{app::Timer::send_draft});
  client.answer("PUT", report_path, 409, R"({"digest":"","document":null,"cells":[]})");
  CHECK(client.body_of("PUT", report_path).find("parent")->as_string()->empty());
  client.accept();
  CHECK(client.tree.note == "已保存到服务器。");
  CHECK(client.find("cell.release.total")->value == "12");
}

}  // namespace tianbao::testing
