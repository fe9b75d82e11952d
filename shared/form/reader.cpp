#include "shared/form/reader.h"

#include <algorithm>
#include <utility>

#include "shared/json/write.h"
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

}  // namespace

bool Mistakes::holds(std::string_view pointer, DefinitionErrorCode code) const {
  return std::any_of(errors_.begin(), errors_.end(), [&](const DefinitionError& error) {
    return error.pointer == pointer && error.code == code;
  });
}

DefinitionError& Mistakes::add(std::string_view pointer, DefinitionErrorCode code, std::string_view found,
                               Expected expected) {
  if (full() || (once_ && holds(pointer, code))) return beyond_limit_;
  DefinitionError& error = errors_.emplace_back();
  if (full()) {
    error.code = DefinitionErrorCode::too_many_mistakes;
    error.expected = Expected::other_mistakes_mended;
    return beyond_limit_;
  }
  error.pointer = pointer;
  error.code = code;
  error.found = text::shortened(found, max_shown_characters);
  error.expected = expected;
  return error;
}

std::string shown(const json::Value& value) {
  if (value.as_object() != nullptr) return "{";
  if (value.as_array() != nullptr) return "[";
  return text::shortened(json::to_compact(value), max_shown_characters);
}

std::optional<std::string> read_text(const json::Value& value, std::string_view pointer,
                                     const TextShape& shape, Mistakes& mistakes) {
  const std::string* text = value.as_string();
  if (text == nullptr) {
    mistakes.add(pointer, DefinitionErrorCode::wrong_type, shown(value), Expected::text);
    return std::nullopt;
  }
  const std::size_t length = text::count_code_points(*text);
  if (is_blank(*text)) {
    mistakes.add(pointer, DefinitionErrorCode::empty, shown(value), Expected::something_written);
  } else if (length > shape.max_characters) {
    mistakes.add(pointer, DefinitionErrorCode::too_long, std::to_string(length), Expected::at_most_characters)
        .most = static_cast<std::int64_t>(shape.max_characters);
  } else if (has_control_character(*text, shape.several_lines)) {
    mistakes.add(pointer, DefinitionErrorCode::bad_character, shown(value),
                 shape.several_lines ? Expected::no_control_character_but_line_breaks
                                     : Expected::no_control_character);
  } else {
    return *text;
  }
  return std::nullopt;
}

ObjectReader::ObjectReader(const json::Value& value, std::string pointer, Mistakes& mistakes)
    : ObjectReader({{&value, std::move(pointer)}}, mistakes) {}

ObjectReader::ObjectReader(std::vector<Layer> layers, Mistakes& mistakes)
    : layers_(std::move(layers)), mistakes_(mistakes) {
  for (const Layer& layer : layers_) {
    if (layer.value->as_object() != nullptr) continue;
    mistakes_.add(layer.pointer, DefinitionErrorCode::wrong_type, shown(*layer.value), Expected::object);
  }
}

const Layer& ObjectReader::layer_of(std::string_view key) const {
  const auto found = std::find_if(layers_.begin(), layers_.end(),
                                  [key](const Layer& layer) { return layer.value->find(key) != nullptr; });
  return found == layers_.end() ? layers_.front() : *found;
}

std::string ObjectReader::pointer_to(std::string_view key) const {
  return json::pointer_to(layer_of(key).pointer, key);
}

bool ObjectReader::has(std::string_view key) const {
  return find(key) != nullptr;
}

const json::Value* ObjectReader::member(std::string_view key, Presence presence) {
  known_.push_back(key);
  const json::Value* found = find(key);
  if (found == nullptr && presence == Presence::required && layers_.front().value->as_object() != nullptr) {
    add(key, DefinitionErrorCode::missing_member, "", Expected::member);
  }
  return found;
}

