#include "tests/server/http/peer.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tianbao::testing {

namespace {

sockaddr_in address_at(const std::string& ip, int port) {
  sockaddr_in address = {};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  REQUIRE(::inet_pton(AF_INET, ip.c_str(), &address.sin_addr) == 1);
  return address;
}

}  // namespace

Peer::Peer(int port, const std::string& from) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  REQUIRE(socket_ >= 0);
  const sockaddr_in here = address_at(from, 0);
  REQUIRE(::bind(socket_, reinterpret_cast<const sockaddr*>(&here), sizeof(here)) == 0);
  const sockaddr_in there = address_at("127.0.0.1", port);
  REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&there), sizeof(there)) == 0);
}

Peer::~Peer() {
  ::close(socket_);
}

void Peer::send(const std::string& bytes) const {
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) break;
    sent += static_cast<std::size_t>(count);
  }
}

std::string Peer::receive() const {
  std::string received;
  char buffer[4096];
  ssize_t count = 0;
  while ((count = ::recv(socket_, buffer, sizeof(buffer), 0)) > 0)
    received.append(buffer, static_cast<std::size_t>(count));
  return received;
}

}  // namespace tianbao::testing
