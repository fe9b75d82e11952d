#pragma once

#include <string>

#include "server/command/arguments.h"
#include "server/command/complaint.h"
#include "server/command/report_file.h"
#include "shared/document/document.h"
#include "shared/result.h"

namespace tianbao::command {

/// What a report is checked with: the context in its file, with what --today, --site, --prior and --no-prior
/// say instead. Without a day anywhere it is `today`.
Result<document::Context, Complaint> check_context(const ParsedArguments& arguments, const Report& report,
                                                   const FormSource& source, const std::string& today);

}  // namespace tianbao::command
