#include "server/http/gate.h"

#include <iostream>
#include <utility>

#include "server/http/address.h"
#include "server/http/field_text.h"
#include "server/store/register.h"

namespace tianbao::http {

namespace {

bool is_json(const httplib::Request& request) {
  const std::string type = request.get_header_value("Content-Type");
  return lower_case(trimmed(std::string_view(type).substr(0, type.find(';')))) == "application/json";
}

bool came_over_tls(const httplib::Request& request) {
  // Only a proxy can know. A client that lies about it makes its own cookie stricter, nothing else.
  return lower_case(request.get_header_value("X-Forwarded-Proto")) == "https";
}

std::optional<Problem> find_session(Call& call) {
  const std::string token = cookie_of(call.request, session_cookie);
  const Problem not_signed_in{401, "not_signed_in", "尚未登录，或登录已过期。请用标识码和校验码登录。", {}};
  const auto session = call.service.sessions.find(token, call.service.now());
  if (!session.has_value()) return not_signed_in;
  auto record = store::read_site(call.service.folder, session->site_code);
  if (!record) return storage_problem(record.error());
  if (!record.value().has_value() || record.value()->secret_hash != session->secret_hash) {
    call.service.sessions.close(token);
    return not_signed_in;
  }
  call.session_token = token;
  call.site = record.value()->site;
  return std::nullopt;
}

}  // namespace

std::optional<Problem> check_gate(const Route& route, Call& call) {
  if (route.method != "GET" && is_cross_site(call.request)) {
    return Problem{403, "cross_site", "这个请求来自别的网站的页面，已拒绝。", {}};
  }
  if (route.needs_session) {
    if (auto problem = find_session(call)) return problem;
  }
  if (route.max_body_bytes > 0 && !is_json(call.request)) {
    return Problem{415, "not_json", "请求的内容须为 JSON（Content-Type: application/json）。", {}};
  }
  return std::nullopt;
}

bool is_cross_site(const httplib::Request& request) {
  // Browsers say it themselves where the page is trustworthy (HTTPS, localhost); on a plain-HTTP intranet
  // only Origin is sent. A program that is no browser sends neither, and has no cookie of anybody else's.
  if (request.has_header("Sec-Fetch-Site"))
    return request.get_header_value("Sec-Fetch-Site") != "same-origin";
  if (!request.has_header("Origin")) return false;
  const std::string origin = request.get_header_value("Origin");
  const std::size_t scheme = origin.find("://");
  if (scheme == std::string::npos) return true;
  return lower_case(origin.substr(scheme + 3)) != lower_case(request.get_header_value("Host"));
}

std::string cookie_of(const httplib::Request& request, std::string_view name) {
  const std::string header = request.get_header_value("Cookie");
  std::string_view rest = header;
  while (!rest.empty()) {
    const std::string_view pair = take_member(rest, ';');
    if (pair.size() > name.size() && pair.substr(0, name.size()) == name && pair[name.size()] == '=') {
      return std::string(pair.substr(name.size() + 1));
    }
  }
  return {};
}

std::string session_cookie_header(const httplib::Request& request, std::string_view token) {
  // No Max-Age on a token: it goes with the browser window.
  std::string header =
      std::string(session_cookie) + "=" + std::string(token) + "; Path=/api; HttpOnly; SameSite=Strict";
  if (token.empty()) header += "; Max-Age=0";
  if (came_over_tls(request)) header += "; Secure";
  return header;
}

std::string client_address(const httplib::Request& request) {
  if (!is_this_machine(request.remote_addr) || !request.has_header("X-Forwarded-For"))
    return request.remote_addr;
  // The last entry is the one that our own proxy added; those before it are whatever the client wrote.
  const std::string header = request.get_header_value("X-Forwarded-For");
  const std::size_t comma = header.rfind(',');
  return std::string(trimmed(std::string_view(header).substr(comma == std::string::npos ? 0 : comma + 1)));
}

Problem storage_problem(const store::FileError& error) {
  // Paths are for the administrator's log, not for the network.
  std::cerr << store::describe(error) << std::endl;
  return Problem{500,
                 "storage_failed",
                 "服务器读写数据时出错，内容未必已保存，请稍后重试；若一再出现，请告知管理员查看服务器日志。",
                 {}};
}

}  // namespace tianbao::http
