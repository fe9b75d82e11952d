#include "server/http/routes.h"

#include <algorithm>

#include "server/http/limits.h"

namespace tianbao::http {

namespace {

constexpr bool open_to_all = false;
constexpr bool signed_in = true;

constexpr Route all_routes[] = {
    {"POST", "/api/v1/session", "signIn", open_to_all, max_sign_in_body_bytes, sign_in},
    {"GET", "/api/v1/session", "readSession", signed_in, 0, read_session},
    {"DELETE", "/api/v1/session", "signOut", open_to_all, 0, sign_out},
    {"GET", "/api/v1/forms", "listForms", open_to_all, 0, list_forms},
    {"GET", "/api/v1/forms/{digest}", "readForm", open_to_all, 0, read_form},
    {"GET", "/api/v1/regions/{province}", "readRegion", open_to_all, 0, read_region},
    {"GET", "/api/v1/reports/{form}/{period}/{subject}", "readReport", signed_in, 0, read_report},
    {"PUT", "/api/v1/reports/{form}/{period}/{subject}", "putReport", signed_in, max_body_bytes, put_report},
};

/// The next segment of a path, taken off its front with the slash before it.
std::string_view take_segment(std::string_view& path) {
  path.remove_prefix(std::min<std::size_t>(1, path.size()));
  const std::string_view segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

bool is_parameter(std::string_view segment) {
  return !segment.empty() && segment.front() == '{';
}

bool matches(std::string_view pattern, std::string_view path, std::vector<std::string>& parameters) {
  parameters.clear();
  while (!pattern.empty() && !path.empty()) {
    const std::string_view expected = take_segment(pattern);
    const std::string_view found = take_segment(path);
    if (is_parameter(expected)) {
      if (found.empty()) return false;
      parameters.emplace_back(found);
    } else if (expected != found) {
      return false;
    }
  }
  return pattern.empty() && path.empty();
}

}  // namespace

std::span<const Route> routes() {
  return all_routes;
}

RouteMatch match_route(std::string_view method, std::string_view path) {
  RouteMatch match;
  std::vector<std::string> parameters;
  for (const Route& route : all_routes) {
    if (!matches(route.path, path, parameters)) continue;
    if (!match.allowed_methods.empty()) match.allowed_methods += ", ";
    match.allowed_methods += route.method;
    if (route.method == "GET") match.allowed_methods += ", HEAD";
    if (route.method == method || (route.method == "GET" && method == "HEAD")) {
      match.route = &route;
      match.parameters = parameters;
    }
  }
  return match;
}

std::string httplib_pattern(std::string_view path) {
  std::string pattern;
  while (!path.empty()) {
    const std::string_view segment = take_segment(path);
    pattern += '/';
    if (is_parameter(segment)) {
      pattern += ':';
      pattern += segment.substr(1, segment.size() - 2);
    } else {
      pattern += segment;
    }
  }
  return pattern;
}

}  // namespace tianbao::http
