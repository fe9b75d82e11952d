#include "server/http/limits.h"

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "server/http/address.h"
#include "server/http/connection.h"
#include "server/http/endpoint.h"
#include "server/http/sessions.h"
#include "server/http/static_files.h"
#include "server/http/throttle.h"
#include "server/store/secret.h"
#include "tests/server/http/peer.h"
#include "tests/server/http/test_server.h"

namespace tianbao::testing {

namespace {

/// Status line's code and the problem's code of a raw answer.
std::string status_of(const std::string& answer) {
  return answer.size() > 12 ? answer.substr(9, 3) : answer;
}

}  // namespace

TEST_CASE("A body over the limit is refused whether its length is said before or not") {
  const TestServer server;
  auto headers = server.sign_in();
  const std::string body(http::max_body_bytes + 1, ' ');
  CHECK(problem_code(server.client().Put(report_path, headers, body, "application/json"), 413) ==
        "body_too_large");
  const auto chunked = server.client().Put(
      report_path, headers,
      [&](std::size_t, httplib::DataSink& sink) {
        sink.write(body.data(), body.size());
        sink.done();
        return true;
      },
      "application/json");
  CHECK(problem_code(chunked, 413) == "body_too_large");
  // Up to the limit it is read, and judged.
  CHECK(problem_code(server.client().Put(report_path, headers, body.substr(1), "application/json"), 400) ==
        "json_syntax");
  headers.emplace("Content-Encoding", "gzip");
  CHECK(server.client().Put(report_path, headers, "{}", "application/json")->status == 415);
}

TEST_CASE("Headers and addresses over the limit are refused with an answer that says so") {
  const TestServer server;
  const std::string long_text(http::max_header_bytes, 'a');
  CHECK(problem_code(server.client().Get("/", {{"X-Long", long_text}}), 431) == "header_too_large");
  httplib::Headers many;
  for (int i = 0; i < 2000; ++i) many.emplace("X-" + std::to_string(i), "12345678");
  CHECK(problem_code(server.client().Get("/", many), 431) == "header_too_large");
  CHECK(problem_code(server.client().Get("/" + std::string(http::max_uri_bytes, 'a')), 414) ==
        "uri_too_long");
  const std::string endless = server.raw("GET /" + long_text + long_text);
  CHECK(status_of(endless) == "414");
  CHECK(endless.find("application/problem+json") != std::string::npos);
  CHECK(endless.find("Content-Security-Policy") != std::string::npos);
}

TEST_CASE("A request that does not come to its end in time is answered and closed") {
  const TestServer server(http::Deadlines{.header_ms = 100,
                                          .body_start_ms = 100,
                                          .slowest_body_bytes_per_second = 100'000'000,
                                          .response_ms = 10'000});
  const std::string cookie = server.sign_in().find("Cookie")->second;
  const std::string put = "PUT " + std::string(report_path) +
                          " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nCookie: " + cookie;
  for (const std::string& unfinished :
       {std::string("GET / HT"), std::string("GET / HTTP/1.1\r\nHost: x\r\nX-Slow: "),
        put + "\r\nContent-Length: 1000\r\n\r\n{", put + "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"}) {
    INFO(unfinished);
    const std::string answer = server.raw(unfinished);
    CHECK(status_of(answer) == "408");
    CHECK(answer.find("urn:tianbao:problem:timed_out") != std::string::npos);
    CHECK(answer.find("Connection: close") != std::string::npos);
  }
  CHECK(server.client().Get("/")->status == 200);
}

TEST_CASE(
    "A body has as long as its route's largest one takes on a slow line, the open sign-in seconds only") {
  const http::Deadlines deadlines;
  CHECK(deadlines.body_ms(0) == 5'000);
  CHECK(deadlines.body_ms(http::max_sign_in_body_bytes) < 5'500);
  CHECK(deadlines.body_ms(http::max_body_bytes) > 55'000);

  // A sign-in has 304 ms here, a report 1.3 seconds.
  const TestServer server(http::Deadlines{
      .body_start_ms = 300, .slowest_body_bytes_per_second = static_cast<int>(http::max_body_bytes)});
  const std::string cookie = server.sign_in().find("Cookie")->second;
  const auto time_of = [&](const std::string& request_line) {
    const auto from = std::chrono::steady_clock::now();
    CHECK(status_of(server.raw(request_line +
                               " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nCookie: " + cookie +
                               "\r\nContent-Length: 1000\r\n\r\n{")) == "408");
    return std::chrono::steady_clock::now() - from;
  };
  const auto report = time_of("PUT " + std::string(report_path));
  CHECK(report >= std::chrono::milliseconds(1250));
  CHECK(time_of("POST /api/v1/session") < report);
}

TEST_CASE("One address cannot hold every thread: beyond its share it is answered that it has too many") {
  const TestServer server;
  const auto answer_to = [&](const std::string& from) {
    const Peer peer(server.port(), from);
    peer.send("GET /api/v1/forms HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    return peer.receive();
  };
  std::vector<std::unique_ptr<Peer>> slow;
  const auto add_slow = [&] {
    slow.push_back(std::make_unique<Peer>(server.port(), "127.0.0.2"));
    slow.back()->send("POST /api/v1/session HTT");
  };
  for (std::size_t i = 0; i < http::max_connections_per_address; ++i) add_slow();
  // Each is taken, and left, by a thread of its own, in no certain order and, on a busy machine, not at once.
  const auto answer_in_time = [&](const std::string& status, const auto& meanwhile) {
    std::string answer = answer_to("127.0.0.2");
    for (int i = 0; i < 500 && status_of(answer) != status; ++i) {
      meanwhile();
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      answer = answer_to("127.0.0.2");
    }
    return answer;
  };
  // A question that comes before the last slow one has its place, and the slow one is refused in its stead.
  const std::string refused = answer_in_time("503", add_slow);
  CHECK(status_of(refused) == "503");
  CHECK(refused.find("urn:tianbao:problem:too_many_connections") != std::string::npos);
  CHECK(refused.find("\r\nRetry-After: 2\r\n") != std::string::npos);
  CHECK(refused.find("\r\nConnection: close\r\n") != std::string::npos);
  CHECK(status_of(answer_to("127.0.0.3")) == "200");
  // The proxy on this machine stands for everybody.
  std::vector<std::unique_ptr<Peer>> through_proxy;
  for (std::size_t i = 0; i < http::max_connections_per_address; ++i)
    through_proxy.push_back(std::make_unique<Peer>(server.port(), "127.0.0.1"));
  CHECK(status_of(answer_to("127.0.0.1")) == "200");
  through_proxy.clear();
  slow.clear();
  CHECK(status_of(answer_in_time("200", [] {})) == "200");
}

TEST_CASE("What is no HTTP is answered, not crashed upon") {
  const TestServer server;
  const std::string end = "\r\nHost: x\r\nConnection: close\r\n\r\n";
  CHECK(status_of(server.raw("nonsense\r\n\r\n")) == "400");
  CHECK(status_of(server.raw("GET / HTTP/9.9" + end)) == "400");
  CHECK(status_of(server.raw("BREW / HTTP/1.1" + end)) == "400");
  CHECK(status_of(server.raw("TRACE / HTTP/1.1" + end)) == "404");
  CHECK(status_of(server.raw("GET / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6" + end)) == "400");
  CHECK(status_of(server.raw("PUT " + std::string(report_path) +
                             " HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked" + end)) == "400");
  CHECK(status_of(server.raw("GET /%00 HTTP/1.1" + end)) == "404");
  CHECK(status_of(server.raw("GET /\xff\xfe HTTP/1.1" + end)) == "404");
  CHECK(server.client().Get("/")->status == 200);
}

TEST_CASE("A request without length has no body: the next one on the connection is a request of its own") {
  const TestServer server;
  const std::string answers = server.raw(
      "DELETE /api/v1/session HTTP/1.1\r\nHost: x\r\n\r\n"
      "GET /api/v1/forms HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  CHECK(answers.find("HTTP/1.1 204") == 0);
  CHECK(answers.find("HTTP/1.1 200") != std::string::npos);
}

TEST_CASE("Known addresses say which methods they take, unknown ones that they are none") {
  const TestServer server;
  const auto not_allowed = server.client().Post(report_path, "{}", "application/json");
  CHECK(problem_code(not_allowed, 405) == "method_not_allowed");
  CHECK(not_allowed->get_header_value("Allow") == "GET, HEAD, PUT");
  CHECK(server.client().Options("/api/v1/session")->get_header_value("Allow") == "POST, GET, HEAD, DELETE");
  CHECK(problem_code(server.client().Get("/api/v1"), 404) == "not_found");
  CHECK(problem_code(server.client().Put("/api/v1/nothing", "{}", "application/json"), 404) == "not_found");
}

TEST_CASE("Failures in a row slow a key, each is forgotten in time, and the table stays bounded") {
  http::Throttle throttle({.free_failures = 3, .seconds_per_failure = 10, .max_keys = 3});
  struct Attempt {
    store::UnixSeconds at;
    int wait;
  };
  for (const Attempt& attempt : {Attempt{0, 0},
                                 {0, 0},
                                 {0, 0},
                                 {0, 10},
                                 {4, 6},
                                 {10, 0},
                                 {10, 10},
                                 {25, 0},
                                 {25, 5},
                                 {30, 0},
                                 {30, 10},
                                 {60, 0},
                                 {60, 0},
                                 {60, 0},
                                 {60, 10}}) {
    INFO("at " << attempt.at);
    CHECK(throttle.attempt("a", attempt.at) == attempt.wait);
  }
  throttle.withdraw("a");
  CHECK(throttle.attempt("a", 60) == 0);
  CHECK(throttle.attempt("a", 60) == 10);
  throttle.succeeded("a");
  for (int i = 0; i < 3; ++i) CHECK(throttle.attempt("a", 60) == 0);
  // Whoever fills the table does not get a key forgotten that is being guessed at.
  for (int i = 0; i < 10; ++i) throttle.attempt("key" + std::to_string(i), 60);
  CHECK(throttle.count() == 3);
  CHECK(throttle.attempt("a", 60) == 10);
}

TEST_CASE("A clock that was set back locks nobody out") {
  http::Throttle throttle({.free_failures = 3, .seconds_per_failure = 10});
  for (int i = 0; i < 4; ++i) throttle.attempt("a", 1'000'000);
  CHECK(throttle.attempt("a", 0) == 10);
  CHECK(throttle.attempt("a", 10) == 0);
}

TEST_CASE("Addresses of one subscriber count as one") {
  CHECK(http::address_key("203.0.113.7") == "203.0.113.7");
  CHECK(http::address_key("2001:db8:1:2:3:4:5:6") == "2001:db8:1:2::/64");
  CHECK(http::address_key("2001:db8:1:2::9") == http::address_key("2001:db8:1:2:ffff::1"));
  CHECK(http::address_key("not an address") == "not an address");
}

TEST_CASE("Listening addresses are read, and those that others can reach are told apart") {
  struct Case {
    const char* text;
    const char* host;
    int port;
    bool is_loopback;
  };
  for (const Case& sample :
       {Case{"127.0.0.1:8080", "127.0.0.1", 8080, true}, Case{"[::1]:80", "::1", 80, true},
        Case{"localhost:1", "localhost", 1, true}, Case{"0.0.0.0:0", "0.0.0.0", 0, false},
        Case{"[::]:65535", "::", 65535, false}}) {
    const auto endpoint = http::read_endpoint(sample.text);
    REQUIRE(endpoint.ok());
    CHECK(endpoint.value().host == sample.host);
    CHECK(endpoint.value().port == sample.port);
    CHECK(http::is_loopback(endpoint.value()) == sample.is_loopback);
  }
  for (const char* const text :
       {"", ":80", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "::1:80", "[]:1", "a:-1"}) {
    INFO(text);
    CHECK_FALSE(http::read_endpoint(text).ok());
  }
}

TEST_CASE("A port that is taken is refused with a sentence, not shared") {
  TestServer server;
  const http::StaticFiles files;
  const auto second = http::HttpServer::start({"127.0.0.1", server.port()}, server.service(), files);
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().find(std::to_string(server.port())) != std::string::npos);
}

}  // namespace tianbao::testing
