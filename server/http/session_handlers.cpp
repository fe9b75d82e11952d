#include <algorithm>
#include <array>
#include <utility>

#include "server/http/address.h"
#include "server/http/gate.h"
#include "server/http/json_body.h"
#include "server/http/limits.h"
#include "server/http/problem.h"
#include "server/http/routes.h"
#include "server/store/register.h"
#include "server/store/secret.h"
#include "shared/text/read.h"

namespace tianbao::http {

namespace {

constexpr std::size_t max_code_bytes = 64;
constexpr std::size_t max_secret_bytes = 256;
constexpr int busy_retry_seconds = 2;

struct Credentials {
  std::string code;
  std::string secret;
};

Result<Credentials, Problem> read_credentials(const Call& call) {
  constexpr std::array<std::string_view, 2> members = {"code", "secret"};
  const auto body = read_json_body(call.body, max_sign_in_body_bytes, members);
  if (!body) return body.error();
  const std::string* const code = body.value().find("code")->as_string();
  const std::string* const secret = body.value().find("secret")->as_string();
  std::vector<BodyError> errors;
  if (code == nullptr || code->size() > max_code_bytes)
    errors.push_back({"/code", "wrong_type", "应为标识码文本。"});
  if (secret == nullptr || secret->size() > max_secret_bytes) {
    errors.push_back({"/secret", "wrong_type", "应为校验码文本。"});
  }
  if (!errors.empty()) return malformed(errors);
  const text::Reading reading = text::read_site_code(*code);
  return Credentials{reading.state == text::ReadingState::value ? reading.value : *code, *secret};
}

void answer_wait(httplib::Response& response, int status, std::string_view code, int seconds,
                 std::string detail) {
  response.set_header("Retry-After", std::to_string(seconds));
  answer(response, Problem{status, code, std::move(detail), {}});
}

void answer_site(Call& call, const document::Site& site) {
  json::Object body;
  body.push_back({"site", json::Value(document::write_site(site))});
  answer(call.response, 200, json::Value(std::move(body)));
}

/// A code is slowed for the address that fails with it, not for all: else a stranger could keep a unit out by
/// failing in its name. Guessing from many addresses is hopeless against the bits of a 校验码
/// (store/secret.h).
std::string code_key(const std::string& code, const std::string& address) {
  return address + " " + code;
}

/// Seconds to wait before this may be tried; 0 when it may, and it is then counted.
int admit(Service& service, const std::string& code, const std::string& address) {
  const store::UnixSeconds now = service.now();
  if (const int wait = service.address_throttle.attempt(address, now); wait > 0) return wait;
  const int wait = service.code_throttle.attempt(code_key(code, address), now);
  if (wait > 0) service.address_throttle.withdraw(address);
  return wait;
}

}  // namespace

void sign_in(Call& call) {
  Service& service = call.service;
  const auto credentials = read_credentials(call);
  if (!credentials) return answer(call.response, credentials.error());
  const std::string& code = credentials.value().code;
  const std::string address = address_key(client_address(call.request));
  if (const int wait = admit(service, code, address); wait > 0) {
    return answer_wait(
        call.response, 429, "too_many_attempts", wait,
        "登录失败次数过多，请在 " + std::to_string(wait) + " 秒后再试。忘记校验码的，请向组织单位申请重置。");
  }
  const HashGate::Pass pass = service.hash_gate.enter();
  if (!pass) {
    service.address_throttle.withdraw(address);
    service.code_throttle.withdraw(code_key(code, address));
    return answer_wait(call.response, 503, "busy", busy_retry_seconds, "同时登录的人较多，请稍后再试。");
  }
  auto record = store::read_site(service.folder, code);
  if (!record) return answer(call.response, storage_problem(record.error()));
  // An unknown code costs the same work and gets the same answer, so that nobody learns which codes there
  // are.
  const bool is_known = record.value().has_value() && !record.value()->secret_hash.empty();
  const std::string& hash = is_known ? record.value()->secret_hash : store::unmatched_hash();
  if (!service.secret_matches(hash, credentials.value().secret) || !is_known) {
    return answer(call.response,
                  Problem{401, "wrong_code_or_secret", "标识码或校验码不正确，请核对后重新输入。", {}});
  }
  service.code_throttle.succeeded(code_key(code, address));
  service.address_throttle.withdraw(address);
  const std::string token = service.sessions.open(code, hash, service.now());
  call.response.set_header("Set-Cookie", session_cookie_header(call.request, token));
  answer_site(call, record.value()->site);
}

void read_session(Call& call) {
  answer_site(call, *call.site);
}

void sign_out(Call& call) {
  call.service.sessions.close(cookie_of(call.request, session_cookie));
  call.response.set_header("Set-Cookie", session_cookie_header(call.request, ""));
  call.response.status = 204;
}

}  // namespace tianbao::http
