#include "server/http/standard_answers.h"

#include <array>
#include <ctime>
#include <string>
#include <utility>

#include "server/http/limits.h"

namespace tianbao::http {

namespace {

// Measured: without 'wasm-unsafe-eval' Chromium refuses to compile the client's WASM.
// What it does not name there is denied by default-src; frames are not covered by that and are denied by
// name.
constexpr const char* content_security_policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; "
    "img-src 'self' data:; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";

constexpr std::pair<const char*, const char*> security_headers[] = {
    {"Content-Security-Policy", content_security_policy},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), microphone=(), geolocation=()"},
};

/// RFC 9110 section 5.6.7.
std::string http_date(store::UnixSeconds moment) {
  const std::time_t time = static_cast<std::time_t>(moment);
  std::tm parts = {};
  ::gmtime_r(&time, &parts);
  char text[40] = {};
  return std::string(text, std::strftime(text, sizeof(text), "%a, %d %b %Y %H:%M:%S GMT", &parts));
}

int status_of(Refusal refusal) {
  switch (refusal) {
    case Refusal::uri_too_long:
      return 414;
    case Refusal::header_too_large:
      return 431;
    case Refusal::timed_out:
      return 408;
    case Refusal::too_many_connections:
      return 503;
    case Refusal::none:
      break;
  }
  return 400;
}

Problem too_many_connections() {
  return {503,
          "too_many_connections",
          "同一网络地址同时打开的连接超过上限 " + std::to_string(max_connections_per_address) +
              " 个，请稍后再试。",
          {}};
}

}  // namespace

void add_standard_headers(httplib::Response& response, store::UnixSeconds now) {
  for (const auto& [name, value] : security_headers) response.set_header(name, value);
  response.set_header("Date", http_date(now));
  if (!response.has_header("Cache-Control")) response.set_header("Cache-Control", "no-store");
  // RFC 9110 section 8.6: none on 204, and on 304 only that of the content not sent. cpp-httplib writes 0.
  if (response.status == 204 || response.status == 304) response.headers.erase("Content-Length");
}

Problem body_too_large(std::size_t max_bytes) {
  return {413, "body_too_large", "内容超过上限 " + std::to_string(max_bytes) + " 字节。", {}};
}

Problem problem_of(int status) {
  switch (status) {
    case 404:
      return {404, "not_found", "没有这个网址。", {}};
    case 408:
      return {408, "timed_out", "请求没有在规定时间内发完，请检查网络后重试。", {}};
    case 413:
      return body_too_large(max_body_bytes);
    case 414:
      return {414, "uri_too_long", "网址超过上限 " + std::to_string(max_uri_bytes) + " 字节。", {}};
    case 415:
      return {415, "unsupported_encoding", "请求的内容不得压缩（Content-Encoding）。", {}};
    case 431:
      return {431, "header_too_large", "请求头超过上限 " + std::to_string(max_header_bytes) + " 字节。", {}};
    case 500:
      return {500, "internal_error", "服务器内部出错，请告知管理员。", {}};
    default:
      return {status, "bad_request", "请求不合 HTTP 的规定。", {}};
  }
}

std::string refusal_response(Refusal refusal) {
  const int status = status_of(refusal);
  const bool is_crowding = refusal == Refusal::too_many_connections;
  const std::string body = to_json_text(is_crowding ? too_many_connections() : problem_of(status));
  std::string response =
      "HTTP/1.1 " + std::to_string(status) + " " + httplib::status_message(status) + "\r\n";
  for (const auto& [name, value] : security_headers) response += std::string(name) + ": " + value + "\r\n";
  response += "Date: " + http_date(store::now()) + "\r\n";
  response += "Content-Type: application/problem+json\r\nCache-Control: no-store\r\nConnection: close\r\n";
  if (is_crowding) response += "Retry-After: " + std::to_string(refused_retry_seconds) + "\r\n";
  response += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  return response + body;
}

}  // namespace tianbao::http
