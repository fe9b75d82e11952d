#pragma once

#include <string>

#include "shared/form/form.h"
#include "tests/support/random.h"

namespace tianbao::testing {

/// The definition of a form of a dozen or two fields of every type, whose relevance, requirement and computed
/// values read each other in chains, standing in the form in any order, with rules that read them, last year,
/// the register and the calendar, above, in and below the printed table; one in three has a table besides.
/// Now and then a condition in it can never hold (`s.f1 > 3 && s.f1 <= 1`), and it does not load.
std::string random_form_text(Random& random);

/// One that loads.
form::Form random_form(Random& random);

}  // namespace tianbao::testing
