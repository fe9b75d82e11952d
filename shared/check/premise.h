#pragma once

#include <span>
#include <string>

#include "shared/expression/formula.h"
#include "shared/form/form.h"

namespace tianbao::check {

// What has to hold before a rule applies, as one formula (expression/formula.h): its `when` and what its fact
// asks besides. "" for a rule that always applies.

std::string premise_of_names(const form::Rule& rule, const expression::Wording& wording);

std::string premise_of_values(const form::Rule& rule, const expression::Wording& wording,
                              std::span<const expression::Slot> slots);

}  // namespace tianbao::check
