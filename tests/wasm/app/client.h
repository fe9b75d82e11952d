#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "shared/json/value.h"
#include "tests/wasm/page/model.h"
#include "wasm/app/from_event.h"
#include "wasm/app/update.h"
#include "wasm/screen/node.h"

namespace tianbao::testing {

/// The client in a browser that a test holds in its hands (to be another tab of it is to have a copy of
/// `storage`): storage works at once unless the test holds it back, the network answers when the test says
/// so. After every action the new screen goes to the page as a patch, and has to be sound
/// (tests/wasm/screen/sound.h).
class Client {
 public:
  using Storage = std::vector<std::pair<std::string, std::string>>;

  explicit Client(Storage kept = {});

  void act(const app::Action& action);

  /// A fresh page: the time is told and the client started.
  void start(bool online = true, std::string_view now = "2020-01-15T10:32:05+08:00");
  /// Signs 洞口县人民政府 in and gives the list of forms, and their definitions as far as they are not kept.
  void sign_in();
  /// Opens the work report of 2019, which the server knows as `report` (report_answer()).
  void open(const json::Value& report);

  /// The same without network: from what this device keeps.
  void open_kept();

  /// What a person does, by accessible name. Fails the test when there is no such thing on the screen.
  void type(std::string_view name, std::string_view text);
  void leave(std::string_view name);
  void choose(std::string_view name, std::string_view option, bool ticked = true);
  void press(std::string_view name);

  /// The storage does so many of the things that it was asked while `holds_storage`, oldest first.
  void let_storage(std::size_t count);
  /// It does all of them, and works at once again.
  void release_storage();

  /// The oldest request without answer, which has to be this one; it is answered with `status` and `body`.
  void answer(std::string_view method, std::string_view path, int status, std::string_view body = "{}");
  /// The same of the oldest request for regions, of that province.
  void answer_region(std::string_view province, int status, std::string_view body = "{}");
  /// The oldest request, a PUT, is taken: as the server answers it, with a receipt when it is a submission.
  /// Gives the digest under which the document stands from then on.
  std::string accept(int receipt_number = 1);
  /// The body of that request.
  json::Value body_of(std::string_view method, std::string_view path) const;
  bool has_request(std::string_view method, std::string_view path) const;

  /// A node of the screen, nullptr when it is not there.
  const screen::Node* find(std::string_view id) const;
  const screen::Node* find_named(screen::Kind kind, std::string_view name) const;
  std::string text_of(std::string_view id) const;
  const std::string* stored(std::string_view key) const;

  std::vector<std::string> definitions;  // what the server offers; the work report at first
  app::State state;
  screen::Node tree;
  page::Model page;
  Storage storage;
  bool answers_regions = true;  // at once, as the server would
  bool storage_works = true;
  bool holds_storage = false;
  std::vector<app::Request> requests;         // without answer, oldest first
  std::vector<app::Request> region_requests;  // those for regions alone
  std::vector<app::SaveFile> files;
  std::vector<std::string> printed;
  std::vector<std::string> announced;
  std::string focus;  // where it was sent since somebody typed
  bool asks_sign_in = false;
  bool clearing_works = true;
  bool asks_file = false;
  std::uint32_t retry_ms = 0;  // 0: that timer is not set
  std::uint32_t draft_ms = 0;

 private:
  friend struct Perform;
  friend struct Store;
  using StorageEffect = std::variant<app::SaveLocal, app::LoadLocal, app::ClearLocal>;
  void work();
  void show();

  Storage known_;                     // what this page has put into the storage or read from it
  std::vector<StorageEffect> asked_;  // of the storage, oldest first
};

constexpr std::string_view report_path = "/api/v1/reports/work-report/2019/4305250009";
/// Where the device keeps that report.
constexpr std::string_view draft_key = "draft/4305250009/work-report/2019";

/// What the server says of a session of 洞口县.
constexpr std::string_view session_answer =
    R"({"site":{"code":"4305250009","name":"洞口县人民政府","url":"http://www.dongkou.gov.cn",)"
    R"("organiser":"洞口县人民政府"}})";

/// GET /reports/… for a report that stands as `document` (null: none) under the digest `parent`.
json::Value report_answer(json::Value document = nullptr, std::string_view parent = "");

/// A client that has found `kept` on its device and signed 洞口县 in.
Client signed_in_client(Client::Storage kept = {});

/// The same with the work report of 2019 open, which the server knows as `report`.
Client opened_client(const json::Value& report = report_answer(), Client::Storage kept = {});

}  // namespace tianbao::testing
