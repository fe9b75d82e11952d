#include "tests/shared/expression/library/values.h"

#include <catch2/catch_test_macros.hpp>
#include <utility>

#include "shared/expression/library/value_print.h"
#include "tests/shared/expression/library/call.h"

namespace tianbao::expression::testing::library {
namespace {

std::string shown(const Value& value) {
  if (const Error* error = value.error()) return "error " + std::to_string(static_cast<int>(error->code));
  BoundedText text;
  print(text, value);
  return *text.take().string() + " of type " + std::to_string(value.content.index());
}

}  // namespace

Value null() {
  return {Null{}};
}

Value boolean(bool value) {
  return {value};
}

Value integer(std::int64_t number) {
  return {number};
}

Value unsigned_integer(std::uint64_t number) {
  return {number};
}

Value floating(double number) {
  return {number};
}

Value decimal(std::string_view text) {
  return {number::Decimal::parse(text).value()};
}

Value string(std::string_view text) {
  return {std::string(text)};
}

Value bytes(std::string_view content) {
  return {Bytes{std::string(content)}};
}

Value list(std::vector<Value> items) {
  return {List(std::move(items))};
}

Value strings(const std::vector<std::string>& items) {
  List list;
  for (const std::string& item : items) list.push_back({item});
  return {std::move(list)};
}

Value map(std::vector<MapEntry> entries) {
  return {Map{std::move(entries)}};
}

Value some(Value value) {
  return {Optional{{std::move(value)}}};
}

Value none() {
  return {Optional{}};
}

void check_calls(FunctionTable table, const std::vector<Call>& calls) {
  for (std::size_t index = 0; index < calls.size(); ++index) {
    const Value result = call(table, calls[index].function, calls[index].arguments);
    INFO(calls[index].function << ", row " << index << ": " << shown(result));
    CHECK(result == calls[index].expected);
  }
}

}  // namespace tianbao::expression::testing::library
