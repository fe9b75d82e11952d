#include "tests/wasm/app/client.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <utility>
#include <variant>

#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "tests/support/reports.h"
#include "tests/wasm/screen/sound.h"
#include "wasm/app/members.h"
#include "wasm/page/patch.h"
#include "wasm/screen/build.h"

namespace tianbao::testing {
namespace {

/// GET /forms for these definitions.
std::string forms_body(const std::vector<std::string>& definitions) {
  json::Array forms;
  for (const std::string& text : definitions) {
    const form::Form form = load_form(text);
    json::Object entry;
    entry.push_back({"id", form.id});
    entry.push_back({"edition", form.edition});
    entry.push_back({"digest", form.digest});
    entry.push_back({"title", form.title});
    entry.push_back({"first_period", number::Decimal::from_integer(form.first_period)});
    entry.push_back({"last_period", form.last_period
                                        ? json::Value(number::Decimal::from_integer(*form.last_period))
                                        : json::Value()});
    forms.emplace_back(std::move(entry));
  }
  json::Object body;
  body.push_back({"forms", std::move(forms)});
  return json::to_compact(body);
}

std::string accepted(std::string_view digest, int receipt_number) {
  json::Object answer;
  json::Value receipt;
  if (receipt_number > 0) {
    json::Object members;
    members.push_back({"number", number::Decimal::from_integer(receipt_number)});
    members.push_back({"digest", digest});
    members.push_back({"received_at", "2020-01-15T10:40:00+08:00"});
    receipt = std::move(members);
  }
  answer.push_back({"receipt", std::move(receipt)});
  answer.push_back({"digest", digest});
  answer.push_back({"findings", json::Array()});
  answer.push_back({"context_differences", json::Array{"prior"}});
  return json::to_compact(answer);
}

/// In the bar, above every screen.
constexpr std::string_view clear_device_id = "button.clear_device";

const screen::Node* find_by_id(const screen::Node& node, std::string_view id) {
  if (node.id == id) return &node;
  for (const screen::Node& child : node.children) {
    if (const screen::Node* const found = find_by_id(child, id)) return found;
  }
  return nullptr;
}

const screen::Node* find_by_name(const screen::Node& node, screen::Kind kind, std::string_view name) {
  if (node.kind == kind && (node.label.empty() ? node.text : node.label) == name) return &node;
  for (const screen::Node& child : node.children) {
    if (const screen::Node* const found = find_by_name(child, kind, name)) return found;
  }
  return nullptr;
}

constexpr std::string_view region_path = "/api/v1/regions/";

std::string text_at(const Client::Storage& storage, std::string_view key) {
  for (const auto& [name, text] : storage) {
    if (name == key) return text;
  }
  return {};
}

void put(Client::Storage& storage, const std::string& key, const std::string& text) {
  storage.erase(
      std::remove_if(storage.begin(), storage.end(), [&](const auto& record) { return record.first == key; }),
      storage.end());
  storage.emplace_back(key, text);
}

}  // namespace

/// The storage: what was asked gives what is answered.
struct Store {
  Client& client;

  std::vector<app::Action> operator()(const app::SaveLocal& effect) const {
    app::SaveResult result = client.storage_works ? app::SaveResult::saved : app::SaveResult::failed;
    if (effect.guarded && text_at(client.storage, effect.key) != text_at(client.known_, effect.key)) {
      result = app::SaveResult::elsewhere;
    }
    if (result == app::SaveResult::saved) {
      put(client.storage, effect.key, effect.text);
      put(client.known_, effect.key, effect.text);
    }
    return {app::LocalSaved{effect.key, result}};
  }
  std::vector<app::Action> operator()(const app::LoadLocal& effect) const {
    std::vector<app::Action> answers;
    for (const auto& [key, text] : client.storage) {
      if (!key.starts_with(effect.prefix)) continue;
      if (key == effect.prefix || text_at(client.known_, key).empty()) put(client.known_, key, text);
      answers.emplace_back(app::LocalLoaded{key, text});
    }
    answers.emplace_back(app::LocalListed{effect.prefix});
    return answers;
  }
  std::vector<app::Action> operator()(const app::ClearLocal&) const {
    if (client.clearing_works) client.storage.clear();
    client.known_.clear();
    return {app::LocalCleared{client.clearing_works}};
  }
};

struct Perform {
  Client& client;

