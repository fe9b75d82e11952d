#pragma once

#include <vector>

#include "shared/check/check.h"
#include "shared/json/value.h"

namespace tianbao::bench {

/// pass, fail, not_applicable or undecided, one word for each.
json::Value verdict_words(const std::vector<check::Verdict>& verdicts);

}  // namespace tianbao::bench
