#pragma once

#include <optional>

#include "shared/json/value.h"
#include "wasm/app/state.h"

namespace tianbao::app {

/// The receipt in an answer of the server about `draft`, nullopt when there is none. Its number counts the
/// submissions of one report; a clerk quotes it on the telephone, so it is shown with 标识码 and year:
/// 4305250009-2019-0001.
std::optional<Receipt> read_receipt(const json::Value& answer, const Draft& draft);

}  // namespace tianbao::app