  void operator()(const app::SaveLocal& effect) const { client.asked_.emplace_back(effect); }
  void operator()(const app::LoadLocal& effect) const { client.asked_.emplace_back(effect); }
  void operator()(const app::ClearLocal& effect) const { client.asked_.emplace_back(effect); }
  void operator()(const app::Request& effect) const {
    (effect.path.starts_with(region_path) ? client.region_requests : client.requests).push_back(effect);
  }
  void operator()(const app::SaveFile& effect) const { client.files.push_back(effect); }
  void operator()(const app::OpenFile&) const { client.asks_file = true; }
  void operator()(const app::PrintHtml& effect) const { client.printed.push_back(effect.html); }
  void operator()(const app::Focus& effect) const { client.focus = effect.id; }
  void operator()(const app::Announce& effect) const { client.announced.push_back(effect.text); }
  void operator()(const app::AskSignIn&) const { client.asks_sign_in = true; }
  void operator()(const app::CloseSignIn&) const { client.asks_sign_in = false; }
  void operator()(const app::SetTimer& effect) const {
    (effect.timer == app::Timer::retry ? client.retry_ms : client.draft_ms) = effect.delay_ms;
  }
};

Client::Client(Storage kept) : definitions{work_report_text()}, storage(std::move(kept)) {}

void Client::act(const app::Action& action) {
  for (const app::Effect& effect : app::update(state, action)) std::visit(Perform{*this}, effect);
  while (!holds_storage && !asked_.empty()) work();
  while (answers_regions && !region_requests.empty()) {
    const std::string province = region_requests.front().path.substr(region_path.size());
    json::Object part = region::part_of(region_table(), province);
    const int status = part.empty() ? 404 : 200;
    json::Object body;
    body.push_back({"regions", std::move(part)});
    answer_region(province, status, json::to_compact(body));
  }
  show();
}

void Client::let_storage(std::size_t count) {
  for (; count > 0; --count) {
    REQUIRE_FALSE(asked_.empty());
    work();
  }
  show();
}

void Client::release_storage() {
  holds_storage = false;
  while (!asked_.empty()) work();
  show();
}

void Client::work() {
  const StorageEffect asked = asked_.front();
  asked_.erase(asked_.begin());
  for (const app::Action& answer : std::visit(Store{*this}, asked)) {
    for (const app::Effect& effect : app::update(state, answer)) std::visit(Perform{*this}, effect);
  }
}

void Client::show() {
  const screen::Node next = screen::build(state);
  require_sound(next);
  REQUIRE(page.apply(page::diff(tree, next)));
  tree = next;
  if (!focus.empty()) {
    INFO("focus goes to " << focus);
    CHECK((state.screen == app::Screen::sign_in || focus == clear_device_id || find(focus) != nullptr));
  }
}

void Client::start(bool online, std::string_view now) {
  act(app::TimeTold{std::string(now)});
  act(app::Started{online});
}

void Client::sign_in() {
  act(app::SignedIn{std::string(session_answer)});
  if (!has_request("GET", "/api/v1/forms")) return;
  answer("GET", "/api/v1/forms", 200, forms_body(definitions));
  for (const std::string& text : definitions) {
    const std::string path = "/api/v1/forms/" + load_form(text).digest;
    if (has_request("GET", path)) answer("GET", path, 200, text);
  }
}

void Client::open(const json::Value& report) {
  press("政府网站工作年度报表 2019年度");
  answer("GET", report_path, 200, json::to_compact(report));
}

void Client::open_kept() {
  press("政府网站工作年度报表 2019年度");
  REQUIRE(requests.empty());
}

void Client::type(std::string_view name, std::string_view text) {
  INFO(name);
  const screen::Node* const node = find_named(screen::Kind::field, name);
  REQUIRE(node != nullptr);
  const std::string id = node->id;
  const app::Action action = app::from_event(state, id, app::Event::input, text);
  REQUIRE(action.index() != 0);
  const int serial = page.serial(id);
  focus.clear();
  act(action);
  CHECK(page.serial(id) == serial);
  CHECK((find(id) == nullptr || find(id)->value == text));
}

void Client::leave(std::string_view name) {
  const screen::Node* const node = find_named(screen::Kind::field, name);
  REQUIRE(node != nullptr);
  act(app::from_event(state, node->id, app::Event::leave, ""));
}

void Client::choose(std::string_view name, std::string_view option, bool ticked) {
  INFO(name << " " << option);
  const screen::Node* const node = find_named(screen::Kind::choice, name);
  REQUIRE(node != nullptr);
  const screen::Node* const chosen = find_by_name(*node, screen::Kind::option, option);
  REQUIRE(chosen != nullptr);
  const app::Action action =
      app::from_event(state, chosen->id, app::Event::choose, ticked ? "true" : "false");
  REQUIRE(action.index() != 0);
  act(action);
}

void Client::press(std::string_view name) {
  INFO(name);
  if (name == "清除本机数据") return act(app::from_event(state, clear_device_id, app::Event::press, ""));
  const screen::Node* const node = find_named(screen::Kind::button, name);
  REQUIRE(node != nullptr);
  REQUIRE_FALSE(node->disabled);
  const app::Action action = app::from_event(state, node->id, app::Event::press, "");
  REQUIRE(action.index() != 0);
  act(action);
}

void Client::answer(std::string_view method, std::string_view path, int status, std::string_view body) {
  INFO(method << " " << path);
  REQUIRE_FALSE(requests.empty());
  const app::Request request = requests.front();
  CHECK(request.method == method);
  CHECK(request.path == path);
  requests.erase(requests.begin());
  act(app::Answered{request.tag, status, std::string(body), 0});
}

void Client::answer_region(std::string_view province, int status, std::string_view body) {
  INFO(province);
  REQUIRE_FALSE(region_requests.empty());
  const app::Request request = region_requests.front();
  CHECK(request.path == std::string(region_path) + std::string(province));
  region_requests.erase(region_requests.begin());
  act(app::Answered{request.tag, status, std::string(body), 0});
}

std::string Client::accept(int receipt_number) {
  REQUIRE_FALSE(requests.empty());
  const auto body = json::parse(requests.front().body);
  REQUIRE(body.ok());
  std::string digest = app::canonical_digest(*body.value().find("document"));
  const bool is_submission = *body.value().find("intent")->as_string() == "submission";
  answer("PUT", report_path, 200, accepted(digest, is_submission ? receipt_number : 0));
  return digest;
}

json::Value Client::body_of(std::string_view method, std::string_view path) const {
  for (const app::Request& request : requests) {
    if (request.method != method || request.path != path) continue;
    const auto parsed = json::parse(request.body);
    REQUIRE(parsed.ok());
    return parsed.value();
  }
  FAIL("no request " << method << " " << path);
  return {};
}

bool Client::has_request(std::string_view method, std::string_view path) const {
  return std::any_of(requests.begin(), requests.end(), [&](const app::Request& request) {
    return request.method == method && request.path == path;
  });
}

const screen::Node* Client::find(std::string_view id) const {
  return find_by_id(tree, id);
}

const screen::Node* Client::find_named(screen::Kind kind, std::string_view name) const {
  return find_by_name(tree, kind, name);
}

std::string Client::text_of(std::string_view id) const {
  const screen::Node* const node = find(id);
  return node == nullptr ? std::string() : node->text;
}

const std::string* Client::stored(std::string_view key) const {
  for (const auto& [name, text] : storage) {
    if (name == key) return &text;
  }
  return nullptr;
}

json::Value report_answer(json::Value document, std::string_view parent) {
  const auto context =
      json::parse(R"({"today":"2020-01-15","site":{"code":"4305250009","name":"洞口县人民政府",)"
                  R"("url":"http://www.dongkou.gov.cn","organiser":"洞口县人民政府"},"prior":null})");
  REQUIRE(context.ok());
  const bool is_none = document.is_null();
  json::Object answer;
  answer.push_back({"document", std::move(document)});
  answer.push_back({"state", is_none ? "none" : "draft"});
  answer.push_back({"digest", is_none ? json::Value() : json::Value(parent)});
  answer.push_back({"parent", parent});
  answer.push_back({"receipt", nullptr});
  answer.push_back({"context", context.value()});
  return answer;
}

Client signed_in_client(Client::Storage kept) {
  Client client(std::move(kept));
  client.start();
  client.sign_in();
  return client;
}

Client opened_client(const json::Value& report, Client::Storage kept) {
  Client client = signed_in_client(std::move(kept));
  client.open(report);
  return client;
}

}  // namespace tianbao::testing
