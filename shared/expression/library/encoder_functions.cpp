#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "shared/expression/library/bounded_text.h"
#include "shared/expression/library/library.h"

// CEL's extension "encoders": base64 as RFC 4648 section 4 has it.

namespace tianbao::expression {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr unsigned digit_bits = 6;
constexpr unsigned byte_bits = 8;
constexpr std::size_t group_digits = 4;  // are three bytes

Value encode(Arguments arguments) {
  const std::string& bytes = std::get_if<Bytes>(&arguments[0]->content)->content;
  BoundedText text;
  std::uint32_t buffer = 0;
  unsigned pending_bits = 0;
  const auto append_digit = [&](std::uint32_t digit) { text.append(alphabet[digit % alphabet.size()]); };
  for (const char byte : bytes) {
    buffer = buffer << byte_bits | static_cast<unsigned char>(byte);
    pending_bits += byte_bits;
    for (; pending_bits >= digit_bits; pending_bits -= digit_bits) {
      append_digit(buffer >> (pending_bits - digit_bits));
    }
  }
  if (pending_bits > 0) append_digit(buffer << (digit_bits - pending_bits));
  for (std::size_t rest = bytes.size() % 3; rest != 0 && rest < 3; ++rest) text.append('=');
  return text.take();
}

/// With the padding or without it, but not with half of it. Nothing else may stand there, no line ends
/// either.
Value decode(Arguments arguments) {
  std::string_view text = *arguments[0]->string();
  if (text.size() % group_digits == 0) {
    for (int padding = 0; padding < 2 && !text.empty() && text.back() == '='; ++padding)
      text.remove_suffix(1);
  }
  if (text.size() % group_digits == 1) return make_error_value(ErrorCode::invalid_argument);
  std::string bytes;
  std::uint32_t buffer = 0;
  unsigned pending_bits = 0;
  for (const char character : text) {
    const std::size_t digit = alphabet.find(character);
    if (digit == std::string_view::npos) return make_error_value(ErrorCode::invalid_argument);
    buffer = buffer << digit_bits | static_cast<std::uint32_t>(digit);
    pending_bits += digit_bits;
    if (pending_bits < byte_bits) continue;
    pending_bits -= byte_bits;
    bytes.push_back(static_cast<char>(static_cast<unsigned char>(buffer >> pending_bits)));
  }
  return {Bytes{std::move(bytes)}};
}

constexpr std::array table = {
    Function{"base64.encode", CallStyle::global, {Parameter::bytes}, Type::string, encode},
    Function{"base64.decode", CallStyle::global, {Parameter::string}, Type::bytes, decode},
};

}  // namespace

FunctionTable encoder_functions() {
  return table;
}

}  // namespace tianbao::expression
