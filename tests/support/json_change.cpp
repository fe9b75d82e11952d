#include "tests/support/json_change.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace tianbao::testing {
namespace {

using ChangeText = std::string (*)(const std::string& text, Random& random);

/// Everything in one tree, by address: none of it may be moved while this is in use.
struct Places {
  std::vector<json::Value*> values;
  std::vector<json::Member*> members;
};

void gather(json::Value& value, Places& places) {
  places.values.push_back(&value);
  if (auto* const array = std::get_if<json::Array>(&value.content)) {
    for (json::Value& item : *array) gather(item, places);
  }
  if (auto* const object = std::get_if<json::Object>(&value.content)) {
    for (json::Member& member : *object) {
      places.members.push_back(&member);
      gather(member.value, places);
    }
  }
}

number::Decimal mutated_number(const number::Decimal& number, Random& random) {
  constexpr std::array<std::string_view, 12> steps = {
      "1", "-1", "0.1", "10", "-0.01", "0.000001", "999999999999999", "1e15", "1e-7", "1e300", "0", "1e33"};
  const number::Decimal step = *number::Decimal::parse(random.pick(steps));
  const auto changed = random.one_in(2) ? add(number, step) : multiply(number, step);
  return changed.value_or(step);
}

json::Value plain_value(Random& random) {
  switch (random.below(9)) {
    case 0:
      return nullptr;
    case 1:
      return random.one_in(2);
    case 2:
      return number::Decimal::from_integer(static_cast<std::int64_t>(random.below(2000)) - 10);
    case 3:
      return "";
    case 4:
      return "无";
    case 5:
      return "约500";
    case 6:
      return json::Array{};
    case 7:
      return json::Object{};
    default:
      return number::Decimal();
  }
}

void change_items(json::Array& array, Random& random) {
  const std::size_t index = random.below(array.size());
  const auto place = array.begin() + static_cast<std::ptrdiff_t>(index);
  if (random.one_in(3)) {
    array.erase(place);
  } else if (random.one_in(2)) {
    array.push_back(json::Value(*place));
  } else {
    std::swap(array[index], array[random.below(array.size())]);
  }
}

void change_members(json::Object& object, const std::string& some_key, Random& random,
                    ChangeText change_text) {
  const std::size_t index = random.below(object.size());
  const auto place = object.begin() + static_cast<std::ptrdiff_t>(index);
  switch (random.below(4)) {
    case 0:
      object.erase(place);
      return;
    case 1:
      place->key = some_key;
      return;
    case 2:
      place->key = change_text(place->key, random);
      return;
    default:
      object.push_back({some_key, json::Value(place->value)});
  }
}

}  // namespace

void change_json(json::Value& root, Random& random, ChangeText change_text) {
  Places places;
  gather(root, places);
  json::Value& value = *places.values[random.below(places.values.size())];
  const json::Value other = *places.values[random.below(places.values.size())];
  if (random.one_in(12)) {
    value = other;
  } else if (random.one_in(12) || value.is_null() || value.as_bool()) {
    value = plain_value(random);
  } else if (auto* const array = std::get_if<json::Array>(&value.content)) {
    if (array->empty()) array->push_back(other);
    change_items(*array, random);
  } else if (auto* const object = std::get_if<json::Object>(&value.content)) {
    const std::string key = places.members.empty() ? "a" : random.pick(places.members)->key;
    if (object->empty()) object->push_back({key, other});
    change_members(*object, key, random, change_text);
  } else if (value.as_string()) {
    value = change_text(*value.as_string(), random);
  } else if (value.as_number()) {
    value = mutated_number(*value.as_number(), random);
  }
}

}  // namespace tianbao::testing
