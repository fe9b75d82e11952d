#include <vector>

#include "shared/text/normalize.h"
#include "shared/text/read.h"
#include "shared/text/reading.h"

namespace tianbao::text {
namespace {

constexpr std::string_view half_width_separator = ";";

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + separator.size());
  }
}

std::vector<std::string_view> split(const std::vector<std::string_view>& texts, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (const std::string_view text : texts) {
    for (const std::string_view part : split(text, separator)) parts.push_back(part);
  }
  return parts;
}

/// Every part read by itself; blank ones, as behind the last separator, are left out.
Reading read_parts(const std::vector<std::string_view>& parts, Reading (*read)(std::string_view)) {
  std::string value;
  std::size_t count = 0;
  for (const std::string_view part : parts) {
    const Reading reading = read(part);
    if (reading.state == ReadingState::blank) continue;
    if (reading.state != ReadingState::value || ++count > max_list_items) return unread_reading();
    if (!value.empty()) value += list_separator;
    value += reading.value;
  }
  return value.empty() ? Reading{} : value_reading(std::move(value));
}

}  // namespace

std::vector<std::string_view> list_items(std::string_view list) {
  return split(list, list_separator);
}

Reading read_text_list(std::string_view typed) {
  const std::string cleaned = clean_prose(typed);
  if (const std::optional<Reading> nothing = reading_of_nothing(cleaned)) return *nothing;
  return read_parts(split(split(split(cleaned, list_separator), half_width_separator), "\n"), read_text);
}

Reading read_url_list(std::string_view typed) {
  const std::string cleaned = clean_prose(typed);
  if (const std::optional<Reading> nothing = reading_of_nothing(cleaned)) return *nothing;
  const std::vector<std::string_view> lines = split(split(cleaned, list_separator), "\n");
  const Reading reading = read_parts(split(lines, half_width_separator), read_url);
  // An address may hold a half-width one itself: what does not read when it is split there is not split.
  const bool is_split = lines.size() == 1 && reading.state == ReadingState::value;
  return is_split ? reading : read_parts(lines, read_url);
}

}  // namespace tianbao::text
