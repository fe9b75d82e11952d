#include "shared/form/reader.h"

#include <algorithm>
#include <utility>

#include "shared/json/write.h"
#include "shared/text/nearest.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace tianbao::form {
namespace {

constexpr std::size_t max_shown_characters = 60;

/// Whether a reader sees nothing: U+3000 and zero-width characters show as little as blanks do.
bool is_blank(std::string_view text) {
  return text::clean_prose(text).empty();
}

bool has_control_character(std::string_view text, bool several_lines) {
  return std::any_of(text.begin(), text.end(), [several_lines](char character) {
    const auto byte = static_cast<unsigned char>(character);
    return (byte < 0x20 && !(several_lines && byte == '\n')) || byte == 0x7F;
  });
}

std::string joined(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += "、";
    text += word;
  }
  return text;
}

std::string at_most(std::size_t count, std::string_view unit) {
  return "最多 " + std::to_string(count) + std::string(unit);
}

}  // namespace

void Mistakes::add(std::string_view pointer, std::string_view code, std::string_view found,
                   std::string_view expected, std::string_view nearest) {
  if (full()) return;
  if (errors_.size() == max_mistakes) {
    errors_.push_back({"", "too_many_mistakes", "", "先改正以上各处", ""});
    return;
  }
  errors_.push_back({std::string(pointer), std::string(code), text::shortened(found, max_shown_characters),
                     std::string(expected), std::string(nearest)});
}

std::string shown(const json::Value& value) {
  if (value.as_object() != nullptr) return "对象";
  if (value.as_array() != nullptr) return "数组";
  return text::shortened(json::to_compact(value), max_shown_characters);
}

std::optional<std::string> read_text(const json::Value& value, std::string_view pointer,
                                     const TextShape& shape, Mistakes& mistakes) {
  const std::string* text = value.as_string();
  if (text == nullptr) {
    mistakes.add(pointer, "wrong_type", shown(value), "文字");
    return std::nullopt;
  }
  const std::size_t length = text::count_code_points(*text);
  if (is_blank(*text)) {
    mistakes.add(pointer, "empty", shown(value), "不能为空；没有内容就不写这一项");
  } else if (length > shape.max_characters) {
    mistakes.add(pointer, "too_long", std::to_string(length) + " 字", at_most(shape.max_characters, " 字"));
  } else if (has_control_character(*text, shape.several_lines)) {
    mistakes.add(pointer, "bad_character", shown(value),
                 shape.several_lines ? "除换行外没有控制字符" : "没有换行和控制字符");
  } else {
    return *text;
  }
  return std::nullopt;
}

ObjectReader::ObjectReader(const json::Value& value, std::string pointer, Mistakes& mistakes)
    : value_(value), pointer_(std::move(pointer)), mistakes_(mistakes) {
  if (value_.as_object() == nullptr) mistakes_.add(pointer_, "wrong_type", shown(value_), "对象");
}

bool ObjectReader::has(std::string_view key) const {
  return value_.find(key) != nullptr;
}

const json::Value* ObjectReader::member(std::string_view key, Presence presence) {
  known_.push_back(key);
  const json::Value* found = value_.find(key);
  if (found == nullptr && presence == Presence::required && value_.as_object() != nullptr) {
    mistakes_.add(pointer_to(key), "missing_member", "", key);
  }
  return found;
}

void ObjectReader::wrong_type(std::string_view key, const json::Value& value, std::string_view expected) {
  mistakes_.add(pointer_to(key), "wrong_type", shown(value), expected);
}

std::string ObjectReader::text(std::string_view key, const TextShape& shape) {
  const json::Value* value = member(key, shape.presence);
  if (value == nullptr) return {};
  return read_text(*value, pointer_to(key), shape, mistakes_).value_or(std::string());
}

bool ObjectReader::flag(std::string_view key, bool absent) {
  const json::Value* value = member(key, Presence::optional);
  if (value == nullptr) return absent;
  if (const bool* flag = value->as_bool()) return *flag;
  wrong_type(key, *value, "true 或 false");
  return absent;
}

std::optional<number::Decimal> ObjectReader::decimal(std::string_view key) {
  const json::Value* value = member(key, Presence::optional);
  if (value == nullptr) return std::nullopt;
  const number::Decimal* number = value->as_number();
  if (number == nullptr) {
    wrong_type(key, *value, "数字");
    return std::nullopt;
  }
  return *number;
}

std::optional<std::int64_t> ObjectReader::whole(std::string_view key, Presence presence, const Range& range) {
  const json::Value* value = member(key, presence);
  if (value == nullptr) return std::nullopt;
  const number::Decimal* number = value->as_number();
  if (number == nullptr) {
    wrong_type(key, *value, "整数");
    return std::nullopt;
  }
  const std::optional<std::int64_t> whole = number->to_integer();
  if (whole && *whole >= range.first && *whole <= range.last) return whole;
  mistakes_.add(pointer_to(key), "out_of_range", shown(*value),
                std::to_string(range.first) + " 至 " + std::to_string(range.last) + " 的整数");
  return std::nullopt;
}

std::size_t ObjectReader::word(std::string_view key, std::span<const std::string_view> words,
                               Presence presence, std::size_t absent) {
  const json::Value* value = member(key, presence);
  if (value == nullptr) return absent;
  const std::string* text = value->as_string();
  if (text == nullptr) {
    wrong_type(key, *value, joined(words));
    return absent;
  }
  const auto found = std::find(words.begin(), words.end(), *text);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  text::Nearest nearest(*text);
  for (const std::string_view word : words) nearest.offer(word);
  mistakes_.add(pointer_to(key), "unknown_value", *text, joined(words), nearest.name());
  return absent;
}

const json::Array* ObjectReader::array(std::string_view key, Presence presence, std::size_t max_elements) {
  const json::Value* value = member(key, presence);
  if (value == nullptr) return nullptr;
  const json::Array* array = value->as_array();
  if (array == nullptr) {
    wrong_type(key, *value, "数组");
  } else if (array->empty()) {
    mistakes_.add(pointer_to(key), "empty", "[]", "至少一个元素");
  } else if (array->size() > max_elements) {
    mistakes_.add(pointer_to(key), "too_many", std::to_string(array->size()) + " 个",
                  at_most(max_elements, " 个"));
  } else {
    return array;
  }
  return nullptr;
}

void ObjectReader::refuse(std::initializer_list<std::string_view> keys, std::string_view reason) {
  for (const std::string_view key : keys) {
    if (member(key, Presence::optional) != nullptr) {
      mistakes_.add(pointer_to(key), "unexpected_member", key, reason);
    }
  }
}

void ObjectReader::refuse_others() {
  const json::Object* object = value_.as_object();
  if (object == nullptr) return;
  for (const json::Member& member : *object) {
    if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
    text::Nearest nearest(member.key);
    for (const std::string_view key : known_) nearest.offer(key);
    mistakes_.add(pointer_to(member.key), "unknown_member", member.key, joined(known_), nearest.name());
  }
}

}  // namespace tianbao::form
