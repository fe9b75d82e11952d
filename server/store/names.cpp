#include "server/store/names.h"

#include <algorithm>

#include "shared/text/characters.h"

namespace tianbao::store {

bool is_site_code(std::string_view text) {
  if (text.size() != 10) return false;
  return text::is_all_digits(text) || (text.substr(0, 2) == "bm" && text::is_all_digits(text.substr(2)));
}

bool is_period(std::string_view text) {
  return text.size() == 4 && text.front() != '0' && text::is_all_digits(text);
}

bool is_digest(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(),
                                          [](char c) { return text::is_digit(c) || (c >= 'a' && c <= 'f'); });
}

}  // namespace tianbao::store
