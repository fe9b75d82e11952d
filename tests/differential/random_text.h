#pragma once

#include <cstddef>
#include <string>

#include "tests/support/random.h"

namespace tianbao::differential {

using testing::Random;

/// UTF-8 of every length and plane, with what looks alike, joins, turns round or is not seen.
std::string random_text(Random& random);

/// A number as JSON and CEL write it: figures, ones at a limit, and with up to `max_digits` digits anything.
std::string random_decimal(Random& random, std::size_t max_digits);

/// With up to three places of it cut, doubled or overwritten. `broken` is UTF-8 only if `text` is, and
/// `with_bytes` is not set.
std::string broken_text(const std::string& text, Random& random, bool with_bytes);

/// For change_json.
std::string broken_utf8(const std::string& text, Random& random);

}  // namespace tianbao::differential
