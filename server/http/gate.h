#pragma once

#include <optional>

#include "server/http/problem.h"
#include "server/http/routes.h"

namespace tianbao::http {

constexpr std::string_view session_cookie = "tianbao_session";

/// What has to be right before a request's body is read: no cross-site write, a JSON body where one is
/// expected, and a session, which is filled into the call.
std::optional<Problem> check_gate(const Route& route, Call& call);

/// Whether a page of another site made the browser send this.
bool is_cross_site(const httplib::Request& request);

/// The cookie's value, "" when there is none.
std::string cookie_of(const httplib::Request& request, std::string_view name);

/// Set-Cookie for a session's token; an empty token removes the cookie.
std::string session_cookie_header(const httplib::Request& request, std::string_view token);

/// Who is asking: the peer, or when a proxy on this machine passed the request on, whom that proxy names.
std::string client_address(const httplib::Request& request);

Problem storage_problem(const store::FileError& error);

}  // namespace tianbao::http
