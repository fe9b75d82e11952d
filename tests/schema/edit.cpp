#include "tests/schema/edit.h"

#include <algorithm>
#include <string>

namespace tianbao::testing {

json::Value& member(json::Value& object, std::string_view key) {
  if (object.as_object() == nullptr) object = json::Object();
  json::Object& members = std::get<json::Object>(object.content);
  const auto found = std::find_if(members.begin(), members.end(),
                                  [key](const json::Member& each) { return each.key == key; });
  if (found != members.end()) return found->value;
  members.push_back({std::string(key), json::Object()});
  return members.back().value;
}

json::Value& member(json::Value& object, std::initializer_list<std::string_view> path) {
  json::Value* place = &object;
  for (const std::string_view key : path) place = &member(*place, key);
  return *place;
}

void remove_member(json::Value& object, std::string_view key) {
  auto* const members = std::get_if<json::Object>(&object.content);
  if (members == nullptr) return;
  members->erase(std::remove_if(members->begin(), members->end(),
                                [key](const json::Member& each) { return each.key == key; }),
                 members->end());
}

}  // namespace tianbao::testing
