#pragma once

#include <string>
#include <string_view>

#include "shared/json/value.h"

namespace tianbao::store {

/// The member's text, "" when it is absent or no text.
std::string text_of(const json::Value& value, std::string_view key);

}  // namespace tianbao::store
