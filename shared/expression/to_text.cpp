#include <charconv>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/expression/arithmetic.h"
#include "shared/expression/value.h"

namespace tianbao::expression {
namespace {

/// Turns 1.5e+21 into 1500000000000000000000: in a message for a clerk no number is written with an exponent.
std::string plain(const std::string& number) {
  const std::size_t exponent_begin = number.find('e');
  if (exponent_begin == std::string::npos) return number;
  const bool negative = number.front() == '-';
  std::string digits = number.substr(negative ? 1 : 0, exponent_begin - (negative ? 1 : 0));
  int exponent = 0;
  const char* first = number.data() + exponent_begin + 1;
  if (*first == '+') ++first;
  std::from_chars(first, number.data() + number.size(), exponent);
  if (const std::size_t point = digits.find('.'); point != std::string::npos) {
    exponent -= static_cast<int>(digits.size() - point - 1);
    digits.erase(point, 1);
  }
  // The value now is digits × 10^exponent.
  const int point = static_cast<int>(digits.size()) + exponent;
  if (exponent >= 0) {
    digits.append(static_cast<std::size_t>(exponent), '0');
  } else if (point > 0) {
    digits.insert(static_cast<std::size_t>(point), ".");
  } else {
    digits.insert(0, "0." + std::string(static_cast<std::size_t>(-point), '0'));
  }
  return (negative ? "-" : "") + digits;
}

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

std::string number_text(const Value& value) {
  if (const std::optional<number::Decimal> decimal = to_decimal(value)) return plain(decimal->to_string());
  const double beyond = *std::get_if<double>(&value.content);
  if (std::isnan(beyond)) return "（不是数）";
  return beyond < 0 ? "（负无穷大）" : "（无穷大）";
}

}  // namespace

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
