#include "server/store/names.h"

#include <algorithm>
#include <cstddef>

namespace tianbao::store {

namespace {

constexpr std::size_t max_form_id_bytes = 64;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace

bool is_site_code(std::string_view text) {
  if (text.size() != 10) return false;
  return all_digits(text) || (text.substr(0, 2) == "bm" && all_digits(text.substr(2)));
}

bool is_form_id(std::string_view text) {
  if (text.empty() || text.size() > max_form_id_bytes || !is_lower(text.front()) || text.back() == '-') {
    return false;
  }
  return std::all_of(text.begin(), text.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

bool is_period(std::string_view text) {
  return text.size() == 4 && text.front() != '0' && all_digits(text);
}

bool is_digest(std::string_view text) {
  return text.size() == 64 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

}  // namespace tianbao::store
