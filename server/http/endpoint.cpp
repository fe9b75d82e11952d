#include "server/http/endpoint.h"

#include <algorithm>

namespace tianbao::http {

namespace {

constexpr int max_port = 65535;

std::string complaint(std::string_view text) {
  return "“" + std::string(text) + "”不是监听地址，应写成“地址:端口”，例如 127.0.0.1:8080 或 [::1]:8080。";
}

}  // namespace

Result<Endpoint, std::string> read_endpoint(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return complaint(text);
  std::string_view host = text.substr(0, colon);
  const bool is_bracketed = host.front() == '[' && host.back() == ']';
  if (is_bracketed) host = host.substr(1, host.size() - 2);
  const std::string_view digits = text.substr(colon + 1);
  const bool is_number =
      !digits.empty() && digits.size() <= 5 &&
      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (host.empty() || !is_number || (!is_bracketed && host.find(':') != std::string_view::npos))
    return complaint(text);
  const int port = std::stoi(std::string(digits));
  if (port > max_port) return complaint(text);
  return Endpoint{std::string(host), port};
}

bool is_loopback(const Endpoint& endpoint) {
  return endpoint.host == "localhost" || endpoint.host == "::1" || endpoint.host.rfind("127.", 0) == 0;
}

std::string to_url(const Endpoint& endpoint) {
  const bool is_v6 = endpoint.host.find(':') != std::string::npos;
  return "http://" + (is_v6 ? "[" + endpoint.host + "]" : endpoint.host) + ":" +
         std::to_string(endpoint.port) + "/";
}

}  // namespace tianbao::http
