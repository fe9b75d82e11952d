#pragma once

#include <cstddef>
#include <string>

#include "server/http/connection.h"
#include "server/http/library.h"
#include "server/http/problem.h"
#include "server/store/moment.h"

namespace tianbao::http {

/// What every response carries: the headers that protect a page, the date, and caching where its handler has
/// not said.
void add_standard_headers(httplib::Response& response, store::UnixSeconds now);

/// The problem for a status that is the protocol's matter, not one operation's.
Problem problem_of(int status);

Problem body_too_large(std::size_t max_bytes);

/// The whole response to a request that was given up before it was complete.
std::string refusal_response(Refusal refusal);

}  // namespace tianbao::http
