#include <algorithm>
#include <cstddef>

#include "shared/text/characters.h"
#include "shared/text/host.h"
#include "shared/text/normalize.h"
#include "shared/text/read.h"
#include "shared/text/reading.h"

namespace tianbao::text {
namespace {

constexpr std::size_t max_email_bytes = 254;      // RFC 5321 section 4.5.3.1.3, without the angle brackets
constexpr std::size_t max_local_part_bytes = 64;  // RFC 5321 section 4.5.3.1.1

/// dot-atom of RFC 5322 section 3.2.3.
bool is_local_part(std::string_view text) {
  constexpr std::string_view signs = "!#$%&'*+-/=?^_`{|}~.";
  if (text.empty() || text.size() > max_local_part_bytes) return false;
  if (text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [signs](char character) {
    return is_digit(character) || is_ascii_letter(character) ||
           signs.find(character) != std::string_view::npos;
  });
}

}  // namespace

Reading read_email(std::string_view typed) {
  const std::string cleaned = clean(typed);
  if (const std::optional<Reading> nothing = reading_of_nothing(cleaned)) return *nothing;
  const std::string text = with_plain_dots(without_blanks(cleaned));
  const std::size_t at = text.find('@');
  if (at == std::string::npos || text.size() > max_email_bytes) return unread_reading();
  const std::string local_part = text.substr(0, at);
  const std::string host = to_lower(std::string_view(text).substr(at + 1));
  if (!is_local_part(local_part) || !is_host_name(host)) return unread_reading();
  return value_reading(local_part + "@" + host);
}

}  // namespace tianbao::text
