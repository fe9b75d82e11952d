#pragma once

#include <string>

#include "shared/json/value.h"
#include "tests/support/random.h"

namespace tianbao::testing {

/// Changes one place of the tree, whatever it is: so that what comes out is still JSON and gets past the
/// parser. `change_text` makes another text, of UTF-8 too, of a string or a member's name.
void change_json(json::Value& root, Random& random,
                 std::string (*change_text)(const std::string& text, Random& random));

}  // namespace tianbao::testing
