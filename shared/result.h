#pragma once

#include <utility>
#include <variant>

namespace tianbao {

/// Either what was asked for or why it could not be had. The core is built without exceptions, so every
/// fallible call returns one of these; there is no path on which an error is silently dropped.
template <typename Value, typename Error>
class [[nodiscard]] Result {
 public:
  Result(Value value) : content_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return content_.index() == 0; }
  explicit operator bool() const { return ok(); }

  /// Only to be called when ok() (when !ok() for error()).
  const Value& value() const& { return *std::get_if<0>(&content_); }
  Value&& value() && { return std::move(*std::get_if<0>(&content_)); }
  const Error& error() const& { return *std::get_if<1>(&content_); }
  Error&& error() && { return std::move(*std::get_if<1>(&content_)); }

 private:
  std::variant<Value, Error> content_;
};

}  // namespace tianbao
