#include "server/http/caching.h"

#include <algorithm>
#include <optional>
#include <string>

#include "server/http/field_text.h"

namespace tianbao::http {

namespace {

/// Whether the weight behind a coding is zero: `;q=0`, `; q=0.000`.
bool is_refused(std::string_view parameters) {
  const std::size_t weight = parameters.find("q=");
  if (weight == std::string_view::npos) return false;
  const std::string_view digits = trimmed(parameters.substr(weight + 2));
  return digits.find_first_not_of("0.") == std::string_view::npos;
}

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::brotli:
      return "br";
    case Encoding::gzip:
      return "gzip";
    case Encoding::identity:
      break;
  }
  return "identity";
}

}  // namespace

bool has_current_copy(const httplib::Request& request, std::string_view tag) {
  const std::string header = request.get_header_value("If-None-Match");
  std::string_view list = header;
  while (!list.empty()) {
    std::string_view member = take_member(list, ',');
    if (member == "*") return true;
    if (member.substr(0, 2) == "W/") member.remove_prefix(2);
    if (member == tag) return true;
  }
  return false;
}

bool accepts(const httplib::Request& request, Encoding encoding) {
  if (encoding == Encoding::identity) return true;
  const std::string header = request.get_header_value("Accept-Encoding");
  std::string_view list = header;
  std::optional<bool> by_star;
  while (!list.empty()) {
    const std::string_view member = take_member(list, ',');
    const std::string_view name = trimmed(member.substr(0, member.find(';')));
    const bool refused = is_refused(member.substr(std::min(name.size(), member.size())));
    if (name == name_of(encoding)) return !refused;
    if (name == "*") by_star = !refused;
  }
  return by_star.value_or(false);
}

}  // namespace tianbao::http
