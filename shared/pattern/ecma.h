#pragma once

#include <string>
#include <string_view>

namespace tianbao::pattern {

/// The pattern, which compiles, in the language of ECMA-262 with the flag u, where a text fits the whole of
/// it as it does here. What other engines than JavaScript's write differently (\d, \u{…}) is not in it
/// either, as JSON Schema advises.
std::string whole_in_ecma(std::string_view source);

}  // namespace tianbao::pattern
