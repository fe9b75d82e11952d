#pragma once

#include <cstddef>
#include <string_view>

#include "shared/document/document.h"
#include "shared/form/form.h"

namespace tianbao::testing {

/// assets/forms/work-report/2017.json, loaded once.
const form::Form& work_report();

/// The index of a field that has to be there.
std::size_t field_index(std::string_view address);

}  // namespace tianbao::testing
