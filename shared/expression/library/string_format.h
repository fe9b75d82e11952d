#pragma once

#include <string_view>

#include "shared/expression/value.h"

namespace tianbao::expression {

/// Of %f and %e: more than a double or a decimal ever has digits that mean something.
constexpr int max_precision = 100;

/// CEL's format() (cel-spec doc/extensions/strings.md): the clauses %s %d %f %e %x %X %o %b of the pattern
/// replaced by the arguments in their order, %% by a percent sign. invalid_argument for any other clause, for
/// one whose argument is missing or of a type that it does not print, and for a precision where none belongs;
/// overflow for a text of more than max_result_bytes. Arguments that no clause prints are left out.
Value format_text(std::string_view pattern, const List& arguments);

}  // namespace tianbao::expression
