#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/json/write.h"
#include "tests/support/reports.h"
#include "tests/wasm/app/client.h"

namespace tianbao::testing {
namespace {

constexpr std::string_view trial = R"({
  "format": "tianbao-form/1", "id": "trial", "edition": "2017", "title": "留言统计表",
  "periods": {"first": 2017}, "provenance": "draft",
  "sections": [{"id": "s", "label": "留言", "groups": [{"fields": [
    {"id": "share", "label": "网上占比", "type": "decimal", "unit": "%", "computed": "s.online * 100 / s.total"},
    {"id": "total", "label": "总数", "type": "whole_number", "computed": "s.online + s.paper"},
    {"id": "online", "label": "网上", "type": "whole_number", "required": true},
    {"id": "paper", "label": "书面", "type": "whole_number", "required": true}
  ]}]}],
  "rules": [{"code": "W101", "severity": "warning", "explain": "required", "rule": "s.share > 50",
             "message": "占比 {s.share}", "fields": ["s.share"], "basis": "试", "provenance": "draft"}]
})";

constexpr std::string_view trial_path = "/api/v1/reports/trial/2019/4305250009";

void open_trial(Client& client, const json::Value& report) {
  client.press("留言统计表 2019年度");
  client.answer("GET", trial_path, 200, json::to_compact(report));
}

Client client_with_trial() {
  Client client;
  client.definitions = {std::string(trial)};
  client.start();
  client.sign_in();
  return client;
}

}  // namespace

TEST_CASE("a report with computed cells goes from typing to a submission") {
  Client client = client_with_trial();
  open_trial(client, report_answer());
  client.type("留言 网上", "2");
  CHECK(client.find("cell.s.total")->value.empty());
  client.type("留言 书面", "1");
  CHECK(client.find("cell.s.total")->value == "3");
  CHECK(client.find("cell.s.share")->value == "66.67");
  CHECK(client.find("cell.s.share")->disabled);
  client.type("留言 网上", "1");
  CHECK(client.find("cell.s.share")->value == "50");
  CHECK(client.find("finding.W101.s.share") != nullptr);
  client.type("留言 网上", "20");
  CHECK(client.state.report->checked.outcome().findings.empty());
  client.press("提交");
  const json::Value body = client.body_of("PUT", trial_path);
  CHECK(json::to_compact(*body.find("document")->find("values")) ==
        R"({"s":{"share":95.24,"total":21,"online":20,"paper":1}})");
}

TEST_CASE("a computed cell that another program left wrong is put right when the report is opened") {
  Client client = client_with_trial();
  const form::Form form = load_form(trial);
  document::Document stored = document::make_blank(form, "2019", "4305250009");
  type_into(form, stored, "s.online", "4");
  type_into(form, stored, "s.paper", "0");
  type_into(form, stored, "s.total", "9");
  open_trial(client, report_answer(document::write(stored, form), std::string(64, 'a')));
  CHECK(client.find("cell.s.total")->value == "4");
  CHECK(client.state.report->checked.outcome().findings.empty());
  // Nobody has changed anything: a report that has been submitted does not become a draft by being read.
  CHECK(client.requests.empty());
}

}  // namespace tianbao::testing
