#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "shared/json/write.h"
#include "tests/support/reports.h"
#include "tests/wasm/app/fill.h"

namespace tianbao::testing {

TEST_CASE("a submission made without network waits, outlives the page and is sent when the server is back") {
  Client client = filled_client();
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

TEST_CASE("the list of reports says what was submitted, until it is changed, also after a new start") {
  Client client = filled_client();
  client.press("提交");
  const json::Value sent = *client.body_of("PUT", report_path).find("document");
  const std::string digest = client.accept();
  client.press("返回报表列表");
  CHECK(client.find("year.work-report.2019")->note == "已提交，2020-01-15 10:40");

  Client revived = signed_in_client(client.storage);
  CHECK(revived.find("year.work-report.2019")->note == "已提交，2020-01-15 10:40");
  revived.open(report_answer(sent, digest));
  revived.type("信息发布 总数", "16966");
  revived.press("返回报表列表");
  const std::string changed = "提交后有修改，还没有再次提交；上次提交于 2020-01-15 10:40";
  CHECK(revived.find("year.work-report.2019")->note == changed);
  revived.accept();
  CHECK(revived.find("year.work-report.2019")->note == changed);
}

TEST_CASE("a submission whose answer was lost is repeated as it was and gets its receipt") {
  Client client = filled_client();
  client.press("提交");
  const std::string first = client.requests.front().body;
  client.answer("PUT", report_path, 0);
  client.act(app::TimerFired{app::Timer::retry});
  CHECK(client.requests.front().body == first);
  client.accept();
  CHECK(client.text_of("receipt.number") == "回执编号：4305250009-2019-0001");
}

TEST_CASE("a submission that another day finds waiting is taken, and no draft goes after it") {
  Client client = filled_client();
  client.act(app::WentOffline{});
  client.press("提交");
  Client revived(client.storage);
  revived.start(false, "2020-01-16T08:00:00+08:00");
  revived.open_kept();
  CHECK(revived.state.report->document.context.today == "2020-01-16");
  revived.act(app::WentOnline{});
  revived.answer("GET", "/api/v1/session", 200, session_answer);
  while (!revived.requests.empty() && revived.requests.front().method != "PUT") {
    revived.answer(revived.requests.front().method, revived.requests.front().path, 304);
  }
  CHECK(*revived.body_of("PUT", report_path).find("intent")->as_string() == "submission");
  revived.accept();
  CHECK_FALSE(revived.has_request("PUT", report_path));
  revived.act(app::TimerFired{app::Timer::send_draft});
  CHECK_FALSE(revived.has_request("PUT", report_path));
}

TEST_CASE("changing a waiting submission withdraws it, as far as it has not gone out") {
  Client client = filled_client();
  const bool has_gone_out = GENERATE(false, true);
  if (has_gone_out) {
    client.press("提交");
    client.answer("PUT", report_path, 0);
  }
  client.act(app::WentOffline{});
  if (!has_gone_out) client.press("提交");
  client.type("信息发布 总数", "16966");
  const std::string said = client.text_of("page.notice");
  CHECK((said.find("可能已经送到服务器") != std::string::npos) == has_gone_out);
  CHECK((said.find("已撤回") != std::string::npos) == !has_gone_out);
  CHECK_FALSE(client.find("button.submit")->disabled);
  CHECK(client.tree.note == "网络不通，内容保存在本机。");
}

TEST_CASE("findings of the server are shown at their cells and go when the cell changes") {
  Client client = filled_client();
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

TEST_CASE("a finding that only the server has says why as the server has it") {
  Client client = filled_client();
  client.press("提交");
  // In any order; the second one says nothing of why.
  client.answer(
      "PUT", report_path, 422,
      R"({"status":422,"findings":[)"
      R"({"code":"E999","severity":"error","verdict":"fail","cells":["topics.opened"],"message":"有误"},)"
      R"({"code":"E998","severity":"error","verdict":"fail","cells":["release.total"],)"
      R"("message":"总数有误","why":{"asked":"总数 = 上年总数","formula":"16965 = 15000 ✗",)"
      R"("cells":[{"name":"release.total","label":"总数","value":"16965"},)"
      R"({"name":"prior.release.total","label":"上年总数","value":"15000"}],"source":"说明一"}}]})");
  CHECK(client.find("finding.E999.topics.opened") != nullptr);
  CHECK(client.find("why.E999.topics.opened") == nullptr);
  client.press("信息发布 总数 E998 为什么？");
  CHECK(client.text_of("why.E998.release.total.asked") == "应当：总数 = 上年总数");
  CHECK(client.text_of("why.E998.release.total.formula") == "算式：16965 = 15000 ✗");
  CHECK(client.text_of("why.E998.release.total.source") == "依据：说明一");
  const screen::Node* const cell = client.find_named(screen::Kind::link, "总数：16965");
  REQUIRE(cell != nullptr);
  CHECK(cell->target == "cell.release.total");
  CHECK(client.find_named(screen::Kind::text, "上年总数：15000") != nullptr);
}

TEST_CASE("a colleague's report of last year, met on submission, is asked for a 说明 that then holds") {
  // W124 compares with last year; this client knew of none when it was filled.
  json::Value answer = report_answer();
  std::string with_prior = json::to_compact(answer);
  const std::string prior =
      R"("prior":{"period":"2018","values":{"services":{"registered_users":99999999}}})";
  with_prior.replace(with_prior.find(R"("prior":null)"), 12, prior);
  Client client = filled_client();
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
  Client client = filled_client();
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
  Client client = filled_client();
  client.press("提交");
  client.answer("PUT", report_path, 422, R"({"status":422,"detail":"文件所用的表样本服务器没有。"})");
  CHECK(client.tree.note.find("文件所用的表样本服务器没有。") != std::string::npos);
}

TEST_CASE("what the server refuses for another reason is said, and not tried again by itself") {
  Client client = filled_client();
  client.press("提交");
  client.answer("PUT", report_path, 413, R"({"title":"内容过大","status":413,"detail":"报表超过 1 MB。"})");
  CHECK(client.tree.note == "服务器没有接受：报表超过 1 MB。 内容保存在本机。");
  client.act(app::TimerFired{app::Timer::send_draft});
  CHECK(client.requests.empty());
  client.type("信息发布 总数", "16966");
  client.act(app::TimerFired{app::Timer::send_draft});
  CHECK(client.has_request("PUT", report_path));
}

}  // namespace tianbao::testing
