#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/wasm/app/client.h"
#include "wasm/app/members.h"

namespace tianbao::testing {

TEST_CASE("a draft is kept on the device at every keystroke and sent after a pause") {
  Client client = opened_client();
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
  Client client = opened_client();
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

TEST_CASE("a storage that does not hold is said at once") {
  Client client = opened_client();
  client.storage_works = false;
  client.type("信息发布 总数", "1");
  CHECK(client.tree.note.find("保存到文件") != std::string::npos);
  CHECK(client.tree.tone == screen::Tone::error);
}

TEST_CASE("the server's copy of a draft whose answer was lost is our own and no conflict") {
  Client client = opened_client();
  client.type("信息发布 总数", "1");
  client.act(app::TimerFired{app::Timer::send_draft});
  const json::Value sent = *client.body_of("PUT", report_path).find("document");
  // The page dies before the answer comes.
  Client revived = opened_client(report_answer(sent, app::canonical_digest(sent)), client.storage);
  CHECK(revived.find("versions") == nullptr);
  CHECK(revived.find("cell.release.total")->value == "1");
  revived.type("信息发布 总数", "12");
  revived.act(app::TimerFired{app::Timer::send_draft});
  CHECK(*revived.body_of("PUT", report_path).find("parent")->as_string() == app::canonical_digest(sent));
}

TEST_CASE("a draft that met a 409 with its own lost copy goes on from that") {
  Client client = opened_client();
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
  Client client = opened_client();
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
