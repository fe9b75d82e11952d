#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/command/report_file.h"
#include "shared/check/check.h"
#include "shared/document/document.h"

namespace tianbao::command {

/// Whether a report may be submitted and why not, in one line.
std::string verdict_line(const std::vector<check::Finding>& findings);

/// A value of several lines on one, so that every line of the output is this program's.
std::string on_one_line(std::string_view text);

/// The verdict, what was checked, and the findings by severity: for a person.
std::string to_text(const Report& report, const document::Context& context,
                    const std::vector<check::Finding>& findings);

/// The same for a program, indented JSON: {"verdict", "counts", "form", "period", "subject", "digest",
/// "as_saved", "context", "findings"}.
std::string to_json(const Report& report, const document::Context& context,
                    const std::vector<check::Finding>& findings);

}  // namespace tianbao::command
