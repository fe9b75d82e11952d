#include "server/store/json_text.h"

namespace tianbao::store {

std::string text_of(const json::Value& value, std::string_view key) {
  const json::Value* const member = value.find(key);
  const std::string* const text = member != nullptr ? member->as_string() : nullptr;
  return text != nullptr ? *text : std::string();
}

}  // namespace tianbao::store
