#include "shared/text/reading.h"

#include "shared/text/normalize.h"

namespace tianbao::text {

Reading value_reading(std::string value) {
  Reading reading;
  reading.state = ReadingState::value;
  reading.value = std::move(value);
  return reading;
}

Reading unread_reading(std::string proposal) {
  Reading reading;
  reading.state = ReadingState::unread;
  reading.proposal = std::move(proposal);
  return reading;
}

std::optional<Reading> reading_of_nothing(std::string_view cleaned) {
  Reading reading;
  if (cleaned.empty()) return reading;
  if (!says_none(cleaned)) return std::nullopt;
  reading.state = ReadingState::none;
  return reading;
}

}  // namespace tianbao::text
