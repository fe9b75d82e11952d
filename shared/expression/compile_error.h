#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/expression/type.h"
#include "shared/pattern/pattern.h"

namespace tianbao::expression {

enum class CompileErrorCode : std::uint8_t {
  too_long,  // more than max_source_bytes
  too_deep,  // nested deeper than max_depth
  too_many_nodes,
  syntax,
  unknown_name,  // no such declaration or function; `nearest` names one that is spelled alike
  wrong_type,    // operand or argument types that can never work
  wrong_argument_count,
  literal_out_of_range,
  wrong_pattern,  // of matches(); `pattern` says why
};

/// What could stand at the place of an error. describe.cpp has the sentences, so that a program which shows
/// none does not carry them.
enum class Expected : std::uint8_t {
  nothing,
  utf8,
  // Of the lexis.
  token,
  half_width,  // `detail`: the ASCII character that was meant
  quoted_identifier,
  closing_quote,  // `detail`: the quotes
  escape,
  // Of the grammar.
  value,
  operator_or_end,
  operator_or_end_without_messages,
  operator_or_closing_parenthesis,
  closing_parenthesis,
  closing_bracket,
  comma,
  comma_or_closing_parenthesis,
  comma_or_closing_bracket,
  comma_or_closing_brace,
  colon_of_choice,
  colon_and_value,
  name_after_dot,
  variable_name,
  unreserved_name,
  macro_call,        // `detail`: the macro's name
  global_call,       // `detail`: the function's name
  receiver_call,     // `detail`: the function's name
  name_to_have,      // of has()
  none_of_name,      // of none()
  name_for_none,     // of none()
  written_pattern,   // of matches()
  name_for_region,   // of a 标识码 or 公安机关备案号
  without_map,       // the language of forms has no maps …
  without_optional,  // … and no optionals …
  macros_of_forms,   // … nor the macros that make them
  function,          // none of that name
  no_member,         // `detail`: what has no members
  argument_counts,   // `choices`: a bit for each
  argument_types,    // `choices`: a bit for each Parameter; `left` is there
  finite_double,
  unsigned_integer,
  integer,
  decimal,
  places,
  // Of types: `left` is what is there.
  boolean,
  number,
  negatable_number,
  list,
  // Of the operands: `left` and `right` are what is there.
  numbers,
  addable,
  ordered,
  same_type,
  list_of_type,
  type_of_choice,  // `left`
};

struct CompileError {
  CompileErrorCode code = CompileErrorCode::syntax;
  std::size_t offset = 0;  // in bytes of the source
  std::string found = {};  // the text at fault, shortened when it is long; "" at the end of the source
  Expected expected = Expected::nothing;
  std::string detail = {};
  std::uint32_t choices = 0;
  Type left = Type::dynamic;
  Type right = Type::dynamic;
  std::string nearest = {};                           // for unknown_name; "" when nothing is spelled alike
  std::optional<pattern::PatternError> pattern = {};  // for wrong_pattern
};

/// An error about source.substr(offset, length); a long text at fault is shortened.
CompileError make_error(CompileErrorCode code, std::string_view source, std::size_t offset,
                        std::size_t length, Expected expected);

/// One Chinese sentence for the form's author.
std::string describe(const CompileError& error);

/// Its part that says what could stand there, or for wrong_pattern what is wrong; "" where nothing is to be
/// said.
std::string expected_text(const CompileError& error);

/// What an author calls the type: 数字, 文字 …
std::string_view type_name(Type type);

}  // namespace tianbao::expression
