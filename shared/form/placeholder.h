#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shared/json/value.h"

namespace tianbao::form {

/// What a name behind `$` stands for in a part of a definition that is read several times: `$row.count` in a
/// column is `score.home_page.count` in one row and `score.links.count` in the next.
struct Placeholder {
  std::string name;  // without the `$`
  std::string text;
};

/// `value` with every placeholder in its texts filled in. A `$` before any other name stays, as it does at
/// the end of a pattern.
json::Value filled_in(const json::Value& value, std::span<const Placeholder> placeholders);

}  // namespace tianbao::form
