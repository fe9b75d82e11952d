#pragma once

#include <string>
#include <string_view>

#include "tests/wasm/app/client.h"

namespace tianbao::testing {

/// report_answer() where the report of `period` was filled with `values`, as JSON.
json::Value answer_with_prior(std::string_view values, std::string_view period = "2018");

/// Opens a form of one section `s` with these fields (and members of the section) for 2019, of which last
/// year's report has `prior_values`.
Client opened_trial(const std::string& fields, std::string_view prior_values = "{}",
                    const std::string& section_members = "");

}  // namespace tianbao::testing
