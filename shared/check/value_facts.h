#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/check/check.h"
#include "shared/document/cell.h"
#include "shared/form/form.h"

namespace tianbao::check {

using Parts = std::vector<std::pair<std::string, std::string>>;

/// A finding about one cell; `fault` follows the field's name and a colon.
Finding fact(const form::Form& form, std::size_t field, std::string_view code, const std::string& fault,
             Parts parts);

/// What is wrong with the value of a cell whose state is `value`, taken by itself.
void add_value_facts(const form::Form& form, std::size_t field, const document::Cell& cell,
                     std::vector<Finding>& findings);

}  // namespace tianbao::check
