#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "shared/check/check.h"
#include "shared/check/why.h"
#include "shared/digest/sha256.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "tests/server/http/test_server.h"
#include "tests/support/reports.h"

namespace tianbao::testing {

namespace {

/// A signed-in clerk of 洞口县.
struct Clerk {
  TestServer server{};
  httplib::Headers headers = server.sign_in();

  httplib::Result get(const std::string& path = report_path) const {
    return server.client().Get(path, headers);
  }
  httplib::Result put(const std::string& body, const std::string& path = report_path) const {
    return server.client().Put(path, headers, body, "application/json");
  }
  httplib::Result put(const document::Document& document, const std::string& intent,
                      const std::string& parent) const {
    return put(put_body(server.form(), document, intent, parent));
  }
  std::string stored(const std::string& name) const {
    return server.folder() / ("data/sites/4305250009/work-report/2019/" + name);
  }
};

document::Document with_total(const form::Form& form, document::Document document, const char* total) {
  type_into(form, document, "release.total", total);
  return document;
}

std::string compact_at(const json::Value& value, std::string_view key) {
  const json::Value* const member = value.find(key);
  return member != nullptr ? json::to_compact(*member) : std::string();
}

}  // namespace

TEST_CASE("A report that was never sent is empty and comes with what it is checked with") {
  const Clerk clerk;
  const auto result = clerk.get();
  REQUIRE(result);
  CHECK(result->status == 200);
  CHECK(result->get_header_value("Cache-Control") == "no-store");
  CHECK(result->body ==
        R"({"document":null,"state":"none","digest":null,"parent":"","receipt":null,"context":)"
        R"({"today":"2020-01-15","site":{"code":"4305250009","name":"洞口县人民政府",)"
        R"("url":"http://www.dongkou.gov.cn","organiser":"洞口县人民政府"},"prior":null}})");
}

TEST_CASE("A draft is kept whatever its findings, then submitted, and a restart keeps everything") {
  Clerk clerk;
  const form::Form form = clerk.server.form();  // outlives the restart
  const document::Document report = submittable_report(form);
  // 高行镇's kind of draft: blanks and a sum that does not add up.
  const document::Document half = document::make_blank(form, "2019", dongkou);
  const auto drafted = clerk.put(half, "draft", "");
  REQUIRE(drafted);
  CHECK(drafted->status == 201);
  const json::Value draft_answer = json_of(drafted);
  CHECK(draft_answer.find("receipt")->is_null());
  CHECK(text_at(draft_answer, "digest") == document::digest(half, form));
  CHECK_FALSE(draft_answer.find("findings")->as_array()->empty());
  CHECK(text_at(json_of(clerk.get()), "state") == "draft");

  const auto submitted = clerk.put(report, "submission", document::digest(half, form));
  REQUIRE(submitted);
  INFO(submitted->body);
  REQUIRE(submitted->status == 200);
  const json::Value answer = json_of(submitted);
  const json::Value receipt = *answer.find("receipt");
  CHECK(compact_at(receipt, "number") == "1");
  CHECK(text_at(receipt, "digest") == document::digest(report, form));
  CHECK(text_at(receipt, "parent").empty());
  CHECK(text_at(receipt, "received_at") == "2020-01-15T12:00:00+08:00");
  CHECK(text_at(receipt, "author") == dongkou);
  CHECK(text_at(receipt, "way") == "web");
  CHECK(compact_at(answer, "context_differences") == "[]");

  clerk.server.restart();
  clerk.headers = clerk.server.sign_in();
  const json::Value read = json_of(clerk.get());
  CHECK(text_at(read, "state") == "submitted");
  CHECK(text_at(read, "parent") == document::digest(report, form));
  CHECK(*read.find("receipt") == receipt);
  CHECK(*read.find("document") == document::write(report, form));
  CHECK_FALSE(std::filesystem::exists(clerk.stored("draft.json")));
  // `cat` shows exactly what was sent.
  const auto file = json::parse(read_text(clerk.stored("0001.json")));
  REQUIRE(file.ok());
  CHECK(digest::sha256_hex(json::to_canonical(*file.value().find("document"))) ==
        document::digest(report, form));
}

TEST_CASE("The same request gives the same receipt, also after a deadline has passed") {
  const Clerk clerk;
  const document::Document report = submittable_report(clerk.server.form());
  const std::string body = put_body(clerk.server.form(), report, "submission", "");
  const auto first = clerk.put(body);
  REQUIRE(first);
  CHECK(first->status == 201);
  TestServer::set_clock(noon_of_2020_01_15 + 60);
  const auto second = clerk.put(body);
  REQUIRE(second);
  CHECK(second->status == 200);
  CHECK(second->body == first->body);
  CHECK_FALSE(std::filesystem::exists(clerk.stored("0002.json")));
}

TEST_CASE("Many that send the same at once get one receipt") {
  const Clerk clerk;
  const std::string body =
      put_body(clerk.server.form(), submittable_report(clerk.server.form()), "submission", "");
  std::vector<std::string> answers(8);
  std::vector<std::thread> threads;
  for (std::string& answer : answers) {
    threads.emplace_back([&] {
      if (const auto result = clerk.put(body)) answer = result->body;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& answer : answers) CHECK(answer == answers.front());
  CHECK(answers.front().find("\"number\":1") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(clerk.stored("0002.json")));
}

TEST_CASE(
    "A submission that does not pass is refused with the findings that the core gives, and nothing is "
    "stored") {
  const Clerk clerk;
  const form::Form& form = clerk.server.form();
  document::Document report = with_total(form, submittable_report(form), "约500");
  const auto result = clerk.put(report, "submission", "");
  CHECK(problem_code(result, 422) == "check_failed");
  const auto findings = check::check(form, report, report.context).findings;
  const json::Value expected = check::to_json(findings, check::bind(form, report, report.context));
  CHECK(*json_of(result).find("findings") == expected);
  CHECK(result->body.find("“约500” ✗") != std::string::npos);
  CHECK(result->body.find("1547391 ≤ 13541 × 50（= 677050）✗") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(clerk.stored("")));
  CHECK(text_at(json_of(clerk.get()), "state") == "none");
}

TEST_CASE("Why is said with a refusal, and with any other answer when it is asked for") {
  const Clerk clerk;
  const form::Form& form = clerk.server.form();
  const document::Document report = with_total(form, submittable_report(form), "1");
  const auto says_why = [](const httplib::Result& result) {
    REQUIRE(result);
    const json::Value answer = json_of(result);
    const json::Array& findings = *answer.find("findings")->as_array();
    REQUIRE_FALSE(findings.empty());
    const auto count = std::count_if(findings.begin(), findings.end(), [](const json::Value& finding) {
      return finding.find("why") != nullptr;
    });
    CHECK((count == 0 || count == static_cast<std::ptrdiff_t>(findings.size())));
    return count > 0;
  };
  CHECK(says_why(clerk.put(report, "submission", "")));
  const std::string body = put_body(form, report, "draft", "");
  CHECK_FALSE(says_why(clerk.put(body)));
  CHECK_FALSE(says_why(clerk.put(body, std::string(report_path) + "?why=false")));
  CHECK(says_why(clerk.put(body, std::string(report_path) + "?why=true")));
}

TEST_CASE("A stale parent gets the document that stands there and the cells that differ") {
  const Clerk clerk;
  const form::Form& form = clerk.server.form();
  const document::Document mine = submittable_report(form);
  const document::Document theirs = with_total(form, mine, "16966");
  REQUIRE(clerk.put(theirs, "draft", "")->status == 201);
  for (const char* const intent : {"draft", "submission"}) {
    const auto result = clerk.put(mine, intent, "");
    CHECK(problem_code(result, 409) == "stale_parent");
    const json::Value problem = json_of(result);
    CHECK(text_at(problem, "digest") == document::digest(theirs, form));
    CHECK(*problem.find("document") == document::write(theirs, form));
    CHECK(compact_at(problem, "cells") == R"(["release.total"])");
  }
  CHECK(clerk.put(mine, "draft", document::digest(theirs, form))->status == 200);
}

TEST_CASE("What the file was checked with and the server's own facts are compared") {
  const Clerk clerk;
  const form::Form& form = clerk.server.form();
  document::Document report = submittable_report(form);
  report.context.today = "2020-01-10";
  report.context.site->name = "旧名称";
  report.context.prior_known = document::PriorKnown::unknown;
  const json::Value answer = json_of(clerk.put(report, "draft", ""));
  CHECK(compact_at(answer, "context_differences") == R"(["today","site","prior"])");
}

TEST_CASE("The report of the year before becomes part of the context once it is submitted") {
  Clerk clerk;
  const form::Form& form = clerk.server.form();
  const document::Document report = submittable_report(form);
  REQUIRE(clerk.put(report, "submission", "")->status == 201);
  TestServer::set_clock(noon_of_2020_01_15 + 366LL * 24 * 60 * 60);
  clerk.headers = clerk.server.sign_in();
  const json::Value next = json_of(clerk.get("/api/v1/reports/work-report/2020/4305250009"));
  const json::Value* const prior = next.find("context")->find("prior");
  REQUIRE(prior != nullptr);
  CHECK(text_at(*prior, "period") == "2019");
  const json::Value written = document::write(report, form);
  CHECK(*prior->find("values") == *written.find("values"));
  // A draft is no report yet.
  const document::Document draft = document::make_blank(form, "2020", dongkou);
  REQUIRE(
      clerk.put(put_body(form, draft, "draft", ""), "/api/v1/reports/work-report/2020/4305250009")->status ==
      201);
  TestServer::set_clock(noon_of_2020_01_15 + 2 * 366LL * 24 * 60 * 60);
  clerk.headers = clerk.server.sign_in();
  const json::Value later = json_of(clerk.get("/api/v1/reports/work-report/2021/4305250009"));
  CHECK(later.find("context")->find("prior")->is_null());
}

TEST_CASE("One site neither reads nor writes another's report, and nobody without a session any") {
  const Clerk clerk;
  const std::string others = "/api/v1/reports/work-report/2019/3101150020";
  const std::string body =
      put_body(clerk.server.form(), submittable_report(clerk.server.form()), "draft", "");
  CHECK(problem_code(clerk.get(others), 403) == "other_site");
  CHECK(problem_code(clerk.put(body, others), 403) == "other_site");
  CHECK(problem_code(clerk.get("/api/v1/reports/work-report/2019/9999999999"), 403) == "other_site");
  CHECK(problem_code(clerk.server.client().Get(report_path), 401) == "not_signed_in");
  CHECK(problem_code(clerk.server.client().Put(report_path, body, "application/json"), 401) ==
        "not_signed_in");
  CHECK_FALSE(std::filesystem::exists(clerk.server.folder() / "data/sites/3101150020/work-report"));
}

TEST_CASE("Unknown forms and years, and paths that would lead elsewhere, are not found") {
  const Clerk clerk;
  struct Case {
    const char* form;
    const char* period;
    const char* code;
  };
  for (const Case& sample :
       {Case{"no-such-form", "2019", "unknown_form"},
        // A 组织单位 fills it, not a website.
        Case{"supervision-report", "2019", "unknown_form"}, Case{"..", "2019", "unknown_form"},
        Case{"%2e%2e", "2019", "unknown_form"}, Case{"work-report%00", "2019", "unknown_form"},
        Case{"work-report", "2016", "unknown_period"}, Case{"work-report", "2021", "unknown_period"},
        Case{"work-report", "20190", "unknown_period"}, Case{"work-report", "..", "unknown_period"},
        Case{"work-report", "2019%0a", "unknown_period"}, Case{"work-report", "x", "unknown_period"}}) {
    INFO(sample.form << " " << sample.period);
    const std::string path =
        std::string("/api/v1/reports/") + sample.form + "/" + sample.period + "/" + dongkou;
    CHECK(problem_code(clerk.get(path), 404) == sample.code);
    CHECK(problem_code(clerk.put("{}", path), 404) == sample.code);
  }
  CHECK(problem_code(clerk.get("/api/v1/reports/work-report%2f..%2f/2019/4305250009"), 404) == "not_found");
  CHECK(problem_code(clerk.get("/api/v1/reports/work-report/2019/4305250009/"), 404) == "not_found");
  CHECK(problem_code(clerk.get("/api/v1/reports//2019/4305250009"), 404) == "not_found");
}

TEST_CASE("A body that is no JSON is refused with what is wrong and where") {
  const Clerk clerk;
  const std::string deep = std::string(40, '[') + std::string(40, ']');
  struct Case {
    std::string body;
    const char* code;
  };
  for (const Case& sample :
       {Case{"", "json_syntax"}, Case{"{", "json_syntax"}, Case{R"({"intent":NaN})", "json_syntax"},
        Case{R"({"intent":Infinity})", "json_syntax"}, Case{R"({"intent":1e999999})", "number_not_exact"},
        Case{R"({"intent":)" + std::string(60, '9') + "}", "number_not_exact"},
        Case{"{\"intent\":\"\xff\"}", "invalid_utf8"}, Case{"{\"intent\":\"\xed\xa0\x80\"}", "invalid_utf8"},
        Case{R"({"intent":"draft","intent":"submission"})", "duplicate_key"}, Case{deep, "too_deep"}}) {
    INFO(sample.body);
    const auto result = clerk.put(sample.body);
    CHECK(problem_code(result, 400) == sample.code);
    CHECK(json_of(result).find("line") != nullptr);
  }
}

TEST_CASE("A body of the wrong shape is refused with a pointer to every mistake") {
  const Clerk clerk;
  const std::string document =
      R"({"format":"tianbao-document/1","form":{"id":"work-report","edition":"2017","digest":")" +
      clerk.server.form().digest + R"("},"period":"2019","subject":"4305250009","reporter":"4305250009")";
  const auto body = [](const std::string& inner) {
    return R"({"intent":"draft","parent":"","document":)" + inner + "}";
  };
  struct Case {
    std::string body;
    const char* pointer;
  };
  for (const Case& sample :
       {Case{"[]", ""}, Case{R"({"intent":"draft"})", "/document"},
        Case{R"({"intent":"draft","parent":"","document":{},"x/y":1})", "/x~1y"},
        Case{R"({"intent":"send","parent":"","document":{}})", "/intent"},
        Case{R"({"intent":"draft","parent":"../x","document":{}})", "/parent"},
        Case{R"({"intent":"draft","parent":null,"document":{}})", "/parent"},
        Case{body("{}"), "/document/format"}, Case{body("null"), "/document"},
        Case{body(document + R"(,"values":{"release":{"no_such":1}}})"), "/document/values/release/no_such"},
        Case{body(document + R"(,"extra":1})"), "/document/extra"}}) {
    INFO(sample.body);
    const auto result = clerk.put(sample.body);
    CHECK(problem_code(result, 400) == "malformed");
    const json::Value problem = json_of(result);
    std::vector<std::string> pointers;
    for (const json::Value& error : *problem.find("errors")->as_array()) {
      pointers.push_back(text_at(error, "pointer"));
      CHECK_FALSE(text_at(error, "code").empty());
      CHECK_FALSE(text_at(error, "detail").empty());
    }
    CAPTURE(pointers);
    CHECK(std::find(pointers.begin(), pointers.end(), sample.pointer) != pointers.end());
  }
  CHECK_FALSE(std::filesystem::exists(clerk.stored("")));
}

TEST_CASE("A document of another report, or of a definition that is not here, is refused") {
  const Clerk clerk;
  const form::Form& form = clerk.server.form();
  document::Document report = submittable_report(form);
  const std::string good = put_body(form, report, "draft", "");
  const auto replaced = [&](const std::string& from, const std::string& to) {
    std::string body = good;
    body.replace(body.find(from), from.size(), to);
    return clerk.put(body);
  };
  for (const char* const member : {"subject", "reporter"}) {
    const auto result = replaced("\"" + std::string(member) + "\":\"4305250009\"",
                                 "\"" + std::string(member) + "\":\"3101150020\"");
    CHECK(problem_code(result, 400) == "malformed");
    CHECK(result->body.find("/document/" + std::string(member)) != std::string::npos);
  }
  CHECK(replaced("\"period\":\"2019\"", "\"period\":\"2018\"")->body.find("/document/period") !=
        std::string::npos);
  CHECK(problem_code(replaced(form.digest, std::string(64, '0')), 422) == "unknown_definition");
  CHECK_FALSE(std::filesystem::exists(clerk.stored("")));
}

TEST_CASE("A new edition takes over its years, and reports begun before keep to theirs") {
  constexpr const char* path_of_2023 = "/api/v1/reports/work-report/2023/4305250009";
  constexpr const char* path_of_2024 = "/api/v1/reports/work-report/2024/4305250009";
  Clerk clerk;
  const form::Form& old_form = work_report();
  const form::Form& new_form = later_edition();
  TestServer::set_clock(noon_of_2025_01_15);
  clerk.headers = clerk.server.sign_in();  // the session of 2020 is over
  document::Document last_year = submittable_report(old_form);
  last_year.period = "2023";
  type_into(old_form, last_year, "signature.date", "2024-01-15");
  REQUIRE(clerk.put(put_body(old_form, last_year, "submission", ""), path_of_2023)->status == 201);
  clerk.server.offer_also(later_edition_text());
  clerk.headers = clerk.server.sign_in();

  // The year before is last year's report in the new edition, too.
  const json::Value opened = json_of(clerk.get(path_of_2024));
  const auto context = document::read_context(*opened.find("context"), new_form);
  REQUIRE(context.ok());
  CHECK(context.value().prior.period == "2023");
  CHECK(context.value().prior.cells[field_index(new_form, "release.total")] ==
        cell_at(old_form, last_year, "release.total"));

  const document::Document wrong = document::make_blank(old_form, "2024", dongkou);
  const auto refused = clerk.put(put_body(old_form, wrong, "draft", ""), path_of_2024);
  CHECK(problem_code(refused, 422) == "definition_not_for_period");
  CHECK(text_at(json_of(refused), "detail").find("2024 版") != std::string::npos);
  CHECK(text_at(json_of(clerk.get(path_of_2024)), "state") == "none");

  document::Document right = document::make_blank(new_form, "2024", dongkou);
  right.context = context.value();
  CHECK(clerk.put(put_body(new_form, right, "draft", ""), path_of_2024)->status == 201);
  CHECK(*json_of(clerk.get(path_of_2024)).find("document") == document::write(right, new_form));
  CHECK(text_at(json_of(clerk.get(path_of_2023)), "state") == "submitted");
}

TEST_CASE("A report of an edition that has been replaced since is read and finished in it") {
  constexpr const char* path = "/api/v1/reports/work-report/2024/4305250009";
  Clerk clerk;
  const form::Form& old_form = work_report();
  TestServer::set_clock(noon_of_2025_01_15);
  clerk.headers = clerk.server.sign_in();  // the session of 2020 is over
  document::Document begun = document::make_blank(old_form, "2024", dongkou);
  REQUIRE(clerk.put(put_body(old_form, begun, "draft", ""), path)->status == 201);
  clerk.server.offer_also(later_edition_text());
  clerk.headers = clerk.server.sign_in();
  CHECK(*json_of(clerk.get(path)).find("document") == document::write(begun, old_form));
  const std::string parent = document::digest(begun, old_form);
  type_into(old_form, begun, "release.total", "523");
  CHECK(clerk.put(put_body(old_form, begun, "draft", parent), path)->status == 200);
}

TEST_CASE("A report damaged on disk is an error for its clerk, without the path, and for nobody else") {
  const Clerk clerk;
  REQUIRE(clerk.put(submittable_report(clerk.server.form()), "submission", "")->status == 201);
  write_text(clerk.stored("0001.json"), "{");
  const auto result = clerk.get();
  CHECK(problem_code(result, 500) == "storage_failed");
  CHECK(result->body.find("0001") == std::string::npos);
  CHECK(clerk.server.client().Get("/api/v1/session", clerk.headers)->status == 200);
}

}  // namespace tianbao::testing
