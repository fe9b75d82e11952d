#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/form/form.h"
#include "shared/number/decimal.h"

namespace tianbao::document {

enum class CellState : unsigned char {
  blank,  // nothing entered; the key is absent in the file
  none,   // 无
  value,
  unread,  // text that could not be read as a value (`约500`, two ticks); only `raw` says what it was
};

using ChoiceIds = std::vector<std::string>;

/// yes_no: bool. Numbers: Decimal. many_choices: the ids of what is ticked, in the form's order. All else:
/// text, for one_choice the choice's id, for a date ISO 8601.
using CellValue = std::variant<std::monostate, bool, number::Decimal, std::string, ChoiceIds>;

struct Cell {
  CellState state = CellState::blank;
  CellValue value;
  std::string other;  // many_choices: the text beside 其他, whether that is ticked or not
  std::string raw;  // what was typed or imported, without blanks at the ends; only where reading changed more
                    // than those (`1,547` but not `1547 `), and always when unread
  std::string remark;  // a comment that stood beside the value

  friend bool operator==(const Cell&, const Cell&) = default;
};

constexpr std::size_t max_cell_bytes = 16384;
constexpr int max_number_digits = 15;         // written out; so that RFC 8785 is lossless (design.md §4)
constexpr int max_number_decimal_places = 6;  // ECMAScript writes smaller numbers with an exponent

/// Whether a number can stand in a cell: at most max_number_digits and max_number_decimal_places.
bool fits_cell(const number::Decimal& value);

/// Text as typed, pasted or imported (valid UTF-8), understood as the field asks. Choices are taken by label
/// in the shapes of ticks.h or by id, yes_no as 是 / 否; two ticks where one is asked for are unread, boxes
/// of which none is ticked are blank. Numbers that do not fit a cell are unread; one with a fraction or too
/// many decimal places for its field is a value that the check finds fault with. Of a text beyond
/// max_cell_bytes only the beginning is kept, unread. Otherwise idempotent: reading display(read_cell(x))
/// gives the same state, value and other.
Cell read_cell(const form::Field& field, std::string_view typed);

/// A value that a cell may mean and that the clerk is asked about, or "": `1.2万`, unread, gives "12000"; 无
/// gives "0" where something is counted and 无 has no place.
std::string proposal(const form::Field& field, const Cell& cell);

/// What a person typed to get this value, as far as it is known.
std::string as_typed(const form::Field& field, const Cell& cell);

/// The value as a person would type it: "16965", "是", "政府门户网站", "2020-01-15"; 无 for none, `raw` when
/// unread.
std::string display(const form::Field& field, const Cell& cell);

}  // namespace tianbao::document
