#pragma once

#include <string>

#include "shared/document/document.h"
#include "shared/form/form.h"

namespace tianbao::screen {

/// What the report before this one is called: "上年", or "2016年度" when it is older.
std::string prior_name(const document::Document& document);

/// What a cell was last year, to be read beside what it is now: "上年 12,345（+3.2%）", "上年 政府门户网站",
/// and where the report is of an earlier year "2016年度 12,345". "" when there was nothing, for
/// days, and where what is no number stands unchanged.
std::string comparison(const form::Form& form, const document::Document& document, std::size_t field);

}  // namespace tianbao::screen
