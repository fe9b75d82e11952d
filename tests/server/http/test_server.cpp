#include "tests/server/http/test_server.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <utility>

#include "server/http/static_files.h"
#include "server/store/register.h"
#include "server/store/secret.h"
#include "shared/check/check.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "tests/server/http/peer.h"
#include "tests/support/reports.h"

namespace tianbao::testing {

namespace {

std::atomic<store::UnixSeconds> clock_seconds = noon_of_2020_01_15;

store::UnixSeconds test_now() {
  return clock_seconds;
}

void add_site(const store::DataFolder& folder, const std::string& code, const std::string& name) {
  static const std::string hash = store::hash_secret(right_secret).value_or("");
  REQUIRE_FALSE(
      store::write_site(folder, {{code, name, "http://www.dongkou.gov.cn", name}, hash}).has_value());
}

}  // namespace

struct TestServer::Running {
  store::DataFolder folder;
  store::FileLock lock;
  store::FormLibrary forms;
  http::StaticFiles files;
  store::ReportStore reports{folder, forms};
  http::Service service{folder, forms, reports, test_now};
  std::unique_ptr<http::HttpServer> server = {};
};

TestServer::TestServer(const http::Deadlines& deadlines) : deadlines_(deadlines) {
  REQUIRE(store::ready_cryptography());
  set_clock(noon_of_2020_01_15);
  write_text(folder_ / "client/index.html", "<!doctype html>");
  write_text(folder_ / "client/service-worker.js", "self.x;");
  write_text(folder_ / "client/app.3f9a1c02.wasm", std::string("\0asm plain", 10));
  write_text(folder_ / "client/app.3f9a1c02.wasm.br", "brotli bytes");
  write_text(folder_ / "client/app.3f9a1c02.wasm.gz", "gzip bytes");
  write_text(folder_ / "client/manifest.webmanifest", "{}");
  write_text(folder_ / "client/icons/icon.svg", "<svg/>");
  write_text(folder_ / "client/.hidden", "secret");
  write_text(folder_ / "outside.txt", "secret");
  restart();
  add_site(running_->folder, dongkou, "洞口县人民政府");
  add_site(running_->folder, gaohang, "高行镇");
}

TestServer::~TestServer() {
  running_->server->stop();
}

void TestServer::restart() {
  if (running_ != nullptr) running_->server->stop();
  running_.reset();
  auto folder = store::DataFolder::open(folder_ / "data", store::WhenMissing::make);
  REQUIRE(folder.ok());
  auto lock = folder.value().lock_reports();
  REQUIRE(lock.ok());
  auto forms = store::FormLibrary::load(folder.value(), forms_folder_);
  REQUIRE(forms.ok());
  auto files = http::StaticFiles::load(folder_ / "client");
  REQUIRE(files.ok());
  running_.reset(new Running{std::move(folder).value(), std::move(lock).value(), std::move(forms).value(),
                             std::move(files).value()});
  auto server = http::HttpServer::start({"127.0.0.1", 0}, running_->service, running_->files, deadlines_);
  REQUIRE(server.ok());
  running_->server = std::move(server).value();
}

void TestServer::offer_also(const std::string& definition) {
  forms_folder_ = folder_ / "forms";
  write_text(forms_folder_ + "/2017.json", work_report_text());
  write_text(forms_folder_ + "/also.json", definition);
  restart();
}

void TestServer::set_clock(store::UnixSeconds now) {
  clock_seconds = now;
}

int TestServer::port() const {
  return running_->server->port();
}

const store::DataFolder& TestServer::data() const {
  return running_->folder;
}

const form::Form& TestServer::form() const {
  return running_->forms.current()->serving("work-report", "2019")->form;
}

http::Service& TestServer::service() {
  return running_->service;
}

httplib::Client TestServer::client() const {
  httplib::Client client("127.0.0.1", port());
  client.set_read_timeout(30);
  client.set_keep_alive(false);
  client.set_decompress(false);
  return client;
}

httplib::Headers TestServer::sign_in(const std::string& code, const std::string& secret) const {
  const auto result = client().Post(
      "/api/v1/session", R"({"code":")" + code + R"(","secret":")" + secret + "\"}", "application/json");
  REQUIRE(result);
  REQUIRE(result->status == 200);
  const std::string cookie = result->get_header_value("Set-Cookie");
  return {{"Cookie", cookie.substr(0, cookie.find(';'))}};
}

std::string TestServer::raw(const std::string& bytes) const {
  const Peer peer(port());
  peer.send(bytes);
  return peer.receive();
}

json::Value json_of(const httplib::Result& result) {
  REQUIRE(result);
  INFO(result->body);
  auto parsed = json::parse(result->body);
  REQUIRE(parsed.ok());
  return std::move(parsed).value();
}

std::string text_at(const json::Value& value, std::string_view key) {
  const json::Value* const member = value.find(key);
  return member != nullptr && member->as_string() != nullptr ? *member->as_string() : std::string();
}

std::string problem_code(const httplib::Result& result, int status) {
  REQUIRE(result);
  INFO(result->body);
  CHECK(result->status == status);
  CHECK(result->get_header_value("Content-Type") == "application/problem+json");
  const json::Value problem = json_of(result);
  std::string code = text_at(problem, "code");
  CHECK(text_at(problem, "type") == "urn:tianbao:problem:" + code);
  CHECK_FALSE(text_at(problem, "title").empty());
  CHECK_FALSE(text_at(problem, "detail").empty());
  const json::Value* const stated = problem.find("status");
  REQUIRE(stated != nullptr);
  CHECK(json::to_compact(*stated) == std::to_string(status));
  return code;
}

document::Document submittable_report(const form::Form& form) {
  document::Document document = published_report("dongkou-2019");
  document.period = "2019";
  document.subject = dongkou;
  document.reporter = dongkou;
  document::Context context;
  context.regions = testing::all_regions();
  context.today = "2020-01-15";
  context.site = document::Site{dongkou, "洞口县人民政府", "http://www.dongkou.gov.cn", "洞口县人民政府"};
  context.prior_known = document::PriorKnown::none;
  document.context = context;
  for (const check::Finding& finding : check::check(form, document, context).findings) {
    UNSCOPED_INFO(finding.code << " " << finding.message);
    if (finding.explain != form::Explain::required) continue;
    document.explanations.push_back({finding.code, form.fields[finding.fields.front()].address,
                                     check::explained_values(finding, form, document), "情况属实，已核对。"});
  }
  REQUIRE(check::may_submit(check::check(form, document, context).findings));
  return document;
}

std::string put_body(const form::Form& form, const document::Document& document, const std::string& intent,
                     const std::string& parent) {
  json::Object body;
  body.push_back({"intent", json::Value(intent)});
  body.push_back({"parent", json::Value(parent)});
  body.push_back({"document", document::write(document, form)});
  return json::to_compact(json::Value(std::move(body)));
}

}  // namespace tianbao::testing
