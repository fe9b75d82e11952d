#pragma once

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "shared/check/bind.h"
#include "shared/check/check.h"

namespace tianbao::check {

/// What is asked of every cell, whatever the form: the standard facts. Their codes are stable.
constexpr std::array<std::string_view, 16> fact_codes = {
    "required",               // nothing is filled in where an answer is asked for
    "unread",                 // a text that is no value of the field's type (约500)
    "too_many_digits",        // a number, typed or computed, with more digits than a document can hold
    "none_not_allowed",       // 无 where the field does not take it
    "whole_number",           // a fraction where whole numbers are counted
    "number_range",           // below the minimum or above the maximum
    "decimal_places",         // more decimal places than the field has
    "text_length",            // more characters than the field takes
    "text_pattern",           // not written as the field's pattern has it
    "choice_unknown",         // an option that the form has not
    "other_text",             // 其他 ticked without its text, the text without the tick, or a text too long
    "computed_differs",       // a computed cell that holds something else than its expression gives
    "not_applicable_filled",  // (warning, to be explained) a cell that does not apply but is filled in
    // Notices of what is undecided, at most one for a cell and none where a blank, or a cell that has a
    // finding of its own because it could not be read, is the cause.
    "relevant_undecided",  // whether the cell applies
    "required_undecided",  // whether a blank cell has to be filled in
    "computed_undecided",  // what a computed cell holds
};

/// Appends what is found in one cell.
void add_facts(const Bound& bound, std::size_t field, std::vector<Finding>& findings);

}  // namespace tianbao::check
