#include "shared/form/placeholder.h"

#include <algorithm>

#include "shared/text/characters.h"

namespace tianbao::form {
namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || text::is_digit(c) || c == '_';
}

std::string filled_in(std::string_view text, std::span<const Placeholder> placeholders) {
  std::string result;
  while (true) {
    const std::size_t mark = text.find('$');
    result += text.substr(0, mark);
    if (mark == std::string_view::npos) return result;
    text.remove_prefix(mark + 1);
    const std::string_view name(
        text.data(), static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_name_character) -
                                              text.begin()));
    const auto found = std::find_if(placeholders.begin(), placeholders.end(),
                                    [name](const Placeholder& each) { return each.name == name; });
    if (found == placeholders.end()) {
      result += '$';
    } else {
      result += found->text;
      text.remove_prefix(name.size());
    }
  }
}

}  // namespace

json::Value filled_in(const json::Value& value, std::span<const Placeholder> placeholders) {
  if (const std::string* const text = value.as_string())
    return filled_in(std::string_view(*text), placeholders);
  if (const json::Array* const elements = value.as_array()) {
    json::Array result;
    for (const json::Value& element : *elements) result.push_back(filled_in(element, placeholders));
    return result;
  }
  if (const json::Object* const members = value.as_object()) {
    json::Object result;
    for (const json::Member& member : *members) {
      result.push_back({member.key, filled_in(member.value, placeholders)});
    }
    return result;
  }
  return value;
}

}  // namespace tianbao::form