DefinitionError& ObjectReader::add(std::string_view key, DefinitionErrorCode code, std::string_view found,
                                   Expected expected) {
  return mistakes_.add(pointer_to(key), code, found, expected);
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
  add(key, DefinitionErrorCode::wrong_type, shown(*value), Expected::true_or_false);
  return absent;
}

std::optional<number::Decimal> ObjectReader::decimal(std::string_view key) {
  const json::Value* value = member(key, Presence::optional);
  if (value == nullptr) return std::nullopt;
  const number::Decimal* number = value->as_number();
  if (number == nullptr) {
    add(key, DefinitionErrorCode::wrong_type, shown(*value), Expected::number);
    return std::nullopt;
  }
  return *number;
}

std::optional<std::int64_t> ObjectReader::whole(std::string_view key, Presence presence, const Range& range) {
  const json::Value* value = member(key, presence);
  if (value == nullptr) return std::nullopt;
  const number::Decimal* number = value->as_number();
  if (number == nullptr) {
    add(key, DefinitionErrorCode::wrong_type, shown(*value), Expected::whole_number);
    return std::nullopt;
  }
  const std::optional<std::int64_t> whole = number->to_integer();
  if (whole && *whole >= range.first && *whole <= range.last) return whole;
  DefinitionError& error =
      add(key, DefinitionErrorCode::out_of_range, shown(*value), Expected::whole_number_between);
  error.least = range.first;
  error.most = range.last;
  return std::nullopt;
}

std::size_t ObjectReader::word(std::string_view key, std::span<const std::string_view> words,
                               Presence presence, std::size_t absent) {
  const json::Value* value = member(key, presence);
  if (value == nullptr) return absent;
  const std::string* text = value->as_string();
  if (text != nullptr) {
    const auto found = std::find(words.begin(), words.end(), *text);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  }
  add(key, text == nullptr ? DefinitionErrorCode::wrong_type : DefinitionErrorCode::unknown_value,
      text == nullptr ? shown(*value) : *text, Expected::word)
      .words.assign(words.begin(), words.end());
  return absent;
}

const json::Array* ObjectReader::array(std::string_view key, Presence presence, std::size_t max_elements) {
  const json::Value* value = member(key, presence);
  if (value == nullptr) return nullptr;
  const json::Array* array = value->as_array();
  if (array == nullptr) {
    add(key, DefinitionErrorCode::wrong_type, shown(*value), Expected::array);
  } else if (array->empty()) {
    add(key, DefinitionErrorCode::empty, "[]", Expected::at_least_one_element);
  } else if (array->size() > max_elements) {
    add(key, DefinitionErrorCode::too_many, std::to_string(array->size()), Expected::at_most_elements).most =
        static_cast<std::int64_t>(max_elements);
  } else {
    return array;
  }
  return nullptr;
}

void ObjectReader::leave(std::initializer_list<std::string_view> keys) {
  known_.insert(known_.end(), keys);
}

void ObjectReader::refuse(std::initializer_list<std::string_view> keys, Expected expected) {
  for (const std::string_view key : keys) {
    // What holds for many is left out where it has no meaning.
    if (member(key, Presence::optional) != nullptr && layers_.size() == 1) {
      add(key, DefinitionErrorCode::unexpected_member, key, expected);
    }
  }
}

void ObjectReader::refuse_others() {
  for (const Layer& layer : layers_) {
    const json::Object* const object = layer.value->as_object();
    if (object == nullptr) continue;
    for (const json::Member& member : *object) {
      if (std::find(known_.begin(), known_.end(), member.key) != known_.end()) continue;
      if (std::find(layer.left.begin(), layer.left.end(), member.key) != layer.left.end()) continue;
      DefinitionError& error = mistakes_.add(json::pointer_to(layer.pointer, member.key),
                                             DefinitionErrorCode::unknown_member, member.key, Expected::word);
      error.words = known_;
      error.words.insert(error.words.end(), layer.left.begin(), layer.left.end());
    }
  }
}

}  // namespace tianbao::form
