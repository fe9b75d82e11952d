#pragma once

#include "shared/form/form.h"
#include "tests/support/random.h"

namespace tianbao::testing {

/// A form of a dozen or two fields of every kind of value, whose relevance, requirement and computed values
/// read each other in chains, standing in the form in any order, with rules that read them, last year, the
/// register and the calendar.
form::Form random_form(Random& random);

}  // namespace tianbao::testing
