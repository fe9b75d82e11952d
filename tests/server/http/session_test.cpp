#include <algorithm>
#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "server/http/limits.h"
#include "server/store/register.h"
#include "server/store/secret.h"
#include "tests/server/http/test_server.h"

namespace tianbao::testing {

namespace {

httplib::Result try_sign_in(const TestServer& server, const std::string& code, const std::string& secret,
                            const httplib::Headers& headers = {}) {
  return server.client().Post("/api/v1/session", headers,
                              R"({"code":")" + code + R"(","secret":")" + secret + "\"}", "application/json");
}

/// Counts the hashes that a server computes, and holds them up when told to.
struct Hashes {
  std::mutex mutex;
  std::condition_variable changed;
  bool held = false;
  int under_way = 0;
  int most_under_way = 0;
  int done = 0;

  bool compute(const std::string& hash, std::string_view secret) {
    std::unique_lock<std::mutex> lock(mutex);
    most_under_way = std::max(most_under_way, ++under_way);
    changed.notify_all();
    changed.wait(lock, [this] { return !held; });
    lock.unlock();
    const bool matches = store::secret_matches(hash, secret);
    lock.lock();
    --under_way;
    ++done;
    return matches;
  }
  void release() {
    const std::lock_guard<std::mutex> guard(mutex);
    held = false;
    changed.notify_all();
  }
};

/// The one that the service under test counts in: its seam is a plain function.
Hashes* counted = nullptr;

void count_hashes(TestServer& server, Hashes& hashes) {
  counted = &hashes;
  server.service().secret_matches = [](const std::string& hash, std::string_view secret) {
    return counted->compute(hash, secret);
  };
}

httplib::Result read_session(const TestServer& server, const httplib::Headers& headers) {
  return server.client().Get("/api/v1/session", headers);
}

}  // namespace

TEST_CASE("What the register has of a site's 备案号 comes with the sign-in and with its reports") {
  const TestServer server;
  auto record = store::read_site(server.data(), dongkou).value();
  record->site.icp_number = "湘ICP备09023995号";
  REQUIRE_FALSE(store::write_site(server.data(), *record).has_value());
  const auto session = try_sign_in(server, dongkou, right_secret);
  REQUIRE(session);
  const std::string facts = R"("organiser":"洞口县人民政府","icp_number":"湘ICP备09023995号"})";
  CHECK(session->body.find(facts) != std::string::npos);
  const auto report =
      server.client().Get("/api/v1/reports/work-report/2019/4305250009",
                          {{"Cookie", session->get_header_value("Set-Cookie").substr(0, 16 + 64)}});
  REQUIRE(report);
  CHECK(report->status == 200);
  CHECK(report->body.find(facts) != std::string::npos);
}

TEST_CASE("Signing in gives the site and a cookie that scripts and other sites cannot use") {
  const TestServer server;
  const auto result = try_sign_in(server, dongkou, right_secret);
  REQUIRE(result);
  CHECK(result->status == 200);
  CHECK(result->body ==
        R"({"site":{"code":"4305250009","name":"洞口县人民政府","url":"http://www.dongkou.gov.cn",)"
        R"("organiser":"洞口县人民政府"}})");
  const std::string cookie = result->get_header_value("Set-Cookie");
  CHECK(cookie.rfind("tianbao_session=", 0) == 0);
  CHECK(cookie.substr(cookie.find(';')) == "; Path=/api; HttpOnly; SameSite=Strict");
  CHECK(cookie.find(';') == std::string("tianbao_session=").size() + 64);
  const auto again = try_sign_in(server, dongkou, right_secret, {{"X-Forwarded-Proto", "https"}});
  REQUIRE(again);
  CHECK(again->get_header_value("Set-Cookie").find("; Secure") != std::string::npos);
  CHECK(again->get_header_value("Set-Cookie") != cookie);
  CHECK(read_session(server, {{"Cookie", "a=b; " + cookie.substr(0, cookie.find(';')) + "; c=d"}})->body ==
        result->body);
}

TEST_CASE("The code and the secret are understood as people type them") {
  const TestServer server;
  CHECK(try_sign_in(server, " ４３０５２５０００９ ", "7kqf m2xw 9hrt c4bn")->status == 200);
}

TEST_CASE("An unknown code and a wrong secret get the same answer for the same work") {
  TestServer server;
  Hashes hashes;
  count_hashes(server, hashes);
  const auto wrong = try_sign_in(server, dongkou, "AAAA-AAAA-AAAA-AAAA");
  const auto unknown = try_sign_in(server, "1100000088", right_secret);
  const auto no_code = try_sign_in(server, "../../etc", right_secret);
  CHECK(problem_code(wrong, 401) == "wrong_code_or_secret");
  REQUIRE(unknown);
  REQUIRE(no_code);
  CHECK(unknown->status == 401);
  CHECK(unknown->body == wrong->body);
  CHECK(no_code->body == wrong->body);
  CHECK_FALSE(wrong->has_header("Set-Cookie"));
  CHECK(hashes.done == 3);
}

