#pragma once

#include <initializer_list>
#include <string_view>

#include "shared/json/value.h"

namespace tianbao::testing {

/// The member of that name, made an empty object where it is not there. `object` becomes one if it is none.
json::Value& member(json::Value& object, std::string_view key);

/// The same along a path.
json::Value& member(json::Value& object, std::initializer_list<std::string_view> path);

void remove_member(json::Value& object, std::string_view key);

}  // namespace tianbao::testing
