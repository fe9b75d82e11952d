#include <algorithm>
#include <cstddef>
#include <iterator>

#include "shared/text/characters.h"
#include "shared/text/host.h"
#include "shared/text/normalize.h"
#include "shared/text/read.h"
#include "shared/text/reading.h"

namespace tianbao::text {
namespace {

struct Url {
  std::string scheme;
  std::string host;
  std::string port;  // digits, empty when not written
  std::string tail;  // path, query and fragment
};

/// Whether all characters may stand in a path, query or fragment as they are (RFC 3986 section 3.3 to 3.5).
/// Others are mostly words that were written behind the address.
bool is_tail(std::string_view tail) {
  constexpr std::string_view signs = "-._~:/?#[]@!$&'()*+,;=%";
  return std::all_of(tail.begin(), tail.end(), [signs](char character) {
    return is_digit(character) || is_ascii_letter(character) ||
           signs.find(character) != std::string_view::npos;
  });
}

bool is_port(std::string_view port) {
  constexpr std::size_t max_port_digits = 5;
  if (!is_all_digits(port) || port.front() == '0' || port.size() > max_port_digits) return false;
  return port.size() < max_port_digits || port <= "65535";
}

/// Without the blanks that slip in beside the signs of an address (`http:// www`, a line break behind a dot).
/// Others part two things, and so do those in front of another www.
std::string without_stray_blanks(std::string_view line) {
  constexpr std::string_view signs[] = {"/", ".", ":", "。"};
  std::string joined;
  for (std::size_t offset = 0; offset < line.size(); ++offset) {
    if (line[offset] == ' ') {
      const std::string_view behind = line.substr(offset + 1);
      const bool is_stray = std::any_of(std::begin(signs), std::end(signs), [&](std::string_view sign) {
        return joined.ends_with(sign) || behind.starts_with(sign);
      });
      if (is_stray && (!behind.starts_with("www.") || joined.ends_with("://"))) continue;
    }
    joined += line[offset];
  }
  return joined;
}

/// Takes the parts from text without stray blanks; an empty host when it is no address.
Url parse_url(std::string_view text) {
  constexpr std::string_view scheme_end = "://";
  Url url{"http", {}, {}, {}};
  const std::size_t colon = text.find(scheme_end);
  if (colon != std::string_view::npos && text.find_first_of("/?#") > colon) {
    url.scheme = to_lower(text.substr(0, colon));
    text.remove_prefix(colon + scheme_end.size());
  }
  if (url.scheme != "http" && url.scheme != "https") return {};
  // Two addresses in one cell.
  if (text.find(scheme_end) != std::string_view::npos) return {};

  const std::size_t tail = std::min(text.find_first_of("/?#"), text.size());
  url.tail = text.substr(tail);
  std::string host = to_lower(with_plain_dots(text.substr(0, tail)));
  const std::size_t port = host.find(':');
  if (port != std::string::npos) {
    url.port = host.substr(port + 1);
    host.resize(port);
    if (!is_port(url.port)) return {};
  }
  if (host.size() > 1 && host.back() == '.') host.pop_back();  // the root, RFC 1034 section 3.1
  if (!is_tail(url.tail) || !(is_host_name(host) || is_ipv4_address(host))) return {};
  url.host = std::move(host);
  return url;
}

}  // namespace

Reading read_url(std::string_view typed) {
  const std::string cleaned = clean(typed);
  if (const std::optional<Reading> nothing = reading_of_nothing(cleaned)) return *nothing;
  const Url url = parse_url(without_stray_blanks(in_one_line(cleaned)));
  if (url.host.empty()) return unread_reading();
  std::string value = url.scheme + "://" + url.host;
  const bool default_port = url.port == (url.scheme == "http" ? "80" : "443");
  if (!url.port.empty() && !default_port) value += ":" + url.port;
  // The form's example, http://www.beijing.gov.cn, has no slash at the end; below the root one makes a
  // difference and is kept.
  if (url.tail != "/") value += url.tail;
  return value.size() > max_url_bytes ? unread_reading() : value_reading(std::move(value));
}

}  // namespace tianbao::text
