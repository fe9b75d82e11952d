#pragma once

#include <string>
#include <string_view>

#include "shared/document/document.h"
#include "shared/form/form.h"

namespace tianbao::tests {

/// The text of a file below the source tree; fails the test when it cannot be read.
std::string read_source_file(const std::string& path);

/// A definition; fails the test, with every mistake, when it does not load.
form::Form load_form(std::string_view definition);

/// assets/forms/work-report/2017.json.
form::Form work_report();

/// A published report (tests/fixtures: dongkou-2019, gaohang-2017), every cell read as it was typed.
document::Document published_report(const form::Form& work_report, const std::string& name);

/// The cell of that address.
document::Cell& cell_at(const form::Form& form, document::Document& document, std::string_view address);

/// Types into the cell of that address.
void type_into(const form::Form& form, document::Document& document, std::string_view address,
               std::string_view typed);

}  // namespace tianbao::tests
