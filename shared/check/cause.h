#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "shared/check/bind.h"
#include "shared/expression/value.h"

namespace tianbao::check {

/// Why an expression came to no value.
struct Cause {
  std::string_view code;  // stable, for a finding's parts
  std::string text;       // 除数为 0
};

/// Of an expression that ended in `error` and reads `slots`: where that is a cell that could not be read, or
/// what the context lacks, these are named, each once.
Cause cause_of(const Bound& bound, expression::ErrorCode error, std::span<const std::size_t> slots);

/// Whether nobody has to be told of that error: it is a blank, or a cell of this report that has a finding of
/// its own because it could not be read.
bool is_found_elsewhere(const Bound& bound, expression::ErrorCode error, std::span<const std::size_t> slots);

}  // namespace tianbao::check
