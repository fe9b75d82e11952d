#pragma once

#include <cstdint>

namespace tianbao::expression {

enum class Type : std::uint8_t {
  dynamic,  // only the data tell
  null,
  boolean,
  integer,           // CEL's int
  unsigned_integer,  // CEL's uint
  floating,          // CEL's double
  decimal,           // the form profile's exact numbers
  string,
  bytes,
  list,
  map,
  timestamp,
  duration,
  type,
  optional,
};

/// A type as the checker knows it: of a list also the type of its items.
struct ValueType {
  Type type = Type::dynamic;
  Type item = Type::dynamic;
  friend bool operator==(const ValueType&, const ValueType&) = default;
};

}  // namespace tianbao::expression
