#include "shared/expression/library/value_print.h"

#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/expression/arithmetic.h"
#include "shared/expression/library/duration.h"
#include "shared/expression/library/timestamp.h"
#include "shared/number/digits.h"
#include "shared/sort.h"
#include "shared/text/utf8.h"

namespace tianbao::expression {
namespace {

/// U+FFFD in place of what is not UTF-8, one for all that stands together.
std::string readable(std::string_view bytes) {
  std::string text;
  bool broken = false;
  while (!bytes.empty()) {
    const std::size_t valid = text::valid_utf8_length(bytes);
    text += bytes.substr(0, valid);
    if (valid == 0 && !broken) text::append_code_point(text, 0xFFFD);
    broken = valid == 0;
    bytes.remove_prefix(broken ? 1 : valid);
  }
  return text;
}

/// nullopt for a list, a map and what is not printed at all.
std::optional<std::string> single_text(const Value& value) {
  if (is_number(value)) return plain_number(value);
  if (const std::string* string = value.string()) return *string;
  if (const bool* boolean = value.boolean()) return *boolean ? "true" : "false";
  if (std::holds_alternative<Null>(value.content)) return "null";
  if (const auto* bytes = std::get_if<Bytes>(&value.content)) return readable(bytes->content);
  if (const auto* timestamp = std::get_if<Timestamp>(&value.content)) return write_timestamp(*timestamp);
  if (const auto* duration = std::get_if<Duration>(&value.content)) return write_duration(*duration);
  if (const auto* type = std::get_if<TypeName>(&value.content)) return type->name;
  return std::nullopt;
}

bool print_list(BoundedText& text, const List& items) {
  text.append('[');
  for (const Value& item : items) {
    if (&item != items.data()) text.append(", ");
    if (!print(text, item)) return false;
  }
  text.append(']');
  return true;
}

bool print_map(BoundedText& text, const Map& map) {
  struct Entry {
    std::string key;
    const Value* value;
  };
  std::vector<Entry> entries;
  entries.reserve(map.entries.size());
  for (const MapEntry& entry : map.entries) {
    entries.push_back({single_text(entry.key).value_or(std::string()), &entry.value});
  }
  sort_items(entries, [](const Entry& left, const Entry& right) { return left.key < right.key; });
  text.append('{');
  for (const Entry& entry : entries) {
    if (&entry != entries.data()) text.append(", ");
    text.append(entry.key);
    text.append(": ");
    if (!print(text, *entry.value)) return false;
  }
  text.append('}');
  return true;
}

}  // namespace

bool print(BoundedText& text, const Value& value) {
  if (const List* list = value.list()) return print_list(text, *list);
  if (const Map* map = value.map()) return print_map(text, *map);
  const std::optional<std::string> single = single_text(value);
  if (single) text.append(*single);
  return single.has_value();
}

std::string plain_number(const Value& number) {
  if (const std::string_view name = name_of_digitless(number); !name.empty()) return std::string(name);
  number::Digits digits = number::to_digits(to_decimal(number).value_or(number::Decimal()));
  // A decimal does not know -0.
  if (const auto* floating = std::get_if<double>(&number.content)) digits.negative = std::signbit(*floating);
  return number::to_plain(digits);
}

std::string_view name_of_digitless(const Value& number) {
  const auto* floating = std::get_if<double>(&number.content);
  if (!floating || std::isfinite(*floating)) return {};
  if (std::isnan(*floating)) return "NaN";
  return *floating < 0 ? "-Infinity" : "Infinity";
}

}  // namespace tianbao::expression
