#pragma once

#include <vector>

#include "shared/expression/domain.h"
#include "shared/form/form.h"

namespace tianbao::form {

/// What the names of Slots can hold, as the form declares it. Of last year only sizes: its report may be of
/// an edition that declared something else. The words lie in the form.
std::vector<expression::Domain> domains_of(const Form& form);

}  // namespace tianbao::form
