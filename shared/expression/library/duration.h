#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/expression/value.h"

namespace tianbao::expression {

/// Of nanoseconds, wide enough for any sum of two moments or durations.
using Nanoseconds = number::Int128;

constexpr std::int64_t nanoseconds_per_second = 1'000'000'000;

Nanoseconds to_nanoseconds(const Duration& duration);

/// overflow beyond what an int64 of nanoseconds counts, some 292 years (langdef.md, Overflow).
Value make_duration(Nanoseconds nanoseconds);

/// "1h30m", "-1.5s", "0": decimal numbers with their units h, m, s, ms, us (or µs), ns. What is less than a
/// nanosecond is cut off. invalid_argument for any other text.
Value read_duration(std::string_view text);

/// In seconds, with as many places as it takes: "5400s", "-0.1s".
std::string write_duration(const Duration& duration);

/// ".5" for 500,000,000 nanoseconds of a second, nothing for none.
void append_fraction(std::string& text, std::int32_t nanoseconds);

/// overflow as in make_duration().
Value add(const Duration& left, const Duration& right);
Value subtract(const Duration& left, const Duration& right);

std::strong_ordering order(const Duration& left, const Duration& right);

}  // namespace tianbao::expression
