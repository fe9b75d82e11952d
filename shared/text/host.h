#pragma once

#include <string_view>

namespace tianbao::text {

constexpr std::size_t max_host_bytes = 253;       // RFC 1035 section 2.3.4
constexpr std::size_t max_host_label_bytes = 63;  // the same

/// Whether this can be the name of a public host, in lower case: labels of letters, digits and hyphens (RFC
/// 1123 section 2.1) or of Chinese characters alone (`.政务` names), at least two of them, the last not a
/// number.
bool is_host_name(std::string_view host);

/// Whether this is an IPv4 address in dotted decimals.
bool is_ipv4_address(std::string_view host);

}  // namespace tianbao::text
