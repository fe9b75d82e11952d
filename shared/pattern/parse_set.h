#pragma once

#include "shared/pattern/ranges.h"
#include "shared/pattern/reader.h"

namespace tianbao::pattern {

/// Reads what stands for one character (RFC 9485 section 3: NormalChar and charClass), which is a character,
/// `.`, an escape or a class in brackets, and adds its set behind those that are in `ranges`. False on an
/// error. The reader is not at the end.
bool parse_set(Reader& reader, Ranges& ranges);

}  // namespace tianbao::pattern
