#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cctype>
#include <set>
#include <string>

#include "server/http/routes.h"
#include "shared/json/parse.h"
#include "tests/server/http/schema.h"
#include "tests/server/http/test_server.h"
#include "tests/support/reports.h"

namespace tianbao::testing {

namespace {

json::Value openapi() {
  auto parsed = json::parse(read_source_file("assets/openapi.json"));
  REQUIRE(parsed.ok());
  return std::move(parsed).value();
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// "PUT /api/v1/… putReport" of every operation that the file describes.
std::set<std::string> described_operations(const json::Value& file) {
  std::set<std::string> operations;
  for (const json::Member& path : *file.find("paths")->as_object()) {
    for (const json::Member& operation : *path.value.as_object()) {
      if (operation.key == "parameters") continue;
      operations.insert(operation.key + " " + path.key + " " + text_at(operation.value, "operationId"));
    }
  }
  return operations;
}

/// Checks that an answer is as the file describes it: status, media type, and every member.
void check_described(const json::Value& file, std::string_view operation_id, const httplib::Result& result) {
  REQUIRE(result);
  INFO(operation_id << " " << result->status << " " << result->body);
  for (const http::Route& route : http::routes()) {
    if (route.operation_id != operation_id) continue;
    const json::Value* const operation =
        file.find("paths")->find(route.path)->find(lower(std::string(route.method)));
    REQUIRE(operation != nullptr);
    const json::Value* const response = operation->find("responses")->find(std::to_string(result->status));
    REQUIRE(response != nullptr);
    for (const json::Member& header :
         response->find("headers") != nullptr ? *response->find("headers")->as_object() : json::Object()) {
      CHECK(result->has_header(header.key));
    }
    const json::Value* const content = response->find("content");
    if (content == nullptr) {
      CHECK(result->body.empty());
      return;
    }
    const json::Value* const media = content->find(result->get_header_value("Content-Type"));
    REQUIRE(media != nullptr);
    CHECK(schema_violations(file, *media->find("schema"), json_of(result)).empty());
    return;
  }
  FAIL("no such operation");
}

}  // namespace

TEST_CASE("The OpenAPI file and the routes describe the same operations") {
  std::set<std::string> served;
  for (const http::Route& route : http::routes()) {
    served.insert(lower(std::string(route.method)) + " " + std::string(route.path) + " " +
                  std::string(route.operation_id));
  }
  CHECK(described_operations(openapi()) == served);
  CHECK(served.size() == http::routes().size());
}

TEST_CASE("The OpenAPI file says of each operation its parameters, its body and whether it needs a session") {
  const json::Value file = openapi();
  for (const http::Route& route : http::routes()) {
    INFO(route.operation_id);
    const json::Value* const path = file.find("paths")->find(route.path);
    REQUIRE(path != nullptr);
    const json::Value& operation = *path->find(lower(std::string(route.method)));
    CHECK((operation.find("requestBody") != nullptr) == (route.max_body_bytes > 0));
    CHECK(operation.find("security")->as_array()->empty() == !route.needs_session);
    std::string in_path;
    for (const json::Value* const holder : {path, &operation}) {
      if (holder->find("parameters") == nullptr) continue;
      for (const json::Value& parameter : *holder->find("parameters")->as_array()) {
        if (text_at(parameter, "in") == "query") continue;
        const std::string name = "{" + text_at(parameter, "name") + "}";
        CHECK(route.path.find(name) != std::string_view::npos);
        in_path += name;
      }
    }
    const auto braces = static_cast<std::size_t>(std::count(route.path.begin(), route.path.end(), '{'));
    CHECK(static_cast<std::size_t>(std::count(in_path.begin(), in_path.end(), '{')) == braces);
  }
}

TEST_CASE("Real answers are as the OpenAPI file describes them") {
  const json::Value file = openapi();
  const TestServer server;
  const form::Form& form = server.form();
  const std::string session = "/api/v1/session";
  const auto client = [&] { return server.client(); };
  const auto sign_in = [&](const std::string& secret, const char* type) {
    return client().Post(session, std::string(R"({"code":"4305250009","secret":")") + secret + "\"}", type);
  };
  check_described(file, "signIn", sign_in(right_secret, "application/json"));
  check_described(file, "signIn", sign_in(right_secret, "text/plain"));
  check_described(file, "signIn", sign_in("\"", "application/json"));
  check_described(file, "signIn", sign_in(std::string(5000, 'x'), "application/json"));
  for (int i = 0; i < 6; ++i) check_described(file, "signIn", sign_in("wrong", "application/json"));
  TestServer::set_clock(noon_of_2020_01_15 + 60);
  const auto headers = server.sign_in();
  check_described(file, "readSession", client().Get(session, headers));
  check_described(file, "readSession", client().Get(session));
  check_described(file, "listForms", client().Get("/api/v1/forms"));
  check_described(file, "readForm", client().Get("/api/v1/forms/" + form.digest));
  check_described(file, "readForm", client().Get("/api/v1/forms/" + form.digest, {{"If-None-Match", "*"}}));
  check_described(file, "readForm", client().Get("/api/v1/forms/x"));
  check_described(file, "readRegion", client().Get("/api/v1/regions/43"));
  check_described(file, "readRegion", client().Get("/api/v1/regions/99"));

  const auto get = [&](const std::string& path) { return client().Get(path, headers); };
  const auto put = [&](const std::string& body) {
    return client().Put(report_path, headers, body, "application/json");
  };
  check_described(file, "readReport", get(report_path));
  check_described(file, "readReport", client().Get(report_path));
  check_described(file, "readReport", get("/api/v1/reports/work-report/2019/3101150020"));
  check_described(file, "readReport", get("/api/v1/reports/none/2019/4305250009"));
  const document::Document report = submittable_report(form);
  check_described(file, "putReport", put(put_body(form, report, "draft", document::digest(report, form))));
  check_described(file, "putReport", put("{"));
  check_described(file, "putReport", put("{}"));
  check_described(file, "putReport",
                  put(put_body(form, document::make_blank(form, "2019", dongkou), "submission", "")));
  const auto request = json::parse(put_body(form, report, "submission", ""));
  CHECK(
      schema_violations(file, *at_pointer(file, "/components/schemas/PutRequest"), request.value()).empty());
  document::Document messy = report;
  type_into(form, messy, "release.total", "约500");
  type_into(form, messy, "release.overview", "无");
  type_into(form, messy, "release.news", "135 (主动公开)");
  check_described(file, "putReport", put(put_body(form, messy, "draft", "")));
  check_described(file, "readReport", get(report_path));
  const std::string with_why = std::string(report_path) + "?why=true";
  const std::string again = put_body(form, messy, "draft", document::digest(messy, form));
  check_described(file, "putReport", client().Put(with_why, headers, again, "application/json"));
  check_described(file, "putReport", put(put_body(form, report, "submission", "")));
  check_described(file, "putReport",
                  put(put_body(form, report, "submission", document::digest(messy, form))));
  check_described(file, "readReport", get(report_path));
  check_described(file, "signOut", client().Delete(session, headers));
  check_described(file, "signOut",
                  client().Delete(session, httplib::Headers{{"Sec-Fetch-Site", "cross-site"}}));
}

TEST_CASE("The validator notices what is not described") {
  const json::Value file = openapi();
  const json::Value& receipt = *at_pointer(file, "/components/schemas/Receipt");
  const auto violations = [&](const char* text) {
    return schema_violations(file, receipt, json::parse(text).value());
  };
  CHECK_FALSE(violations("{}").empty());
  CHECK_FALSE(violations("[]").empty());
  const std::string digest(64, 'a');
  const std::string good =
      R"({"number":1,"digest":")" + digest +
      R"(","parent":"","received_at":"2020-01-15T12:00:00+08:00","author":"4305250009","way":"web"})";
  CHECK(violations(good.c_str()).empty());
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"\"number\":1", "\"number\":0"},
                                 {"web", "post"},
                                 {"\"parent\":\"\"", "\"parent\":null"},
                                 {"\"way\"", "\"extra\":1,\"way\""}}) {
    std::string bad = good;
    bad.replace(bad.find(from), from.size(), to);
    INFO(bad);
    CHECK_FALSE(violations(bad.c_str()).empty());
  }
}

}  // namespace tianbao::testing
