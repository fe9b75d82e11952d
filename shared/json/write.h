#pragma once

#include <string>
#include <string_view>

#include "shared/json/value.h"

namespace tianbao::json {

// Strings are valid UTF-8, as the parser and the readers of shared/text guarantee.

/// The canonical form of RFC 8785 (JCS): no white space, members sorted by their UTF-16 code units, shortest
/// escapes. Equal values give equal bytes on every machine, so this is what digests are taken over.
std::string to_canonical(const Value& value);

/// Indented by two blanks, members in their own order, with a line break at the end: for files that people
/// read with `cat`.
std::string to_indented(const Value& value);

/// Without white space, members in their own order: for the wire.
std::string to_compact(const Value& value);

}  // namespace tianbao::json
