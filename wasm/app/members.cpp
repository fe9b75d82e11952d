#include "wasm/app/members.h"

#include <cstdint>
#include <utility>

#include "shared/digest/sha256.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"

namespace tianbao::app {

const json::Value& member(const json::Value& value, std::string_view key) {
  static const json::Value null;
  const json::Value* const found = value.find(key);
  return found == nullptr ? null : *found;
}

json::Value member(json::Value&& value, std::string_view key) {
  const json::Value owner = std::move(value);
  return member(owner, key);
}

std::string text_member(const json::Value& value, std::string_view key) {
  const std::string* const text = member(value, key).as_string();
  return text == nullptr ? std::string() : *text;
}

bool flag_member(const json::Value& value, std::string_view key) {
  const bool* const flag = member(value, key).as_bool();
  return flag != nullptr && *flag;
}

int number_member(const json::Value& value, std::string_view key) {
  const number::Decimal* const number = member(value, key).as_number();
  if (number == nullptr) return 0;
  return static_cast<int>(number->to_integer().value_or(0));
}

std::vector<std::string> texts_member(const json::Value& value, std::string_view key) {
  std::vector<std::string> texts;
  const json::Array* const array = member(value, key).as_array();
  if (array == nullptr) return texts;
  for (const json::Value& element : *array) {
    if (const std::string* const text = element.as_string()) texts.push_back(*text);
  }
  return texts;
}

json::Value with_member(const json::Value& object, std::string_view key, json::Value member) {
  json::Object members;
  if (const json::Object* const old = object.as_object()) members = *old;
  for (json::Member& each : members) {
    if (each.key != key) continue;
    each.value = std::move(member);
    return members;
  }
  members.push_back({std::string(key), std::move(member)});
  return members;
}

json::Value parse_or_null(std::string_view text) {
  auto parsed = json::parse(text);
  return parsed ? std::move(parsed).value() : json::Value();
}

std::string canonical_digest(const json::Value& value) {
  return digest::sha256_hex(json::to_canonical(value));
}

}  // namespace tianbao::app
