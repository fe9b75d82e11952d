#pragma once

#include <string>
#include <string_view>

#include "shared/expression/value.h"

namespace tianbao::expression {

/// "-84.32e7", "1.", ".5", "NaN", "Inf", "-Infinity": the double next to that number. overflow when there is
/// none, invalid_argument for any other text.
Value read_double(std::string_view text);

/// The fewest digits that name this double, in the way of cel-go, which is that of Go's %g: "123.456",
/// "-0.0045", "1e+06", "1e-05", "NaN", "+Inf".
std::string write_double(double value);

}  // namespace tianbao::expression
