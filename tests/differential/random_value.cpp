#include "tests/differential/random_value.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>

#include "tests/differential/random_text.h"

namespace tianbao::differential {
namespace {

using expression::ErrorCode;
using expression::List;
using expression::Map;
using expression::Slot;
using expression::Type;
using expression::Value;

std::int64_t random_integer(Random& random) {
  using Limits = std::numeric_limits<std::int64_t>;
  constexpr std::array<std::int64_t, 10> known = {0,
                                                  1,
                                                  -1,
                                                  2,
                                                  100,
                                                  Limits::max(),
                                                  Limits::min(),
                                                  Limits::min() + 1,
                                                  std::int64_t{1} << 53,
                                                  (std::int64_t{1} << 53) + 1};
  if (random.one_in(3)) return random.pick(known);
  const auto number = static_cast<std::int64_t>(random.next());
  return random.one_in(4) ? number : number % 1000;
}

double double_of_bits(std::uint64_t bits) {
  double number = 0;
  std::memcpy(&number, &bits, sizeof number);
  return number;
}

double random_double(Random& random) {
  using Limits = std::numeric_limits<double>;
  constexpr std::array<double, 14> known = {0.0,
                                            -0.0,
                                            0.1,
                                            0.5,
                                            -2.5,
                                            1e23,
                                            123456789.125,
                                            1e-7,
                                            Limits::max(),
                                            Limits::min(),
                                            Limits::denorm_min(),
                                            Limits::infinity(),
                                            -Limits::infinity(),
                                            Limits::quiet_NaN()};
  if (random.one_in(3)) return random.pick(known);
  if (random.one_in(3)) return double_of_bits(random.next());
  return static_cast<double>(random_integer(random) % 1'000'000) / 100;
}

number::Decimal random_exact(Random& random) {
  return number::Decimal::parse(random_decimal(random, number::Decimal::max_digits))
      .value_or(number::Decimal());
}

std::string random_bytes(Random& random) {
  std::string bytes = random_text(random);
  if (random.one_in(2)) bytes += static_cast<char>(random.below(256));
  return bytes;
}

/// A moment within the years 1 to 9999.
expression::Timestamp random_moment(Random& random) {
  constexpr std::int64_t first = -62'135'596'800;
  constexpr std::int64_t last = 253'402'300'799;
  constexpr std::array<std::int64_t, 5> known = {0, first, last, 1'579'478'400, -1};
  expression::Timestamp moment;
  moment.seconds =
      random.one_in(3)
          ? random.pick(known)
          : first + static_cast<std::int64_t>(random.next() % static_cast<std::uint64_t>(last - first));
  if (random.one_in(2)) moment.nanoseconds = static_cast<std::int32_t>(random.below(1'000'000'000));
  return moment;
}

expression::Duration random_duration(Random& random) {
  constexpr std::int64_t most = 9'223'372'036;
  expression::Duration duration;
  duration.seconds = random_integer(random) % most;
  if (random.one_in(2)) duration.nanoseconds = static_cast<std::int32_t>(random.below(1'000'000'000));
  if (duration.seconds < 0) duration.nanoseconds = -duration.nanoseconds;
  return duration;
}

List random_list(Type item, Random& random) {
  List list;
  for (std::size_t count = random.below(5); count > 0; --count) list.push_back(random_value(item, random));
  return list;
}

Map random_map(Random& random) {
  Map map;
  for (const std::string_view key : {"a", "b", "洞", "𠮷"}) {
    if (random.one_in(2)) map.entries.push_back({{std::string(key)}, random_value(Type::dynamic, random)});
  }
  if (random.one_in(4)) map.entries.push_back({{std::int64_t{1}}, {std::string("one")}});
  if (random.one_in(4)) map.entries.push_back({{std::string("1")}, {std::string("1")}});
  return map;
}

/// What check::bind makes of 无.
Slot none_of(Type type) {
  if (type == Type::decimal) return {{number::Decimal()}, true};
  if (type == Type::string) return {{std::string()}, true};
  if (type == Type::list) return {{List()}, true};
  return {expression::make_error_value(ErrorCode::no_such_key), true};
}

std::string decimal_digits(number::Int128 number) {
  std::string digits;
  do {
    digits += static_cast<char>('0' + static_cast<int>(number % 10));
    number /= 10;
  } while (number != 0);
  std::reverse(digits.begin(), digits.end());
  return digits;
}

/// Halfway between two doubles, or a hair beside it.
std::string midpoint_text(Random& random) {
  constexpr std::array<std::string_view, 4> behind = {".0", ".000000000000000000000000000001",
                                                      ".9999999999999999999999999", "e0"};
  const number::Int128 mantissa = (std::uint64_t{1} << 52) | (random.next() >> 12);
  std::string text = decimal_digits((2 * mantissa + 1) << random.below(70));
  return text.append(random.pick(behind));
}

}  // namespace

Value random_value(Type type, Random& random) {
  constexpr std::array<Type, 8> all = {Type::null,     Type::boolean, Type::integer,   Type::unsigned_integer,
                                       Type::floating, Type::string,  Type::timestamp, Type::duration};
  switch (type) {
    case Type::dynamic:
      return random_value(random.pick(all), random);
    case Type::null:
      return {expression::Null{}};
    case Type::boolean:
      return {random.one_in(2)};
    case Type::integer:
      return {random_integer(random)};
    case Type::unsigned_integer:
      return {random.one_in(2) ? random.next() : random.next() % 1000};
    case Type::floating:
      return {random_double(random)};
    case Type::decimal:
      return {random_exact(random)};
    case Type::string:
      return {random_text(random)};
    case Type::bytes:
      return {expression::Bytes{random_bytes(random)}};
    case Type::list:
      return {random_list(Type::string, random)};
    case Type::map:
      return {random_map(random)};
    case Type::timestamp:
      return {random_moment(random)};
    case Type::duration:
      return {random_duration(random)};
    case Type::type:
      return {expression::TypeName{"int"}};
    case Type::optional:
      break;
  }
  return {expression::Optional{random_list(Type::dynamic, random)}};
}

std::vector<Slot> random_slots(const expression::Declarations& declarations, Random& random) {
  constexpr std::array<ErrorCode, 3> errors = {ErrorCode::no_such_key, ErrorCode::unread, ErrorCode::unknown};
  const bool complete = random.one_in(2);
  std::vector<Slot> slots;
  for (const expression::Declaration& declaration : declarations.list()) {
    if (!complete && random.one_in(6)) {
      slots.push_back({expression::make_error_value(random.pick(errors))});
    } else if (!complete && random.one_in(8)) {
      slots.push_back(none_of(declaration.type));
    } else if (declaration.type == Type::list) {
      slots.push_back({{random_list(declaration.item, random)}});
    } else {
      slots.push_back({random_value(declaration.type, random)});
    }
  }
  return slots;
}

std::string double_text(Random& random) {
  constexpr std::array<std::string_view, 12> known = {
      "0.0",
      "1.7976931348623157e308",
      "1.7976931348623159e308",
      "4.9e-324",
      "2.4703282292062327208299493e-324",
      "2.4703282292062328e-324",
      "2.2250738585072011e-308",
      "2.2250738585072012e-308",
      "6.631236846766476e-316",
      "9007199254740993.0",
      "1.00000000000000011102230246251565404236316680908203125",
      "1.000000000000000111022302462515654042363166809082031250000000000000000000001"};
  if (random.one_in(5)) return std::string(random.pick(known));
  if (random.one_in(4)) return midpoint_text(random);
  if (random.one_in(3)) {
    std::string text = std::to_string(random.below(10));
    text.append(".").append(std::to_string(random.next()));
    return text.append("e").append(std::to_string(static_cast<int>(random.below(660)) - 345));
  }
  std::string text = random_decimal(random, 25);
  if (text.front() == '-') text.erase(0, 1);
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

}  // namespace tianbao::differential
