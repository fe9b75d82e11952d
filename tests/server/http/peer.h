#pragma once

#include <string>

namespace tianbao::testing {

/// A TCP connection to a port of this machine that sends exactly what it is told, as no HTTP library would.
class Peer {
 public:
  /// `from` is the address that the server sees: every 127.x.y.z is this machine's.
  explicit Peer(int port, const std::string& from = "127.0.0.1");
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  ~Peer();

  /// As much of it as the server takes.
  void send(const std::string& bytes) const;

  /// All that comes until the server closes.
  std::string receive() const;

 private:
  int socket_;
};

}  // namespace tianbao::testing