TEST_CASE("After repeated failures a code is slowed, known or not, and the right secret has to wait too") {
  const TestServer server;
  for (const char* const code : {dongkou, "1100000088"}) {
    for (int i = 0; i < 5; ++i) CHECK(try_sign_in(server, code, "wrong")->status == 401);
    const auto slowed = try_sign_in(server, code, right_secret);
    CHECK(problem_code(slowed, 429) == "too_many_attempts");
    CHECK(slowed->get_header_value("Retry-After") == "20");
  }
  CHECK(try_sign_in(server, gaohang, right_secret)->status == 200);
  TestServer::set_clock(noon_of_2020_01_15 + 20);
  CHECK(try_sign_in(server, dongkou, right_secret)->status == 200);
}

TEST_CASE("A stranger who fails in a unit's name keeps nobody but himself out") {
  const TestServer server;
  const httplib::Headers stranger = {{"X-Forwarded-For", "203.0.113.7"}};
  for (int i = 0; i < 5; ++i) CHECK(try_sign_in(server, dongkou, "wrong", stranger)->status == 401);
  CHECK(try_sign_in(server, dongkou, right_secret, stranger)->status == 429);
  CHECK(try_sign_in(server, dongkou, right_secret, {{"X-Forwarded-For", "203.0.113.8"}})->status == 200);
  CHECK(try_sign_in(server, dongkou, right_secret, stranger)->status == 429);
}

TEST_CASE(
    "An address that tries code after code is slowed; a proxy on this machine says whose address it is") {
  const TestServer server;
  const httplib::Headers attacker = {{"X-Forwarded-For", "10.0.0.1, 203.0.113.7"}};
  int answered_401 = 0;
  for (int i = 0; i < 40; ++i) {
    const auto result = try_sign_in(server, std::to_string(1100000000 + i), "wrong", attacker);
    REQUIRE(result);
    if (result->status == 401) ++answered_401;
  }
  CHECK(answered_401 == 30);
  CHECK(try_sign_in(server, dongkou, right_secret, attacker)->status == 429);
  CHECK(try_sign_in(server, dongkou, right_secret, {{"X-Forwarded-For", "203.0.113.7, 10.0.0.1"}})->status ==
        200);
}

TEST_CASE(
    "An office behind one address that mistypes all morning is not locked out; a guesser there is slowed") {
  const TestServer server;
  const httplib::Headers office = {{"X-Forwarded-For", "203.0.113.7"}};
  for (int minute = 0; minute < 40; ++minute) {
    TestServer::set_clock(noon_of_2020_01_15 + minute * 60L);
    REQUIRE(try_sign_in(server, std::to_string(1100000000 + minute), "wrong", office)->status == 401);
  }
  TestServer::set_clock(noon_of_2020_01_15 + 40 * 60L);
  CHECK(try_sign_in(server, dongkou, right_secret, office)->status == 200);
  int judged = 0;
  for (int i = 0; i < 60; ++i) {
    if (try_sign_in(server, std::to_string(1200000000 + i), "wrong", office)->status == 401) ++judged;
  }
  CHECK(judged == 30);
  const auto slowed = try_sign_in(server, dongkou, right_secret, office);
  CHECK(problem_code(slowed, 429) == "too_many_attempts");
  CHECK(slowed->get_header_value("Retry-After") == "5");
  TestServer::set_clock(noon_of_2020_01_15 + 40 * 60L + 5);
  CHECK(try_sign_in(server, dongkou, right_secret, office)->status == 200);
}

TEST_CASE("A session ends by signing out, by idling, by age, by a new secret and by a restart") {
  TestServer server;
  const auto first = server.sign_in();
  const auto out = server.client().Delete("/api/v1/session", first);
  REQUIRE(out);
  CHECK(out->status == 204);
  CHECK(out->body.empty());
  CHECK_FALSE(out->has_header("Content-Length"));
  CHECK(out->get_header_value("Set-Cookie").find("Max-Age=0") != std::string::npos);
  CHECK(problem_code(read_session(server, first), 401) == "not_signed_in");

  const auto idle = server.sign_in();
  TestServer::set_clock(noon_of_2020_01_15 + http::session_idle_seconds);
  CHECK(read_session(server, idle)->status == 200);
  TestServer::set_clock(noon_of_2020_01_15 + 2L * http::session_idle_seconds + 1);
  CHECK(read_session(server, idle)->status == 401);

  const auto busy = server.sign_in();
  for (int hour = 4; hour <= 16; ++hour) {
    TestServer::set_clock(noon_of_2020_01_15 + hour * 3600L + 1);
    CHECK(read_session(server, busy)->status == 200);
  }
  TestServer::set_clock(noon_of_2020_01_15 + 16L * 3600 + 2);
  CHECK(read_session(server, busy)->status == 401);

  const auto reset = server.sign_in();
  auto record = store::read_site(server.data(), dongkou).value();
  REQUIRE(record.has_value());
  record->secret_hash = store::hash_secret("NEWS-ECRE-TNEW-SECR").value_or("");
  REQUIRE_FALSE(store::write_site(server.data(), *record).has_value());
  CHECK(read_session(server, reset)->status == 401);
  const auto renewed = server.sign_in(dongkou, "NEWS-ECRE-TNEW-SECR");
  CHECK(read_session(server, renewed)->status == 200);

  server.restart();
  CHECK(read_session(server, renewed)->status == 401);
}

