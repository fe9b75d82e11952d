#pragma once

#include <string_view>

namespace tianbao::store {

// What may become part of a path. Nothing else ever does, so no request can name a file outside its folder.

/// 政府网站标识码: ten digits, or bm and eight digits (domain.md §7.1).
bool is_site_code(std::string_view text);

/// A form's id: lower-case letters, digits and inner hyphens, beginning with a letter; at most 64 bytes.
bool is_form_id(std::string_view text);

/// A year: four digits, not beginning with 0.
bool is_period(std::string_view text);

/// SHA-256 as 64 lower-case hexadecimal digits.
bool is_digest(std::string_view text);

}  // namespace tianbao::store
