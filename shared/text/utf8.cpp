#include "shared/text/utf8.h"

#include <algorithm>

namespace tianbao::text {
namespace {

unsigned byte_at(std::string_view text, std::size_t offset) {
  return static_cast<unsigned char>(text[offset]);
}

bool is_continuation(unsigned byte) {
  return (byte & 0xC0U) == 0x80U;
}

/// What a lead byte announces: the length of its sequence and the bounds of the second byte, which are where
/// RFC 3629 section 4 keeps out overlong forms, surrogates and what lies beyond U+10FFFF. Length 0: no lead
/// byte.
struct Lead {
  std::size_t length = 0;
  unsigned second_low = 0x80;
  unsigned second_high = 0xBF;
};

Lead lead_of(unsigned byte) {
  if (byte < 0x80) return {1};
  if (byte < 0xC2) return {};
  if (byte < 0xE0) return {2};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte < 0xF0) return {3};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte < 0xF4) return {4};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

/// Length of the well-formed sequence at offset, or 0.
std::size_t sequence_length(std::string_view text, std::size_t offset) {
  const Lead lead = lead_of(byte_at(text, offset));
  if (lead.length <= 1) return lead.length;
  if (text.size() - offset < lead.length) return 0;
  const unsigned second = byte_at(text, offset + 1);
  if (second < lead.second_low || second > lead.second_high) return 0;
  for (std::size_t index = 2; index < lead.length; ++index) {
    if (!is_continuation(byte_at(text, offset + index))) return 0;
  }
  return lead.length;
}

}  // namespace

std::size_t valid_utf8_length(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t length = sequence_length(text, offset);
    if (length == 0) return offset;
    offset += length;
  }
  return offset;
}

bool is_valid_utf8(std::string_view text) {
  return valid_utf8_length(text) == text.size();
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const unsigned first = byte_at(text, offset++);
  if (first < 0x80) return first;
  const unsigned continuations = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  char32_t code_point = first & (0x3FU >> continuations);
  for (unsigned index = 0; index < continuations; ++index) {
    code_point = (code_point << 6) | (byte_at(text, offset++) & 0x3FU);
  }
  return code_point;
}

void append_code_point(std::string& text, char32_t code_point) {
  const auto append = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    append(code_point);
  } else if (code_point < 0x800) {
    append(0xC0U | (code_point >> 6));
    append(0x80U | (code_point & 0x3FU));
  } else if (code_point < 0x10000) {
    append(0xE0U | (code_point >> 12));
    append(0x80U | ((code_point >> 6) & 0x3FU));
    append(0x80U | (code_point & 0x3FU));
  } else {
    append(0xF0U | (code_point >> 18));
    append(0x80U | ((code_point >> 12) & 0x3FU));
    append(0x80U | ((code_point >> 6) & 0x3FU));
    append(0x80U | (code_point & 0x3FU));
  }
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) {
    if (!is_continuation(static_cast<unsigned char>(byte))) ++count;
  }
  return count;
}

std::string_view beginning(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t length = max_bytes;
  while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) --length;
  return text.substr(0, length);
}

std::string shortened(std::string_view text, std::size_t max_code_points) {
  std::size_t offset = 0;
  for (std::size_t count = 0; count < max_code_points && offset < text.size(); ++count) {
    next_code_point(text, offset);
  }
  std::string beginning(text.substr(0, offset));
  if (offset < text.size()) beginning += "…";
  return beginning;
}

bool less_by_utf16(std::string_view left, std::string_view right) {
  const std::size_t shared_length = std::min(left.size(), right.size());
  for (std::size_t offset = 0; offset < shared_length; ++offset) {
    const unsigned left_byte = byte_at(left, offset);
    const unsigned right_byte = byte_at(right, offset);
    if (left_byte == right_byte) continue;
    // UTF-8 sorts as code points do. UTF-16 differs in one thing: code points beyond U+FFFF (lead bytes from
    // F0) start with a surrogate and so come before U+E000 to U+FFFF (lead bytes EE and EF).
    const bool left_is_pair = left_byte >= 0xF0;
    const bool right_is_pair = right_byte >= 0xF0;
    if (left_byte >= 0xEE && right_byte >= 0xEE && left_is_pair != right_is_pair) return left_is_pair;
    return left_byte < right_byte;
  }
  return left.size() < right.size();
}

}  // namespace tianbao::text
