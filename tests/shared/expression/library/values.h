#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/function.h"

namespace tianbao::expression::testing::library {

// Values as the tables of these tests write them; those of cases.h are slots of a form.

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

inline const Value overflow = make_error_value(ErrorCode::overflow);
inline const Value invalid = make_error_value(ErrorCode::invalid_argument);
inline const Value no_such_overload = make_error_value(ErrorCode::no_such_overload);

Value null();
Value boolean(bool value);
Value integer(std::int64_t number);
Value unsigned_integer(std::uint64_t number);
Value floating(double number);
Value decimal(std::string_view text);
Value string(std::string_view text);
Value bytes(std::string_view content);
Value list(std::vector<Value> items);
Value strings(const std::vector<std::string>& items);
Value map(std::vector<MapEntry> entries);
Value some(Value value);
Value none();

struct Call {
  std::string_view function;
  std::vector<Value> arguments;
  Value expected;
};

void check_calls(FunctionTable table, const std::vector<Call>& calls);

}  // namespace tianbao::expression::testing::library
