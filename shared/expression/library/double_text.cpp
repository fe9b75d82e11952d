#include "shared/expression/library/double_text.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <limits>
#include <nlohmann/detail/conversions/to_chars.hpp>

#include "shared/text/characters.h"

namespace tianbao::expression {
namespace {

bool take_sign(std::string_view& text) {
  return text::take_prefix(text, "-") || text::take_prefix(text, "+");
}

/// Of what strtod() reads only what is plainly a number: no blanks in front, nothing hexadecimal.
bool is_written_number(std::string_view text) {
  take_sign(text);
  const bool whole = !text::take_digits(text).empty();
  const bool places = text::take_prefix(text, ".") && !text::take_digits(text).empty();
  if (!whole && !places) return false;
  if (!text::take_prefix(text, "e") && !text::take_prefix(text, "E")) return text.empty();
  take_sign(text);
  return text::is_all_digits(text);
}

/// 1.5e+07; the exponent has two digits or more.
std::string with_exponent(std::string digits, int exponent) {
  if (digits.size() > 1) digits.insert(1, ".");
  digits += exponent < 0 ? "e-" : "e+";
  const int magnitude = std::abs(exponent);
  if (magnitude < 10) digits += '0';
  return digits + std::to_string(magnitude);
}

/// `point` digits stand in front of the point.
std::string with_point(std::string digits, int point) {
  if (point <= 0) return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  const auto position = static_cast<std::size_t>(point);
  if (position >= digits.size()) {
    digits.append(position - digits.size(), '0');
  } else {
    digits.insert(position, ".");
  }
  return digits;
}

}  // namespace

Value read_double(std::string_view text) {
  using Limits = std::numeric_limits<double>;
  if (text == "NaN") return {Limits::quiet_NaN()};
  if (!is_written_number(text)) {
    const bool negative = text.starts_with('-');
    take_sign(text);
    if (text != "Inf" && text != "Infinity") return make_error_value(ErrorCode::invalid_argument);
    return {negative ? -Limits::infinity() : Limits::infinity()};
  }
  const double value = std::strtod(std::string(text).c_str(), nullptr);
  if (std::isinf(value)) return make_error_value(ErrorCode::overflow);
  return {value};
}

std::string write_double(double value) {
  constexpr int min_plain_exponent = -4;
  constexpr int max_plain_exponent = 5;
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Inf" : "+Inf";
  const std::string sign = std::signbit(value) ? "-" : "";
  if (value == 0) return sign + "0";
  std::array<char, std::numeric_limits<double>::max_digits10> buffer{};
  int length = 0;
  int shift = 0;  // the value is digits × 10^shift
  nlohmann::detail::dtoa_impl::grisu2(buffer.data(), length, shift, std::abs(value));
  const std::string digits(buffer.data(), static_cast<std::size_t>(length));
  const int exponent = length + shift - 1;
  const bool plain = exponent >= min_plain_exponent && exponent <= max_plain_exponent;
  return sign + (plain ? with_point(digits, exponent + 1) : with_exponent(digits, exponent));
}

}  // namespace tianbao::expression
