#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

#include "shared/expression/arithmetic.h"
#include "shared/expression/value.h"
#include "shared/number/digits.h"

namespace tianbao::expression {
namespace {

std::string_view error_text(ErrorCode code) {
  switch (code) {
    case ErrorCode::no_such_key:
      return "（空）";
    case ErrorCode::unread:
      return "（无法读取）";
    case ErrorCode::unknown:
      return "（未知）";
    case ErrorCode::no_such_overload:
    case ErrorCode::overflow:
    case ErrorCode::divide_by_zero:
    case ErrorCode::invalid_argument:
    case ErrorCode::too_costly:
      return "（无法计算）";
  }
  return {};
}

// What a document may hold at most (document/cell.h).
constexpr int max_reported_digits = 15;
constexpr int shown_places = 6;

/// Six places, and six digits of a number that has none of them in so many places.
std::optional<number::Decimal> rounded(const number::Decimal& number) {
  if (number.significant_digits() <= max_reported_digits || number.decimal_places() <= shown_places) {
    return std::nullopt;
  }
  const int leading_zeros = std::max(0, number.decimal_places() - number.significant_digits());
  return number.rounded(shown_places + leading_zeros);
}

/// Without an exponent: in a message for a clerk no number is written with one.
std::string number_text(const Value& value) {
  if (const std::optional<number::Decimal> decimal = to_decimal(value)) {
    return number::to_plain(number::to_digits(rounded(*decimal).value_or(*decimal)));
  }
  const double beyond = *std::get_if<double>(&value.content);
  if (std::isnan(beyond)) return "（不是数）";
  return beyond < 0 ? "（负无穷大）" : "（无穷大）";
}

}  // namespace

bool is_rounded(const Value& value) {
  const std::optional<number::Decimal> decimal = to_decimal(value);
  return decimal && rounded(*decimal);
}

std::string to_text(const Value& value) {
  if (const Error* error = value.error()) return std::string(error_text(error->code));
  if (const bool* boolean = value.boolean()) return *boolean ? "是" : "否";
  if (const std::string* string = value.string()) return *string;
  if (is_number(value)) return number_text(value);
  std::string text;
  if (const List* list = std::get_if<List>(&value.content)) {
    for (const Value& item : *list) {
      if (&item != list->data()) text += "、";
      text += to_text(item);
    }
  }
  return text.empty() ? std::string(error_text(ErrorCode::no_such_key)) : text;
}

}  // namespace tianbao::expression
