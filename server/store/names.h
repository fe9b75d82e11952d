#pragma once

#include <string_view>

namespace tianbao::store {

// What may become part of a path, beside a form's id (form::is_form_id). Nothing else ever does, so no
// request can name a file outside its folder.

/// 政府网站标识码: ten digits, or bm and eight digits (domain.md §7.1).
bool is_site_code(std::string_view text);

/// A year: four digits, not beginning with 0.
bool is_period(std::string_view text);

/// SHA-256 as 64 lower-case hexadecimal digits.
bool is_digest(std::string_view text);

}  // namespace tianbao::store
