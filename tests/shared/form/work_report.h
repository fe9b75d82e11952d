#pragma once

#include <string>

#include "shared/form/form.h"

namespace tianbao::form {

/// assets/forms/work-report/2017.json as it stands in the source tree.
std::string work_report_text();

/// Loaded; fails the test with every mistake named when it does not load.
Form load_work_report();

}  // namespace tianbao::form
