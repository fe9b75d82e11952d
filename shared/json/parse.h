#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/json/value.h"
#include "shared/result.h"

namespace tianbao::json {

struct Limits {
  std::size_t max_bytes = std::size_t{4} << 20;
  std::size_t max_depth = 32;
  std::size_t max_values = 500'000;
};

enum class ParseErrorCode {
  too_large,         // more bytes than max_bytes
  too_deep,          // nested deeper than max_depth
  too_many_values,   // more values than max_values
  invalid_utf8,      // RFC 3629
  syntax,            // not JSON (RFC 8259)
  duplicate_key,     // RFC 8259 section 4 lets readers pick one; silently losing a figure is not for us
  number_not_exact,  // more than 34 digits, or beyond what a double can hold, which is as far as others read
                     // it
};

struct ParseError {
  ParseErrorCode code = ParseErrorCode::syntax;
  std::size_t offset = 0;  // in bytes: the start of what could not be taken
  std::size_t line = 1;    // from 1
  std::size_t column = 1;  // from 1, in code points, not counting a byte order mark
  std::size_t limit = 0;   // the limit that was passed, for too_large, too_deep and too_many_values
  std::string key;         // the repeated key, for duplicate_key
};

/// Reads one JSON text (RFC 8259). A byte order mark in front is skipped: Notepad on old Windows writes one.
Result<Value, ParseError> parse(std::string_view text, const Limits& limits = {});

/// One Chinese sentence with place and cause, for a person.
std::string describe(const ParseError& error);

}  // namespace tianbao::json
