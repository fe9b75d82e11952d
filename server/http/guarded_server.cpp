#include "server/http/guarded_server.h"

#include <algorithm>
#include <string>

#include "server/http/limits.h"
#include "server/http/routes.h"
#include "server/http/standard_answers.h"

namespace tianbao::http {

namespace {

/// Most that the request's body may have; nothing for what no route takes.
std::size_t most_body_bytes(const httplib::Request& request) {
  const RouteMatch match = match_route(request.method, request.path);
  return match.route != nullptr ? match.route->max_body_bytes : 0;
}

}  // namespace

bool GuardedServer::wait_for_next_request(Connection& connection,
                                          const ConnectionShares::Place& place) const {
  int patience_ms = keep_alive_ms;
  while (patience_ms > 0 && !is_stopping()) {
    if (connection.wait_for_request(stop_check_ms)) return true;
    if (!connection.is_open()) return false;
    patience_ms -= stop_check_ms;
    if (is_crowded() || place.is_scarce()) patience_ms = std::min(patience_ms, busy_keep_alive_ms);
  }
  return false;
}

bool GuardedServer::serve(Connection& connection, const std::string& remote_address, int remote_port,
                          const ConnectionShares::Place& place) {
  std::string local_address;
  int local_port = 0;
  connection.get_local_ip_and_port(local_address, local_port);
  bool served = false;
  for (std::size_t count = 1; count <= max_requests_per_connection; ++count) {
    if (!wait_for_next_request(connection, place)) break;
    connection.begin_request();
    bool is_closed = false;
    served = process_request(
        connection, remote_address, remote_port, local_address, local_port,
        count == max_requests_per_connection, is_closed, [&](httplib::Request& request) {
          connection.begin_body(most_body_bytes(request));
          // RFC 9112 section 6.3: no length means no body. cpp-httplib would read on.
          if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding")) {
            request.set_header("Content-Length", "0");
          }
        });
    if (connection.refusal() != Refusal::none) {
      connection.write_refusal(refusal_response(connection.refusal()));
      served = false;
    }
    if (!served || is_closed) break;
  }
  return served;
}

bool GuardedServer::process_and_close_socket(socket_t socket) {
  Connection connection(socket, deadlines_);
  ++open_connections_;
  std::string remote_address;
  int remote_port = 0;
  connection.get_remote_ip_and_port(remote_address, remote_port);
  const ConnectionShares::Place place = shares_.take(remote_address);
  bool served = false;
  if (place) {
    served = serve(connection, remote_address, remote_port, place);
    if (!is_stopping()) connection.close_gently(linger_ms);
  } else {
    // Not read, so that it costs next to nothing; the answer may be lost where there is no time to linger.
    connection.write_refusal(refusal_response(Refusal::too_many_connections));
    connection.close_gently(is_crowded() ? 0 : refused_linger_ms);
  }
  --open_connections_;
  return served;
}

}  // namespace tianbao::http
