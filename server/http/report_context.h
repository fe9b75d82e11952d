#pragma once

#include <string>
#include <vector>

#include "server/http/routes.h"
#include "shared/document/document.h"
#include "shared/form/form.h"
#include "shared/json/value.h"

namespace tianbao::http {

/// What the server checks a report of the site that is signed in with: today, the register's facts, and the
/// report of the period before as it was last submitted, brought onto `form`. (Once submissions are reviewed
/// it will be the one that was approved.)
document::Context context_for(const Call& call, const form::Form& form, const store::ReportKey& key);

/// The context as JSON, as it stands in a document.
json::Value context_json(const form::Form& form, const document::Context& context);

/// Which of "today", "site" and "prior" are not the same in both.
std::vector<std::string> differing_parts(const document::Context& left, const document::Context& right);

}  // namespace tianbao::http
