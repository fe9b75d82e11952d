#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/compile_error.h"
#include "shared/json/parse.h"
#include "shared/pattern/pattern.h"

namespace tianbao::form {

/// What is wrong. docs/forms.md explains each under the name that code_name() gives it.
enum class DefinitionErrorCode : std::uint8_t {
  not_json,
  wrong_type,
  missing_member,
  unknown_member,
  unexpected_member,
  unknown_value,
  empty,
  too_long,
  too_many,
  bad_character,
  out_of_range,
  bad_id,
  reserved_id,
  duplicate_id,
  duplicate_label,
  duplicate_other,
  bad_code,
  duplicate_code,
  bad_date,
  bad_order,
  minimum_above_maximum,
  same_row_first,
  bad_message,
  unknown_field,
  unknown_column,
  unlisted_field,
  unread_field,
  wrong_field_type,
  wrong_pattern,
  cycle,
  never_true,
  too_costly,
  // One for each expression::CompileErrorCode, in its order.
  expression_too_long,
  expression_too_deep,
  expression_too_large,
  expression_syntax,
  expression_unknown_name,
  expression_wrong_type,
  expression_wrong_argument_count,
  expression_literal_out_of_range,
  expression_wrong_pattern,
  expression_wrong_result,
  expression_inexact,
  too_many_mistakes,
};

/// What may stand there instead; behind it the members of DefinitionError that belong to it.
enum class Expected : std::uint8_t {
  json_object,
  // Types and words
  text,
  number,
  whole_number,
  true_or_false,
  object,
  array,
  number_or_text,
  word,  // one of `words`
  field_address,
  true_false_or_expression,
  expression_without_error,  // `compile_error` knows what could stand there
  result_type,               // `wanted_type`
  // Texts, lists and numbers
  something_written,
  no_control_character,
  no_control_character_but_line_breaks,
  at_most_characters,  // `most`
  at_least_one_element,
  at_most_elements,  // `most`
  at_most_max_fields,
  whole_number_between,  // `least`, `most`
  at_most_max_bound_digits,
  at_most_decimal_places,  // `most`
  not_above_maximum,       // `bound`
  day_of_every_year,
  not_before_first,  // `least`
  not_before_from,   // `bound`
  // Names
  member,  // which one, says the pointer
  lower_snake_name,
  form_name,
  edition_name,
  no_language_word,
  no_name_of_other_data,
  no_name_of_table_place,
  unlike_other_sections,
  unlike_other_fields,
  unlike_other_columns,
  unlike_other_choices,
  label_unlike_other_choices,
  rule_code,  // `bound`: the severity
  unlike_other_rules,
  known_field,
  repeated_rows,
  known_column,
  short_label_beside,
  fixed_column,
  column_to_fill,
  column_to_print,
  column_widths_together,
  order_of_columns,
  each_field_once,
  another_first_field,
  every_field_read,
  only_fields_read,
  // Facts and patterns
  rule_or_fact,
  one_condition,
  number_field,
  two_numbers,
  times_or_percent,
  pattern_without_error,  // `pattern_error` knows what could stand there
  pattern_beside_hint,
  // Members that have no meaning here
  only_many_choices,
  only_decimal,
  only_numbers,
  only_choices,
  only_texts,
  only_plain_texts,
  only_types_with_values,
  no_none_among_choices,
  nothing_required_of_computed,
  only_warnings,
  one_other,
  nothing_to_offer,
  only_labelled_sections,
  field_with_none_answer,
  only_in_table,
  no_table_of_its_own,
  beside_columns,
  rows_or_fields,
  nothing_printed_otherwise,
  field_before_in_group,
  // What an author has to mend otherwise
  paired_left_brace,
  paired_right_brace,
  no_circle,
  exact_literals,
  condition_that_can_hold,
  at_most_max_form_steps,  // `bound`: how many steps the whole form has
  other_mistakes_mended,
};

/// One mistake in a form definition: the facts, which describe() words. A program that shows them to nobody
/// carries no sentences.
struct DefinitionError {
  std::string pointer;  // JSON Pointer (RFC 6901) to the place; "" is the whole text
  DefinitionErrorCode code = DefinitionErrorCode::not_json;
  Expected expected = Expected::json_object;
  expression::Type found_type = expression::Type::dynamic;   // of expression_wrong_result
  expression::Type wanted_type = expression::Type::dynamic;  // the same
  std::int64_t least = 0;
  std::int64_t most = 0;
  /// What stands there: a name as it is, a value as JSON, of an object or an array only the bracket that
  /// opens it, of what is too long or too many how many there are.
  std::string found;
  std::string bound;                       // with what it is compared
  std::string nearest;                     // of unknown_field: an address that is spelled alike, or ""
  std::vector<std::string_view> words;     // those that may stand there; literals
  json::ParseError parse_error;            // of not_json
  expression::CompileError compile_error;  // of the expression_* codes but wrong_result
  pattern::PatternError pattern_error;     // of wrong_pattern
};

/// As docs/forms.md spells it: "wrong_type".
std::string_view code_name(DefinitionErrorCode code);

/// One Chinese line: place, what was found, what is expected, 是否想写…?
std::string describe(const DefinitionError& error);

}  // namespace tianbao::form
