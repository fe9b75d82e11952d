#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/number/decimal.h"

namespace tianbao::json {

struct Value;
struct Member;

using Array = std::vector<Value>;
/// Members in the order in which they were written. Keys are unique: the parser refuses a repeated one.
using Object = std::vector<Member>;

/// A JSON value that lost nothing on the way in: numbers are exact decimals, members keep their order.
struct Value {
  std::variant<std::nullptr_t, bool, number::Decimal, std::string, Array, Object> content;

  Value();
  Value(std::nullptr_t);
  Value(bool value);
  Value(number::Decimal value);
  Value(std::string value);
  Value(std::string_view value);
  Value(const char* value);
  Value(Array value);
  Value(Object value);

  bool is_null() const { return content.index() == 0; }
  /// The content if it is of that type, else nullptr.
  const bool* as_bool() const { return std::get_if<bool>(&content); }
  const number::Decimal* as_number() const { return std::get_if<number::Decimal>(&content); }
  const std::string* as_string() const { return std::get_if<std::string>(&content); }
  const Array* as_array() const { return std::get_if<Array>(&content); }
  const Object* as_object() const { return std::get_if<Object>(&content); }

  /// The member of that name, or nullptr when there is none or this is no object.
  const Value* find(std::string_view key) const;

  /// Numbers by value, objects by their members whatever the order (RFC 8259 section 4): equal values have
  /// the same canonical form.
  friend bool operator==(const Value& left, const Value& right);
};

struct Member {
  std::string key;
  Value value;

  friend bool operator==(const Member&, const Member&) = default;
};

/// `base` extended by one reference token, escaped as RFC 6901 section 3 asks.
std::string pointer_to(std::string_view base, std::string_view token);
std::string pointer_to(std::string_view base, std::size_t index);

}  // namespace tianbao::json
