#include "tests/conformance/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string_view>
#include <utility>

#include "tests/conformance/members.h"
#include "tests/support/require.h"

namespace tianbao::conformance {
namespace {

using expression::Value;
using testing::require;

constexpr std::string_view hexadecimal = "0123456789abcdef";

template <typename Integer>
Integer read_integer(const json::Value& encoded) {
  const std::string& text = text_of(encoded);
  Integer value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  require(error == std::errc() && end == text.data() + text.size(), "an integer: " + text);
  return value;
}

double read_double(const std::string& text) {
  if (text == "NaN") return std::numeric_limits<double>::quiet_NaN();
  if (text == "Infinity") return std::numeric_limits<double>::infinity();
  if (text == "-Infinity") return -std::numeric_limits<double>::infinity();
  return std::strtod(text.c_str(), nullptr);
}

std::string read_bytes(const std::string& digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
    const std::size_t byte = hexadecimal.find(digits[i]) * 16 + hexadecimal.find(digits[i + 1]);
    bytes.push_back(static_cast<char>(byte));
  }
  return bytes;
}

std::string write_bytes(std::string_view bytes) {
  std::string digits;
  for (const char character : bytes) {
    const auto byte = static_cast<unsigned char>(character);
    digits.push_back(hexadecimal[byte / 16]);
    digits.push_back(hexadecimal[byte % 16]);
  }
  return digits;
}

/// Of a timestamp or a duration.
template <typename Time>
Time read_time(const json::Value& encoded) {
  const json::Value& nanoseconds = member(encoded, "nanoseconds");
  require(nanoseconds.as_number() != nullptr && nanoseconds.as_number()->to_integer(), "nanoseconds");
  return {read_integer<std::int64_t>(member(encoded, "seconds")),
          static_cast<std::int32_t>(*nanoseconds.as_number()->to_integer())};
}

expression::List read_list(const json::Value& encoded) {
  expression::List list;
  for (const json::Value& item : items_of(encoded)) list.push_back(read_value(item));
  return list;
}

expression::Map read_map(const json::Value& encoded) {
  expression::Map map;
  for (const json::Value& entry : items_of(encoded)) {
    const json::Array& pair = items_of(entry);
    require(pair.size() == 2, "a key and a value");
    map.entries.push_back({read_value(pair[0]), read_value(pair[1])});
  }
  return map;
}

json::Value one_member(const char* kind, json::Value content) {
  return json::Object{{kind, std::move(content)}};
}

/// Not with what the language itself writes doubles with, which this is to test.
std::string write_double(double value) {
  if (std::isnan(value)) return "NaN";
  if (std::isinf(value)) return value < 0 ? "-Infinity" : "Infinity";
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.17g", value);
  return text.data();
}

json::Value write_list(const expression::List& list) {
  json::Array items;
  for (const Value& item : list) items.push_back(write_value(item));
  return items;
}

template <typename Time>
json::Value write_time(const Time& time) {
  return json::Object{{"seconds", std::to_string(time.seconds)},
                      {"nanoseconds", number::Decimal::from_integer(time.nanoseconds)}};
}

std::string_view name_of(expression::ErrorCode code) {
  constexpr std::array<std::string_view, 8> names = {"no_such_key",      "unread",    "unknown",
                                                     "no_such_overload", "overflow",  "divide_by_zero",
                                                     "invalid_argument", "too_costly"};
  return names[static_cast<std::size_t>(code)];
}

struct Writer {
  json::Value operator()(const expression::Error& error) const {
    return one_member("error", name_of(error.code));
  }
  json::Value operator()(const expression::Null& /*null*/) const { return one_member("null", nullptr); }
  json::Value operator()(bool value) const { return one_member("bool", value); }
  json::Value operator()(std::int64_t value) const { return one_member("int", std::to_string(value)); }
  json::Value operator()(std::uint64_t value) const { return one_member("uint", std::to_string(value)); }
  json::Value operator()(double value) const { return one_member("double", write_double(value)); }
  json::Value operator()(const number::Decimal& value) const {
    return one_member("decimal", value.to_string());
  }
  json::Value operator()(const std::string& value) const { return one_member("string", value); }
  json::Value operator()(const expression::Bytes& value) const {
    return one_member("bytes", write_bytes(value.content));
  }
  json::Value operator()(const expression::Timestamp& value) const {
    return one_member("timestamp", write_time(value));
  }
  json::Value operator()(const expression::Duration& value) const {
    return one_member("duration", write_time(value));
  }
  json::Value operator()(const expression::TypeName& value) const { return one_member("type", value.name); }
  json::Value operator()(const expression::List& value) const {
    return one_member("list", write_list(value));
  }
  json::Value operator()(const expression::Map& value) const {
    json::Array entries;
    for (const expression::MapEntry& entry : value.entries) {
      entries.emplace_back(json::Array{write_value(entry.key), write_value(entry.value)});
    }
    return one_member("map", std::move(entries));
  }
  json::Value operator()(const expression::Optional& value) const {
    return one_member("optional", write_list(value.value));
  }
};

bool is_same(double left, double right) {
  if (std::isnan(left) || std::isnan(right)) return std::isnan(left) && std::isnan(right);
  return left == right && std::signbit(left) == std::signbit(right);
}

bool is_same(const expression::List& left, const expression::List& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const Value& one, const Value& other) { return conformance::is_same(one, other); });
}

/// Keys are unique, so that each entry's finding its like in a map of the same size is enough.
bool is_same(const expression::Map& left, const expression::Map& right) {
  if (left.entries.size() != right.entries.size()) return false;
  return std::all_of(left.entries.begin(), left.entries.end(), [&right](const expression::MapEntry& entry) {
    return std::any_of(
        right.entries.begin(), right.entries.end(), [&entry](const expression::MapEntry& other) {
          return conformance::is_same(entry.key, other.key) && conformance::is_same(entry.value, other.value);
        });
  });
}

}  // namespace

Value read_value(const json::Value& encoded) {
  require(encoded.as_object() != nullptr && encoded.as_object()->size() == 1, "a value of one member");
  const auto& [kind, content] = encoded.as_object()->front();
  if (kind == "null") return {expression::Null{}};
  if (kind == "bool") return {content.as_bool() != nullptr && *content.as_bool()};
  if (kind == "int") return {read_integer<std::int64_t>(content)};
  if (kind == "uint") return {read_integer<std::uint64_t>(content)};
  if (kind == "double") return {read_double(text_of(content))};
  if (kind == "string") return {text_of(content)};
  if (kind == "bytes") return {expression::Bytes{read_bytes(text_of(content))}};
  if (kind == "timestamp") return {read_time<expression::Timestamp>(content)};
  if (kind == "duration") return {read_time<expression::Duration>(content)};
  if (kind == "type") return {expression::TypeName{text_of(content)}};
  if (kind == "list") return {read_list(content)};
  require(kind == "map", "a kind of value: " + kind);
  return {read_map(content)};
}

json::Value write_value(const Value& value) {
  return std::visit(Writer{}, value.content);
}

bool is_same(const Value& left, const Value& right) {
  if (left.content.index() != right.content.index()) return false;
  if (const double* value = std::get_if<double>(&left.content))
    return is_same(*value, std::get<double>(right.content));
  if (left.list() != nullptr) return is_same(*left.list(), *right.list());
  if (left.map() != nullptr) return is_same(*left.map(), *right.map());
  if (const auto* optional = std::get_if<expression::Optional>(&left.content)) {
    return is_same(optional->value, std::get<expression::Optional>(right.content).value);
  }
  return left == right;
}

}  // namespace tianbao::conformance
