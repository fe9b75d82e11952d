#pragma once

#include <string>
#include <string_view>

/// Constants as Go prints them, which is how they stand in the golden trees.
namespace tianbao::conformance {

/// strconv.Quote: between double quotes, what is not printable or no UTF-8 as an escape.
std::string go_quoted(std::string_view bytes);

/// fmt's %v: the shortest digits that read back, with an exponent from 1e+06 on and below 1e-04.
std::string go_double(double value);

}  // namespace tianbao::conformance
