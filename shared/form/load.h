#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "shared/form/definition_error.h"
#include "shared/form/form.h"
#include "shared/result.h"

namespace tianbao::form {

// What one definition may hold at most. The largest form in sight has 500 questions (design.md §7); a file
// beyond these limits is no form. Lengths are in code points unless they say bytes.
constexpr std::size_t max_definition_bytes = std::size_t{4} << 20;
constexpr std::size_t max_definition_depth = 16;
constexpr std::size_t max_definition_values = 200'000;
constexpr std::size_t max_sections = 100;
constexpr std::size_t max_groups = 200;  // of one section
// Of the whole form: 500 questions and 500 rows of 20 cells, which are fields too, with room to spare.
constexpr std::size_t max_fields = 12'000;
// Of one table, and how many fields may share a printed row: so that each has at least 1 of the 100 per cent
// that the labels leave (layout/table.cpp).
constexpr std::size_t max_columns = 40;
constexpr std::size_t max_fields_in_row = 20;
constexpr std::size_t max_repeated_rows = 200;  // of one table
constexpr std::size_t max_row_values = 20;      // of one row of a table
constexpr std::size_t max_column_width = 20;
constexpr std::size_t max_all_column_widths = max_columns;
constexpr std::size_t max_choices = 200;  // of one field
// Of the whole form: those of a table's cells stand once in the file and in every cell in memory.
constexpr std::size_t max_all_choices = 100'000;
constexpr std::size_t max_rules = 2'000;
constexpr std::size_t max_rule_fields = 100;
constexpr std::size_t max_notes = 100;
constexpr std::size_t max_id_bytes = 40;
constexpr std::size_t max_unit_characters = 10;
constexpr std::size_t max_label_characters = 100;  // titles too
constexpr std::size_t max_help_characters = 2'000;
constexpr std::size_t max_message_characters = 500;
constexpr std::size_t max_basis_characters = 500;
constexpr std::size_t max_text_length = 4'000;  // what a field may ask for; fits document::max_cell_bytes
constexpr std::size_t default_text_length = 200;
constexpr int max_decimal_places = 6;
constexpr int default_decimal_places = 2;
constexpr int max_bound_digits = 15;  // as document::max_number_digits
constexpr int min_year = 1949;
constexpr int max_year = 2999;
/// What all expressions of a form may cost together, each with the largest values that the form takes
/// (expression/cost.h): so none of them alone can come to max_evaluation_steps.
constexpr std::uint64_t max_form_steps = expression::max_evaluation_steps;
constexpr std::size_t max_mistakes = 500;    // reported of one definition
constexpr std::size_t max_suggestions = 20;  // of names that are spelled like one that is unknown

/// What a form may be called: it names folders and files and stands in addresses of pages. Lower-case
/// letters, digits, `-` and `_`, a letter first, at most max_id_bytes.
bool is_form_id(std::string_view text);

/// Reads a definition (assets/forms/<id>/<edition>.json; docs/forms.md describes the format) and reports
/// every mistake in it, not just the first. A form that loads can be filled, checked and printed without
/// further errors.
Result<Form, std::vector<DefinitionError>> load(std::string_view json_text);

}  // namespace tianbao::form
