#include "shared/expression/library/duration.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <optional>

#include "shared/text/characters.h"

namespace tianbao::expression {
namespace {

struct Unit {
  std::string_view name;
  std::int64_t nanoseconds;
};

// A name stands in front of those that it begins with. The micro sign (U+00B5) and the Greek letter (U+03BC)
// look the same.
constexpr std::array<Unit, 8> units = {{
    {"ns", 1},
    {"us", 1000},
    {"µs", 1000},
    {"μs", 1000},
    {"ms", 1'000'000},
    {"s", nanoseconds_per_second},
    {"m", 60 * nanoseconds_per_second},
    {"h", 3600 * nanoseconds_per_second},
}};

// More than any duration, and little enough to go on computing with.
constexpr Nanoseconds beyond = Nanoseconds{1} << 64;

Nanoseconds read_digits(std::string_view digits) {
  Nanoseconds number = 0;
  for (const char digit : digits) number = std::min(number * 10 + (digit - '0'), beyond);
  return number;
}

/// Takes `1.5h` off the text; nullopt when it does not begin with such a number.
std::optional<Nanoseconds> take_number_with_unit(std::string_view& text) {
  constexpr std::size_t max_places = 18;  // those behind them make no nanosecond, not even of an hour
  const std::string_view whole = text::take_digits(text);
  std::string_view places;
  if (text::take_prefix(text, ".")) places = text::take_digits(text).substr(0, max_places);
  if (whole.empty() && places.empty()) return std::nullopt;
  const auto* const unit = std::find_if(units.begin(), units.end(),
                                        [&](const Unit& each) { return text::take_prefix(text, each.name); });
  if (unit == units.end()) return std::nullopt;
  Nanoseconds scale = 1;
  for (std::size_t place = 0; place < places.size(); ++place) scale *= 10;
  return read_digits(whole) * unit->nanoseconds + read_digits(places) * unit->nanoseconds / scale;
}

}  // namespace

Nanoseconds to_nanoseconds(const Duration& duration) {
  return Nanoseconds{duration.seconds} * nanoseconds_per_second + duration.nanoseconds;
}

Value make_duration(Nanoseconds nanoseconds) {
  using Limits = std::numeric_limits<std::int64_t>;
  if (nanoseconds < Limits::min() || nanoseconds > Limits::max()) {
    return make_error_value(ErrorCode::overflow);
  }
  return {Duration{static_cast<std::int64_t>(nanoseconds / nanoseconds_per_second),
                   static_cast<std::int32_t>(nanoseconds % nanoseconds_per_second)}};
}

Value read_duration(std::string_view text) {
  const bool negative = text::take_prefix(text, "-");
  if (!negative) text::take_prefix(text, "+");
  if (text == "0") return make_duration(0);
  Nanoseconds sum = 0;
  do {
    const std::optional<Nanoseconds> number = take_number_with_unit(text);
    if (!number) return make_error_value(ErrorCode::invalid_argument);
    sum = std::min(sum + *number, beyond);
  } while (!text.empty());
  return make_duration(negative ? -sum : sum);
}

std::string write_duration(const Duration& duration) {
  const bool negative = duration.seconds < 0 || duration.nanoseconds < 0;
  // A duration is far from the smallest int64 of seconds, which has no opposite.
  std::string text = negative ? "-" : "";
  text += std::to_string(negative ? -duration.seconds : duration.seconds);
  append_fraction(text, negative ? -duration.nanoseconds : duration.nanoseconds);
  return text + "s";
}

void append_fraction(std::string& text, std::int32_t nanoseconds) {
  if (nanoseconds == 0) return;
  std::string digits = std::to_string(nanoseconds_per_second + nanoseconds);
  digits.front() = '.';
  digits.erase(digits.find_last_not_of('0') + 1);
  text += digits;
}

Value add(const Duration& left, const Duration& right) {
  return make_duration(to_nanoseconds(left) + to_nanoseconds(right));
}

Value subtract(const Duration& left, const Duration& right) {
  return make_duration(to_nanoseconds(left) - to_nanoseconds(right));
}

std::strong_ordering order(const Duration& left, const Duration& right) {
  return left.seconds != right.seconds ? left.seconds <=> right.seconds
                                       : left.nanoseconds <=> right.nanoseconds;
}

}  // namespace tianbao::expression
