#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/text/read.h"

namespace tianbao::text {

// How the readers of read.h say what they found.

Reading value_reading(std::string value);
Reading unread_reading(std::string proposal = {});

/// The reading of a cleaned text that is blank or says 无: what every reader answers first.
std::optional<Reading> reading_of_nothing(std::string_view cleaned);

}  // namespace tianbao::text
