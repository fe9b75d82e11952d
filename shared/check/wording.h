#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/form/form.h"

namespace tianbao::check {

// The words that findings share.

/// “text” in quotation marks, shortened to what a message bears.
std::string quoted(std::string_view text);

/// “是”、“否” … of a yes_no or choice field.
std::string quoted_choices(const form::Field& field);

/// What can be filled in: 请填写整数，如 500. `example` replaces the stock example where it is not empty.
std::string request(const form::Field& field, std::string_view example);

/// 共 2001 字，最多 2000 字，请删减 1 字.
std::string length_fault(std::size_t length, std::size_t limit);

/// How a text with a pattern is written: 写成 4 位年份.
std::string written_as(std::string_view hint);

/// Why a text could not be read as this type of field: 不是准确的数字.
std::string_view reading_fault(form::FieldType type);

}  // namespace tianbao::check
