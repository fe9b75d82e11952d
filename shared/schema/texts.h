#pragma once

#include <string>
#include <string_view>

#include "shared/form/form.h"
#include "shared/json/value.h"

namespace tianbao::schema {

// Texts as the readers of shared/text give them: what tests/schema holds them against. Patterns are those of
// ECMA-262 with the flag u, without what other engines write differently (\d, \u{…}).

/// Whether values of that type are texts with a shape of their own: not choices, not numbers.
bool is_shaped_text(form::FieldType type);

/// How texts of that type stand in a document.
json::Object text_shape(form::FieldType type);

/// A text that leaves something when it is cleaned.
std::string visible_pattern();

/// The days of ISO 8601, 1000-01-01 to 9999-12-31, without anchors.
std::string_view day_expression();

/// The years `first` to 9999 in four digits.
std::string years_from(int first);

}  // namespace tianbao::schema
