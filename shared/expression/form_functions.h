#pragma once

#include "shared/expression/functions.h"

namespace tianbao::expression {

/// The functions that the form profile adds to CEL. Their arguments have been checked against the table in
/// functions.cpp.

/// host("https://WWW.Dongkou.gov.cn:8080/a") is "www.dongkou.gov.cn". invalid_argument for what is no
/// absolute URL with a host (RFC 3986 section 3).
Value host(Arguments arguments);

/// day(2020, 1, 31) is "2020-01-31", which compares with dates as text does. invalid_argument when the
/// calendar has no such day; years 1 to 9999.
Value day(Arguments arguments);

/// Exact; 0 for the empty list.
Value sum(Arguments arguments);

Value absolute(Arguments arguments);

/// round(1.005, 2) is 1.01: half away from zero. invalid_argument for places that are not 0 to 34.
Value round(Arguments arguments);

/// invalid_argument for the empty list.
Value greatest_of_list(Arguments arguments);
Value least_of_list(Arguments arguments);

Value greatest(Arguments arguments);
Value least(Arguments arguments);

}  // namespace tianbao::expression
