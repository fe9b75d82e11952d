#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <string>

#include "shared/json/write.h"
#include "tests/wasm/app/fill.h"
#include "wasm/app/members.h"

namespace tianbao::testing {
namespace {

/// What `from` has written is there for `to`, which the browser may tell it.
void share(const Client& from, Client& to, bool is_told = false) {
  to.storage = from.storage;
  if (is_told) to.act(app::LocalSaved{std::string(draft_key), app::SaveResult::elsewhere});
}

/// A tab that opens the report some minutes later, and so writes its record anew without changing it.
Client later_tab(const Client& earlier, const json::Value& report = report_answer()) {
  Client tab(earlier.storage);
  tab.start(true, "2020-01-15T10:40:00+08:00");
  tab.sign_in();
  tab.open(report);
  CHECK(*tab.stored(draft_key) != *earlier.stored(draft_key));
  return tab;
}

/// A filled report that the server has as a draft, and what it answers to whoever opens it.
json::Value send_draft(Client& client) {
  client.act(app::TimerFired{app::Timer::send_draft});
  json::Value document = *client.body_of("PUT", report_path).find("document");
  const std::string digest = client.accept();
  return report_answer(std::move(document), digest);
}

}  // namespace

TEST_CASE("of two tabs with one report, the one that comes too late writes nothing and says so") {
  Client first = opened_client();
  first.type("信息发布 总数", "1");
  Client second = opened_client(report_answer(), first.storage);
  second.type("信息发布 总数", "12");
  const bool is_told = GENERATE(true, false);
  share(second, first, is_told);
  const std::string kept = *second.stored(draft_key);
  if (!is_told) first.type("信息发布 概况类信息更新量", "7");
  CHECK(*first.stored(draft_key) == kept);
  CHECK(first.text_of("elsewhere").find("另一个标签页") != std::string::npos);
  CHECK(first.tree.tone == screen::Tone::error);
  CHECK(first.focus == "page.title");
  CHECK(first.find("cell.release.overview")->disabled);
  CHECK(first.find("button.submit")->disabled);
  CHECK(first.find("option.basic.site_kind.portal")->disabled);

  // Nothing of it goes anywhere.
  first.act(app::from_event(first.state, "cell.release.news", app::Event::input, "9"));
  first.act(app::TimerFired{app::Timer::send_draft});
  first.act(app::WentOnline{});
  CHECK(first.requests.empty());
  CHECK(*first.stored(draft_key) == kept);

  first.press("改在本页填写");
  first.answer("GET", report_path, 200, json::to_compact(report_answer()));
  if (!is_told) {
    CHECK(first.text_of("version.1.theirs") == "本页的：7");
    first.press("不用本页的");
  }
  CHECK(first.find("cell.release.total")->value == "12");
  CHECK_FALSE(first.find("cell.release.total")->disabled);
  first.type("信息发布 总数", "123");
  share(first, second, true);
  CHECK(second.text_of("elsewhere").find("另一个标签页") != std::string::npos);
}

TEST_CASE("a tab that changes nothing any more still says why") {
  Client first = opened_client();
  first.type("专栏专题 维护数量", "1");
  first.type("专栏专题 新开设数量", "3");
  Client second = opened_client(report_answer(), first.storage);
  second.type("信息发布 总数", "12");
  share(second, first, true);
  REQUIRE(first.find("elsewhere") != nullptr);
  CHECK(first.find("explain.W102.topics.opened")->disabled);
  CHECK_FALSE(first.find("why.W102.topics.opened")->disabled);
  first.press("专栏专题 新开设数量 W102 为什么？");
  CHECK(first.text_of("why.W102.topics.opened.formula") == "算式：3 ≤ 1 ✗");
}

TEST_CASE("a tab that only opens or sends the report takes it from nobody") {
  Client first = opened_client();
  first.type("信息发布 总数", "1");
  Client second = opened_client(report_answer(), first.storage);
  REQUIRE(second.has_request("PUT", report_path));
  second.accept();
  share(second, first, GENERATE(true, false));
  first.type("信息发布 总数", "12");
  first.type("信息发布 总数", "123");
  CHECK_FALSE(first.find("cell.release.total")->disabled);
  CHECK(first.tree.note == "已保存在本机。");
}

TEST_CASE("a tab that takes over shows what it had itself, and throws nothing of it away unasked") {
  Client first = opened_client();
  first.type("信息发布 总数", "1");
  Client second = opened_client(report_answer(), first.storage);
  second.type("信息发布 总数", "12");
  share(second, first);
  first.type("信息发布 概况类信息更新量", "7");
  if (GENERATE(false, true)) {
    first.press("返回报表列表");
    share(second, first, true);
    first.press("政府网站工作年度报表 2019年度");
  } else {
    first.press("改在本页填写");
  }
  if (GENERATE(false, true)) {
    first.answer("GET", report_path, 404);
    first.press("重试");
  }
  first.answer("GET", report_path, 200, json::to_compact(report_answer()));
  REQUIRE(first.find("version.1") != nullptr);
  CHECK(first.text_of("version.0.mine") == "另一页的：12");
  CHECK(first.text_of("version.0.theirs") == "本页的：1");
  CHECK(first.text_of("version.1.mine") == "另一页的：（空）");
  first.choose("信息发布 总数", "另一页的：12");
  first.choose("信息发布 概况类信息更新量", "本页的：7");
  first.press("按所选合为一份");
  CHECK(first.find("cell.release.total")->value == "12");
  CHECK(first.find("cell.release.overview")->value == "7");
  CHECK(first.stored(draft_key)->find(R"("overview":7)") != std::string::npos);
}

TEST_CASE("a submission is not lost to a tab that only opens the report") {
  Client first = filled_client();
  const json::Value report = send_draft(first);
  Client second = later_tab(first, report);
  share(second, first);
  first.act(app::WentOffline{});
  const bool is_told = GENERATE(false, true);
  first.holds_storage = true;
  if (is_told) share(second, first, true);
  first.press("提交");
  first.release_storage();
  CHECK(first.tree.note.starts_with("待发送"));
  const json::Value kept = app::parse_or_null(*first.stored(draft_key));
  CHECK(app::same_answers(app::member(kept, "pending_submission"), app::member(report, "document")));
  first.act(app::WentOnline{});
  CHECK(*first.body_of("PUT", report_path).find("intent")->as_string() == "submission");
  share(first, second, true);
  CHECK(second.find("elsewhere") == nullptr);
  first.accept();
  CHECK(first.text_of("receipt.number") == "回执编号：4305250009-2019-0001");
  CHECK(first.requests.empty());
}

TEST_CASE("a tab whose submission comes too late says that it may not have arrived") {
  Client first = filled_client();
  send_draft(first);
  Client second = opened_client(report_answer(), first.storage);
  second.type("信息发布 总数", "16966");
  first.holds_storage = true;
  share(second, first, true);
  first.press("提交");
  CHECK(first.tree.note == "正在提交……");
  first.release_storage();
  CHECK(first.find("elsewhere") != nullptr);
  CHECK(first.text_of("page.notice").find("可能没有送达") != std::string::npos);
  first.press("返回报表列表");
  first.act(app::TimerFired{app::Timer::retry});
  CHECK_FALSE(first.has_request("PUT", report_path));
}

TEST_CASE(
    "a change takes back what another tab has submitted meanwhile, and says what may have become of it") {
  Client first = filled_client();
  const json::Value report = send_draft(first);
  Client second = later_tab(first, report);
  const bool is_online = GENERATE(true, false);
  if (!is_online) second.act(app::WentOffline{});
  second.press("提交");
  CHECK(second.has_request("PUT", report_path) == is_online);
  share(second, first);
  first.type("信息发布 总数", "16966");
  CHECK(first.find("elsewhere") == nullptr);
  const std::string said = first.text_of("page.notice");
  CHECK((said.find("可能已经送到服务器") != std::string::npos) == is_online);
  CHECK((said.find("已撤回") != std::string::npos) == !is_online);
  CHECK(first.stored(draft_key)->find(R"("pending_submission":null)") != std::string::npos);
}

TEST_CASE(
    "what another tab has opened is held against what was kept by then, not against what was typed since") {
  Client first = opened_client();
  first.holds_storage = true;
  first.type("信息发布 总数", "1");
  first.type("信息发布 总数", "12");
  first.let_storage(1);
  const Client second = later_tab(first);
  share(second, first);
  first.release_storage();
  CHECK(first.find("elsewhere") == nullptr);
  CHECK(first.find("cell.release.total")->value == "12");
  CHECK(first.stored(draft_key)->find(R"("total":12)") != std::string::npos);
}

TEST_CASE("a report is opened as another tab has left it, not as it was at the sign-in") {
  Client second = signed_in_client();
  Client first = opened_client();
  first.type("信息发布 总数", "1");
  share(first, second);
  second.open(report_answer());
  CHECK(second.find("cell.release.total")->value == "1");
  second.type("信息发布 总数", "12");
  CHECK_FALSE(second.find("cell.release.total")->disabled);
}

TEST_CASE("a device that another tab clears is cleared here too") {
  Client tab = opened_client();
  tab.type("信息发布 总数", "1");
  tab.storage.clear();
  tab.act(app::LocalCleared{});
  CHECK(tab.tree.children.empty());
  CHECK(tab.asks_sign_in);
  tab.act(app::TimerFired{app::Timer::send_draft});
  tab.act(app::TimerFired{app::Timer::retry});
  CHECK(tab.storage.empty());
}

TEST_CASE("what this device could not keep is not replaced by what it kept before") {
  Client client = opened_client();
  client.type("信息发布 总数", "1");
  client.storage_works = false;
  client.type("信息发布 总数", "12");
  client.press("返回报表列表");
  client.requests.clear();
  client.state.in_flight.clear();
  client.open(report_answer());
  CHECK(client.find("cell.release.total")->value == "12");
}

TEST_CASE("what is read late does not undo what has been written since") {
  Client client = filled_client();
  client.press("提交");
  client.press("返回报表列表");
  client.holds_storage = true;
  client.act(app::WentOnline{});  // reads again what waits
  client.accept();
  client.release_storage();
  CHECK(client.find("year.work-report.2019")->note.starts_with("已提交"));
  CHECK_FALSE(client.has_request("PUT", report_path));
}

TEST_CASE("a submission that another tab has withdrawn is not sent from the list") {
  Client first = filled_client();
  first.act(app::WentOffline{});
  first.press("提交");
  Client second = signed_in_client(first.storage);
  second.answer("PUT", report_path, 0);
  first.type("信息发布 总数", "16966");
  share(first, second);
  second.act(app::TimerFired{app::Timer::retry});
  CHECK_FALSE(second.has_request("PUT", report_path));
  CHECK(second.find("year.work-report.2019")->note.starts_with("本机有草稿"));
}

}  // namespace tianbao::testing
