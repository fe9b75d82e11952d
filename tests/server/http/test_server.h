#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/http/library.h"
#include "server/http/server.h"
#include "server/store/data_folder.h"
#include "server/store/form_library.h"
#include "server/store/report_store.h"
#include "shared/document/document.h"
#include "shared/json/value.h"
#include "tests/server/store/temporary_folder.h"

namespace tianbao::testing {

constexpr const char* dongkou = "4305250009";
constexpr const char* gaohang = "3101150020";
constexpr const char* right_secret = "7KQF-M2XW-9HRT-C4BN";
constexpr const char* report_path = "/api/v1/reports/work-report/2019/4305250009";
constexpr store::UnixSeconds noon_of_2020_01_15 = 1'579'060'800;
constexpr store::UnixSeconds noon_of_2025_01_15 = 1'736'913'600;

/// A server as it ships, on a loopback port of its own, with two sites, a small client and a clock that the
/// test sets. One at a time.
class TestServer {
 public:
  explicit TestServer(const http::Deadlines& deadlines = {});
  ~TestServer();
  TestServer(const TestServer&) = delete;
  TestServer& operator=(const TestServer&) = delete;

  /// Stops and starts anew on the same folder.
  void restart();

  /// Offers this definition beside the work report, from a restart on.
  void offer_also(const std::string& definition);

  static void set_clock(store::UnixSeconds now);

  int port() const;
  const TemporaryFolder& folder() const { return folder_; }
  const store::DataFolder& data() const;
  const form::Form& form() const;
  http::Service& service();

  httplib::Client client() const;

  /// The Cookie header of a fresh session.
  httplib::Headers sign_in(const std::string& code = dongkou, const std::string& secret = right_secret) const;

  /// Sends these bytes and returns all that comes back until the server closes.
  std::string raw(const std::string& bytes) const;

 private:
  struct Running;

  http::Deadlines deadlines_;
  TemporaryFolder folder_;
  std::string forms_folder_ = TIANBAO_SOURCE_DIR "/assets/forms";
  std::unique_ptr<Running> running_;
};

/// The body as JSON; fails the test when it is none.
json::Value json_of(const httplib::Result& result);

/// The member's text, "" when it is none.
std::string text_at(const json::Value& value, std::string_view key);

/// `code` of a problem, after checking that it is one in every respect (RFC 9457).
std::string problem_code(const httplib::Result& result, int status);

/// 洞口县's report for 2019 with every 说明 that is asked for: it may be submitted.
document::Document submittable_report(const form::Form& form);

/// The body of a PUT.
std::string put_body(const form::Form& form, const document::Document& document, const std::string& intent,
                     const std::string& parent);

}  // namespace tianbao::testing
