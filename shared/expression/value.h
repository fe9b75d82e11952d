#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "shared/number/decimal.h"

namespace tianbao::expression {

enum class ErrorCode : std::uint8_t {
  no_such_key,       // a blank cell, or a key that a map has not: CEL knows them as the same
  unread,            // a cell whose text could not be read as a value
  unknown,           // the context does not say (no last year's report at hand, no register)
  no_such_overload,  // CEL: operand types that the operation is not defined for
  overflow,          // an exact result that does not fit
  divide_by_zero,
  invalid_argument,  // a function refused its argument, such as day(2020, 13, 1)
  too_costly,        // more than max_evaluation_steps, or nested deeper than max_value_depth
};

/// Errors are values in CEL: `false && error` is false.
struct Error {
  ErrorCode code = ErrorCode::no_such_key;
  friend bool operator==(const Error&, const Error&) = default;
};

struct Null {
  friend bool operator==(const Null&, const Null&) = default;
};

struct Bytes {
  std::string content;
  friend bool operator==(const Bytes&, const Bytes&) = default;
};

/// A moment in the years 1 to 9999 (RFC 3339), counted from 1970-01-01T00:00:00Z; the nanoseconds, 0 to
/// 999,999,999, go forward from the second.
struct Timestamp {
  std::int64_t seconds = 0;
  std::int32_t nanoseconds = 0;
  friend bool operator==(const Timestamp&, const Timestamp&) = default;
};

/// Both parts have the same sign.
struct Duration {
  std::int64_t seconds = 0;
  std::int32_t nanoseconds = 0;
  friend bool operator==(const Duration&, const Duration&) = default;
};

/// What type(x) gives: "int", "list", "google.protobuf.Timestamp" …
struct TypeName {
  std::string name;
  friend bool operator==(const TypeName&, const TypeName&) = default;
};

struct Value;
using List = std::vector<Value>;

/// Keys are bool, int, uint or string, each there once; entries stand in the order they were written in.
struct MapEntry;
struct Map {
  std::vector<MapEntry> entries;
  friend bool operator==(const Map&, const Map&);
};

/// optional.of(x) holds one value, optional.none() none.
struct Optional {
  List value;
  friend bool operator==(const Optional&, const Optional&);
};

struct Value {
  std::variant<Error, Null, bool, std::int64_t, std::uint64_t, double, number::Decimal, std::string, List,
               Bytes, Timestamp, Duration, TypeName, Map, Optional>
      content;  // at first Error{}; said with an initializer, that would ask for MapEntry's size here

  const Error* error() const { return std::get_if<Error>(&content); }
  const bool* boolean() const { return std::get_if<bool>(&content); }
  const std::string* string() const { return std::get_if<std::string>(&content); }
  const number::Decimal* decimal() const { return std::get_if<number::Decimal>(&content); }
  const List* list() const { return std::get_if<List>(&content); }
  const Map* map() const { return std::get_if<Map>(&content); }

  /// The same type and the same content. CEL's `==`, which compares numbers of different types by value and
  /// maps in any order, is equals() in comparison.h.
  friend bool operator==(const Value&, const Value&) = default;
};

struct MapEntry {
  Value key;
  Value value;
  friend bool operator==(const MapEntry&, const MapEntry&) = default;
};

inline bool operator==(const Map& left, const Map& right) {
  return left.entries == right.entries;
}

inline bool operator==(const Optional& left, const Optional& right) {
  return left.value == right.value;
}

inline Value make_error_value(ErrorCode code) {
  return Value{Error{code}};
}

/// The value as a message prints it: numbers in plain notation, 是 or 否, the items of a list with 、 between
/// them, and in full-width brackets why there is nothing to print: （空）, （无法读取） …
std::string to_text(const Value& value);

/// Whether that shows a number of more digits than anybody has reported, a quotient above all, without its
/// last ones: 2 / 3 as 0.666667.
bool is_rounded(const Value& value);

/// What a declared name holds during one evaluation.
struct Slot {
  Value value;        // Error{no_such_key} for a blank cell
  bool none = false;  // 无 was entered: a number then reads as 0, a text as "", and none(x) is true
};

}  // namespace tianbao::expression
