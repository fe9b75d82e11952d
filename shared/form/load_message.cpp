#include <utility>

#include "shared/form/loading.h"

namespace tianbao::form {
namespace {

/// Offset of the brace that ends the expression starting at `offset`; braces in its string literals do not
/// count.
std::size_t end_of_expression(std::string_view message, std::size_t offset) {
  char quote = '\0';
  for (; offset < message.size(); ++offset) {
    const char character = message[offset];
    if (quote != '\0') {
      if (character == '\\') {
        ++offset;
      } else if (character == quote) {
        quote = '\0';
      }
    } else if (character == '"' || character == '\'') {
      quote = character;
    } else if (character == '}') {
      return offset;
    }
  }
  return std::string_view::npos;
}

void refuse_brace(std::string_view pointer, std::string_view found, Expected expected, Loading& loading) {
  loading.mistakes.add(pointer, DefinitionErrorCode::bad_message, found, expected);
}

}  // namespace

std::optional<std::vector<MessagePart>> load_message(std::string_view message, std::string_view pointer,
                                                     Loading& loading) {
  std::vector<MessagePart> parts;
  std::string text;
  bool sound = true;
  for (std::size_t offset = 0; offset < message.size(); ++offset) {
    const char character = message[offset];
    const bool doubled = offset + 1 < message.size() && message[offset + 1] == character;
    if (character != '{' && character != '}') {
      text += character;
    } else if (doubled) {
      text += character;
      ++offset;
    } else if (character == '}') {
      refuse_brace(pointer, message.substr(0, offset + 1), Expected::paired_right_brace, loading);
      return std::nullopt;
    } else {
      const std::size_t end = end_of_expression(message, offset + 1);
      if (end == std::string_view::npos) {
        refuse_brace(pointer, message.substr(offset), Expected::paired_left_brace, loading);
        return std::nullopt;
      }
      std::optional<expression::Program> program =
          compile(message.substr(offset + 1, end - offset - 1), pointer, loading);
      sound = sound && program.has_value();
      parts.push_back({std::exchange(text, {}), std::move(program)});
      offset = end;
    }
  }
  if (!text.empty()) parts.push_back({std::move(text), std::nullopt});
  if (!sound) return std::nullopt;
  return parts;
}

}  // namespace tianbao::form
