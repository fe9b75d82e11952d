#pragma once

#include <string_view>

#include "server/http/library.h"

namespace tianbao::http {

// For what is named by its content and never changes.
constexpr const char* immutable_caching = "public, max-age=31536000, immutable";

// For what has a fixed name: kept, but asked about each time.
constexpr const char* revalidated_caching = "no-cache";

/// Whether If-None-Match names the tag (RFC 9110 section 13.1.2, weak comparison), so that 304 will do.
bool has_current_copy(const httplib::Request& request, std::string_view tag);

enum class Encoding { identity, gzip, brotli };

/// Whether the client takes that encoding (RFC 9110 section 12.5.3).
bool accepts(const httplib::Request& request, Encoding encoding);

}  // namespace tianbao::http
