#include "shared/expression/library/double_text.h"

#include <cmath>
#include <cstdlib>
#include <limits>

#include "shared/number/shortest.h"
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
  const number::Digits digits = number::shortest_digits(value);
  const int exponent = digits.point - 1;
  const bool plain = exponent >= min_plain_exponent && exponent <= max_plain_exponent;
  return plain ? number::to_plain(digits)
               : number::to_scientific(digits, static_cast<int>(digits.digits.size()) - 1);
}

}  // namespace tianbao::expression
