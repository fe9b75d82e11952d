#pragma once

#include "shared/pattern/ranges.h"
#include "shared/pattern/reader.h"

namespace tianbao::pattern {

/// Reads what stands for one character (RFC 9485 section 3: NormalChar and charClass): a character, `.`, an
/// escape or a class in brackets, into the empty set. False on an error. The reader is not at the end.
bool parse_set(Reader& reader, Ranges& set);

}  // namespace tianbao::pattern