TEST_CASE("A made-up cookie is no session") {
  const TestServer server;
  for (const std::string& cookie :
       {std::string(), std::string("tianbao_session="),
        std::string("tianbao_session=") + std::string(64, '0'), "tianbao_session=" + std::string(5000, 'a'),
        std::string("xtianbao_session=1"), std::string(";;;=;")}) {
    CHECK(read_session(server, {{"Cookie", cookie}})->status == 401);
  }
}

TEST_CASE("What another site's page sends is refused, from the same site and from programs it is taken") {
  const TestServer server;
  const std::string host = "127.0.0.1:" + std::to_string(server.port());
  struct Case {
    httplib::Headers headers;
    bool is_refused;
  };
  for (const Case& sample :
       {Case{{}, false}, Case{{{"Origin", "http://" + host}}, false},
        Case{{{"Origin", "https://" + host}}, false}, Case{{{"Sec-Fetch-Site", "same-origin"}}, false},
        Case{{{"Origin", "http://evil.example"}}, true}, Case{{{"Origin", "null"}}, true},
        Case{{{"Origin", "http://" + host + ".evil.example"}}, true},
        Case{{{"Sec-Fetch-Site", "cross-site"}}, true}, Case{{{"Sec-Fetch-Site", "same-site"}}, true},
        Case{{{"Sec-Fetch-Site", "cross-site"}, {"Origin", "http://" + host}}, true}}) {
    const auto result = try_sign_in(server, dongkou, right_secret, sample.headers);
    REQUIRE(result);
    CHECK(result->status == (sample.is_refused ? 403 : 200));
    if (sample.is_refused) CHECK(problem_code(result, 403) == "cross_site");
  }
}

TEST_CASE("A sign-in that is no JSON of a code and a secret is malformed") {
  const TestServer server;
  for (const char* const type : {"text/plain", "application/x-www-form-urlencoded",
                                 "multipart/form-data; boundary=x", "application/jsonp"}) {
    CHECK(problem_code(server.client().Post("/api/v1/session", "{}", type), 415) == "not_json");
  }
  CHECK(problem_code(server.client().Post("/api/v1/session", "{}", "application/json; charset=utf-8"), 400) ==
        "malformed");
  for (const char* const body :
       {"[]", "{}", R"({"code":1,"secret":"x"})", R"({"code":"4305250009","secret":null})",
        R"({"code":"4305250009","secret":"x","admin":true})"}) {
    INFO(body);
    CHECK(problem_code(server.client().Post("/api/v1/session", body, "application/json"), 400) ==
          "malformed");
  }
  CHECK(problem_code(try_sign_in(server, std::string(65, '1'), "x"), 400) == "malformed");
  CHECK(problem_code(try_sign_in(server, dongkou, std::string(5000, 'x')), 413) == "body_too_large");
}

TEST_CASE("Those who are signed in are served while others wait for their hash, and too many are told so") {
  TestServer server;
  const auto headers = server.sign_in();
  Hashes hashes;
  hashes.held = true;
  count_hashes(server, hashes);
  constexpr int allowed = http::max_concurrent_hashes + http::max_waiting_hashes;
  constexpr int too_many = 6;
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  std::atomic<int> busy = 0;
  for (int i = 0; i < allowed + too_many; ++i) {
    threads.emplace_back([&, i] {
      const auto result = try_sign_in(server, std::to_string(1100000000 + i), "wrong");
      if (result && result->status == 401) ++wrong;
      if (result && result->status == 503 && result->get_header_value("Retry-After") == "2") ++busy;
      const std::lock_guard<std::mutex> guard(hashes.mutex);
      hashes.changed.notify_all();
    });
  }
  {
    // With two hashes held and sixteen waiting, all others are answered; that may be before the two have
    // begun.
    std::unique_lock<std::mutex> lock(hashes.mutex);
    hashes.changed.wait_for(lock, std::chrono::seconds(20), [&] {
      return busy == too_many && hashes.under_way == http::max_concurrent_hashes;
    });
    CHECK(hashes.under_way == http::max_concurrent_hashes);
  }
  CHECK(busy == too_many);
  const auto session = read_session(server, headers);
  hashes.release();
  for (std::thread& thread : threads) thread.join();
  CHECK((session && session->status == 200));
  CHECK(wrong == allowed);
  CHECK(busy == too_many);
  CHECK(hashes.done == allowed);
  CHECK(hashes.most_under_way == http::max_concurrent_hashes);
}

}  // namespace tianbao::testing
