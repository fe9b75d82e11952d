#pragma once

#include <string>

namespace tianbao::http {

/// The address and port of one end of a socket; "" when the system does not know. An IPv4 peer of a socket
/// that listens on IPv6 too is written as the IPv4 address that it is.
void address_of(int socket, bool remote, std::string& ip, int& port);

/// What counts as one address: IPv4 as it is, of IPv6 the first 64 bits, which one subscriber has to himself.
std::string address_key(const std::string& address);

/// Whether the peer is a program on this machine: with HTTPS, the proxy that stands for everybody.
bool is_this_machine(const std::string& address);

}  // namespace tianbao::http
