#include "shared/text/host.h"

#include <algorithm>
#include <cstddef>

#include "shared/text/characters.h"
#include "shared/text/utf8.h"

namespace tianbao::text {
namespace {

bool is_ascii_label(std::string_view label) {
  if (label.front() == '-' || label.back() == '-') return false;
  return std::all_of(label.begin(), label.end(), [](char character) {
    return is_digit(character) || (character >= 'a' && character <= 'z') || character == '-';
  });
}

bool is_han_label(std::string_view label) {
  for (std::size_t offset = 0; offset < label.size();) {
    if (!is_han(next_code_point(label, offset))) return false;
  }
  return true;
}

bool is_label(std::string_view label) {
  if (label.empty() || label.size() > max_host_label_bytes) return false;
  return is_ascii_label(label) || is_han_label(label);
}

/// Takes the text before the next dot, and the dot, off `rest`.
std::string_view take_label(std::string_view& rest) {
  const std::size_t dot = rest.find('.');
  const std::string_view label = rest.substr(0, dot);
  rest.remove_prefix(dot == std::string_view::npos ? rest.size() : dot + 1);
  return label;
}

}  // namespace

bool is_host_name(std::string_view host) {
  if (host.size() > max_host_bytes || host.empty() || host.back() == '.') return false;
  std::string_view rest = host;
  std::string_view label;
  std::size_t labels = 0;
  while (!rest.empty()) {
    label = take_label(rest);
    if (!is_label(label)) return false;
    ++labels;
  }
  return labels >= 2 && !is_all_digits(label);
}

bool is_ipv4_address(std::string_view host) {
  if (host.empty() || host.back() == '.') return false;
  std::size_t octets = 0;
  while (!host.empty()) {
    const std::string_view octet = take_label(host);
    if (!is_all_digits(octet) || octet.size() > 3 || (octet.size() > 1 && octet.front() == '0')) return false;
    if (octet.size() == 3 && octet > "255") return false;
    ++octets;
  }
  return octets == 4;
}

}  // namespace tianbao::text
