#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "shared/number/decimal.h"

namespace tianbao::expression {

enum class ErrorCode {
  no_such_key,       // a blank cell: CEL's absent map key
  unread,            // a cell whose text could not be read as a value
  unknown,           // the context does not say (no last year's report at hand, no register)
  no_such_overload,  // CEL: operand types that the operation is not defined for
  overflow,          // an exact result that does not fit
  divide_by_zero,
  invalid_argument,  // a function refused its argument, such as day(2020, 13, 1)
};

/// Errors are values in CEL: `false && error` is false.
struct Error {
  ErrorCode code = ErrorCode::no_such_key;
  friend bool operator==(const Error&, const Error&) = default;
};

struct Null {
  friend bool operator==(const Null&, const Null&) = default;
};

struct Value;
using List = std::vector<Value>;

struct Value {
  std::variant<Error, Null, bool, std::int64_t, std::uint64_t, double, number::Decimal, std::string, List>
      content = Error{};

  const Error* error() const { return std::get_if<Error>(&content); }
  const bool* boolean() const { return std::get_if<bool>(&content); }
  const std::string* string() const { return std::get_if<std::string>(&content); }
  const number::Decimal* decimal() const { return std::get_if<number::Decimal>(&content); }

  /// The same type and the same content. CEL's `==`, which compares numbers of different types by value, is
  /// equals() in comparison.h.
  friend bool operator==(const Value&, const Value&) = default;
};

/// The value as a message prints it: numbers in plain notation, 是 or 否, the items of a list with 、 between
/// them, and in full-width brackets why there is nothing to print: （空）, （无法读取） …
std::string to_text(const Value& value);

/// What a declared name holds during one evaluation.
struct Slot {
  Value value;        // Error{no_such_key} for a blank cell
  bool none = false;  // 无 was entered: a number then reads as 0, a text as "", and none(x) is true
};

}  // namespace tianbao::expression
