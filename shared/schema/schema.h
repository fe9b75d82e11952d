#pragma once

#include <array>
#include <string_view>

#include "shared/form/form.h"
#include "shared/json/value.h"

namespace tianbao::schema {

// What the schema promises. A document is *structurally valid* when
//
//  1. document::read takes it;
//  2. its cells stand as they mean: the reader kept every value as it is written (the order of choices
//  aside),
//     read no text as 无, and left none out as blank. A program that makes files has not to know what a
//     clerk's typing is made into, and one that checks them has not to do it;
//  3. the check raises none of structural_codes, were every field to apply. `required` counts where the
//     definition says `true` and nothing makes the field inapplicable; and 无 and 0 are taken of a field that
//     may not apply, because that is what such a cell says then (docs/forms.md, `relevant`).
//
// A JSON Schema validator says the same, except for what no schema of today's validators can say, and what
// the $comment at that place names with the finding's code: decimal places and digits beyond a double
// (multipleOf 0.01 refuses 0.07 where numbers are doubles), limits in bytes, a second explanation of one
// finding, last year's report being earlier. Rules, computed values and conditions stand in $comment too.
// A schema therefore refuses nothing that the core takes as written without a finding.
// tests/schema holds both against each other.

/// The codes of check/facts.h that the schema says.
constexpr std::array<std::string_view, 10> structural_codes = {
    "required",     "unread",      "too_many_digits", "none_not_allowed", "whole_number",
    "number_range", "text_length", "text_pattern",    "choice_unknown",   "other_text"};

/// The JSON Schema (draft 2020-12) of the documents (tianbao-document/1) of `form`: complete ones, as they
/// are submitted. A draft may lack what is required.
json::Value export_schema(const form::Form& form);

}  // namespace tianbao::schema
