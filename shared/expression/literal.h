#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/expression/lexer.h"
#include "shared/expression/program.h"
#include "shared/result.h"

namespace tianbao::expression {

struct NumberLiteral {
  Value value;  // int, uint or double
  /// The number exactly as it is written, for use beside a decimal; nullopt when a Decimal cannot hold it.
  std::optional<number::Decimal> exact;
};

/// The number of `token`, with its sign: only so can the smallest int be written. Refuses a number that its
/// CEL type does not hold.
Result<NumberLiteral, CompileError> read_number(std::string_view source, const Token& token, bool negative);

/// The string or the bytes of the token with its escape sequences resolved: in a string \x, \u and octal
/// digits name code points, in bytes \x and octal digits name bytes.
Result<Value, CompileError> read_string(std::string_view source, const Token& token);

}  // namespace tianbao::expression
