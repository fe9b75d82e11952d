#pragma once

#include <string>
#include <string_view>

#include "shared/document/document.h"
#include "shared/form/form.h"

namespace tianbao::testing {

/// A file of the repository, by its path from the root. Fails the test when it is not there.
std::string read_file(std::string_view path);

/// assets/forms/work-report/2017.json, loaded once.
const form::Form& work_report();

/// A form made of one JSON text, for what the work report has not. Fails the test when it does not load.
form::Form load_form(std::string_view json_text);

/// The index of a field that has to be there.
std::size_t field_index(const form::Form& form, std::string_view address);

/// Types a text into a cell.
void type(const form::Form& form, document::Document& document, std::string_view address,
          std::string_view typed);

}  // namespace tianbao::testing
