#pragma once

#include <atomic>
#include <cstddef>

#include "server/http/connection.h"
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
  bool wait_for_next_request(Connection& connection) const;

  Deadlines deadlines_;
  std::atomic<std::size_t> open_connections_ = 0;
};

}  // namespace tianbao::http
