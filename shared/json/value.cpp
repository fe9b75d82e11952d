#include "shared/json/value.h"

#include <algorithm>

#include "shared/sort.h"

namespace tianbao::json {
namespace {

std::vector<const Member*> sorted_by_key(const Object& object) {
  std::vector<const Member*> members;
  members.reserve(object.size());
  for (const Member& member : object) members.push_back(&member);
  sort_items(members, [](const Member* left, const Member* right) { return left->key < right->key; });
  return members;
}

bool same_members(const Object& left, const Object& right) {
  // Two copies of one object mostly still have one order, and then need no sorting.
  if (left.size() != right.size()) return false;
  const auto same_key = [](const Member& a, const Member& b) { return a.key == b.key; };
  if (std::equal(left.begin(), left.end(), right.begin(), same_key)) return left == right;
  const std::vector<const Member*> left_members = sorted_by_key(left);
  const std::vector<const Member*> right_members = sorted_by_key(right);
  return std::equal(left_members.begin(), left_members.end(), right_members.begin(),
                    [](const Member* a, const Member* b) { return *a == *b; });
}

}  // namespace

// The constructors stand here because they can destroy what they have built, and only here is Member
// complete.
Value::Value() = default;
Value::Value(std::nullptr_t) {}
Value::Value(bool value) : content(value) {}
Value::Value(number::Decimal value) : content(value) {}
Value::Value(std::string value) : content(std::move(value)) {}
Value::Value(std::string_view value) : content(std::string(value)) {}
Value::Value(const char* value) : content(std::string(value)) {}
Value::Value(Array value) : content(std::move(value)) {}
Value::Value(Object value) : content(std::move(value)) {}

const Value* Value::find(std::string_view key) const {
  const Object* object = as_object();
  if (object == nullptr) return nullptr;
  const auto found =
      std::find_if(object->begin(), object->end(), [key](const Member& member) { return member.key == key; });
  return found == object->end() ? nullptr : &found->value;
}

bool operator==(const Value& left, const Value& right) {
  const Object* left_object = left.as_object();
  const Object* right_object = right.as_object();
  if (left_object != nullptr && right_object != nullptr) return same_members(*left_object, *right_object);
  return left.content == right.content;
}

std::string pointer_to(std::string_view base, std::string_view token) {
  std::string pointer(base);
  pointer.push_back('/');
  for (const char character : token) {
    if (character == '~') {
      pointer += "~0";
    } else if (character == '/') {
      pointer += "~1";
    } else {
      pointer.push_back(character);
    }
  }
  return pointer;
}

std::string pointer_to(std::string_view base, std::size_t index) {
  return pointer_to(base, std::to_string(index));
}

}  // namespace tianbao::json
