#pragma once

#include <cstddef>
#include <string_view>

#include "tests/shared/pattern/reference.h"

namespace tianbao::fuzz {

/// The tree of a pattern that is known to be one, read without any of the code in shared/pattern. Its sets
/// have those characters of `text` that belong to them.
testing::Expression read_pattern(std::string_view source, std::u32string_view text);

/// How many sets of places the reference makes to match it, about, in a short text.
std::size_t matching_cost(const testing::Expression& tree);

}  // namespace tianbao::fuzz
