#pragma once

#include <string>
#include <string_view>

#include "shared/result.h"

namespace tianbao::http {

/// Where to listen.
struct Endpoint {
  std::string host = "127.0.0.1";
  int port = 8080;  // 0: any free one
};

/// Reads "127.0.0.1:8080", "[::1]:8080", "0.0.0.0:0"; the error is one Chinese sentence.
Result<Endpoint, std::string> read_endpoint(std::string_view text);

/// Whether only programs on this machine can reach it.
bool is_loopback(const Endpoint& endpoint);

/// "http://127.0.0.1:8080/"
std::string to_url(const Endpoint& endpoint);

}  // namespace tianbao::http
