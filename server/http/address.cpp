#include "server/http/address.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace tianbao::http {

void address_of(int socket, bool remote, std::string& ip, int& port) {
  sockaddr_storage storage = {};
  socklen_t length = sizeof(storage);
  auto* const address = reinterpret_cast<sockaddr*>(&storage);
  const int result =
      remote ? ::getpeername(socket, address, &length) : ::getsockname(socket, address, &length);
  ip.clear();
  port = 0;
  if (result != 0) return;
  std::array<char, INET6_ADDRSTRLEN> text = {};
  if (storage.ss_family == AF_INET) {
    const auto* const v4 = reinterpret_cast<const sockaddr_in*>(&storage);
    ::inet_ntop(AF_INET, &v4->sin_addr, text.data(), text.size());
    port = ntohs(v4->sin_port);
  } else if (storage.ss_family == AF_INET6) {
    const auto* const v6 = reinterpret_cast<const sockaddr_in6*>(&storage);
    constexpr std::size_t v4_at = 12;  // RFC 4291 section 2.5.5.2
    const bool is_mapped = IN6_IS_ADDR_V4MAPPED(&v6->sin6_addr);
    if (is_mapped) ::inet_ntop(AF_INET, v6->sin6_addr.s6_addr + v4_at, text.data(), text.size());
    if (!is_mapped) ::inet_ntop(AF_INET6, &v6->sin6_addr, text.data(), text.size());
    port = ntohs(v6->sin6_port);
  }
  ip = text.data();
}

std::string address_key(const std::string& address) {
  in6_addr parsed = {};
  if (::inet_pton(AF_INET6, address.c_str(), &parsed) != 1 || IN6_IS_ADDR_V4MAPPED(&parsed)) return address;
  std::fill(std::begin(parsed.s6_addr) + 8, std::end(parsed.s6_addr), std::uint8_t{0});
  std::array<char, INET6_ADDRSTRLEN> text = {};
  ::inet_ntop(AF_INET6, &parsed, text.data(), text.size());
  return std::string(text.data()) + "/64";
}

bool is_this_machine(const std::string& address) {
  return address == "127.0.0.1" || address == "::1";
}

}  // namespace tianbao::http
