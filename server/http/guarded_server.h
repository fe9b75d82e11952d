#pragma once

#include <atomic>
#include <cstddef>
#include <string>

#include "server/http/connection.h"
#include "server/http/connection_shares.h"
#include "server/http/library.h"
#include "server/http/limits.h"

namespace tianbao::http {

/// cpp-httplib's server with our connections under it: it parses and answers requests, they hold the peer to
/// limits and deadlines.
class GuardedServer final : public httplib::Server {
 public:
  explicit GuardedServer(const Deadlines& deadlines) : deadlines_(deadlines) {}

  bool is_stopping() const { return svr_sock_ == INVALID_SOCKET; }

 private:
  bool process_and_close_socket(socket_t socket) override;
  bool serve(Connection& connection, const std::string& remote_address, int remote_port,
             const ConnectionShares::Place& place);
  bool wait_for_next_request(Connection& connection, const ConnectionShares::Place& place) const;
  bool is_crowded() const { return open_connections_ > max_threads * 3 / 4; }

  Deadlines deadlines_;
  std::atomic<std::size_t> open_connections_ = 0;
  ConnectionShares shares_;
};

}  // namespace tianbao::http
