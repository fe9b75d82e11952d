#include "shared/document/report_file.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>

#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "tests/support/reports.h"

using namespace tianbao;
using testing::work_report;

namespace {

json::Value parse(const std::string& text) {
  auto value = json::parse(text);
  REQUIRE(value.ok());
  return std::move(value).value();
}

std::string file_text() {
  json::Array findings;
  findings.emplace_back(json::Object{{"code", "N111"}});
  return json::to_indented(document::write_report_file(testing::published_report("dongkou-2019"),
                                                       work_report(), std::move(findings)));
}

}  // namespace

TEST_CASE("a report file carries document, findings and digest there and back") {
  const json::Value value = parse(file_text());
  const auto reference = document::read_report_file_reference(value);
  REQUIRE(reference.ok());
  CHECK(reference.value().digest == work_report().digest);
  const auto file = document::read_report_file(value, work_report());
  REQUIRE(file.ok());
  CHECK(file.value().digest_matches);
  CHECK(file.value().findings.size() == 1);
  CHECK(file.value().document.cells == testing::published_report("dongkou-2019").cells);
}

TEST_CASE("a report file that was changed by hand is read, and its digest gives it away") {
  std::string text = file_text();
  const std::size_t figure = text.find("16965");
  REQUIRE(figure != std::string::npos);
  text.replace(figure, 5, "16966");
  const auto file = document::read_report_file(parse(text), work_report());
  REQUIRE(file.ok());
  CHECK_FALSE(file.value().digest_matches);
}

TEST_CASE("a bare document is taken for a report file") {
  const json::Value bare = document::write(testing::published_report("gaohang-2017"), work_report());
  CHECK(document::read_report_file_reference(bare).ok());
  const auto file = document::read_report_file(bare, work_report());
  REQUIRE(file.ok());
  CHECK(file.value().digest_matches);
  CHECK(file.value().findings.empty());
}

TEST_CASE(
    "what the data folder holds is taken for a report file, and a receipt's digest gives a change away") {
  const document::Document report = testing::published_report("dongkou-2019");
  const json::Value written = document::write(report, work_report());
  const json::Value draft = json::Object{{"document", written}, {"parent", ""}, {"saved_at", "2020-01-15"}};
  const auto revision = [&](std::string digest) {
    return json::Value(json::Object{{"document", written},
                                    {"receipt", json::Object{{"digest", std::move(digest)}}},
                                    {"named_parent", ""}});
  };
  struct Case {
    json::Value value;
    bool digest_matches;
  };
  for (const Case& each : {Case{draft, true}, Case{revision(document::digest(report, work_report())), true},
                           Case{revision(std::string(64, '0')), false}}) {
    REQUIRE(document::read_report_file_reference(each.value).ok());
    const auto file = document::read_report_file(each.value, work_report());
    REQUIRE(file.ok());
    CHECK(file.value().document.cells == report.cells);
    CHECK(file.value().digest_matches == each.digest_matches);
  }
}

TEST_CASE("mistakes in a report file are named where they stand") {
  struct Case {
    std::string text;
    std::string pointer;
    std::string code;
  };
  std::string wrong_cell = file_text();
  wrong_cell.replace(wrong_cell.find("\"overview\""), 10, "\"overveiw\"");
  const Case cases[] = {
      {"null", "", "wrong_type"},
      {R"({"format":"tianbao-file/2","document":{},"digest":""})", "/format", "wrong_format"},
      {R"({"format":"tianbao-file/1","digest":""})", "/document", "missing_member"},
      {R"({"format":"tianbao-file/1","document":{},"digest":"","findings":{}})", "/findings", "wrong_type"},
      {R"({"format":"tianbao-file/1","document":{},"digest":""})", "/document/format", "missing_member"},
      {R"({"document":{},"receipt":{}})", "/receipt/digest", "missing_member"},
      {R"({"document":{},"receipt":{"digest":""},"findings":[]})", "/findings", "unknown_member"},
      {R"({"document":{},"saved_at":""})", "/document/format", "missing_member"},
      {wrong_cell, "/document/values/release/overveiw", "unknown_cell"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.text.substr(0, 100));
    const auto file = document::read_report_file(parse(each.text), work_report());
    REQUIRE_FALSE(file.ok());
    CHECK(file.error().front().pointer == each.pointer);
    CHECK(file.error().front().code == each.code);
  }
}
