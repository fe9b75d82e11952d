#include "shared/text/characters.h"
#include "shared/text/normalize.h"
#include "shared/text/read.h"
#include "shared/text/reading.h"

namespace tianbao::text {
namespace {

Reading read_cleaned(std::string cleaned) {
  if (const std::optional<Reading> nothing = reading_of_nothing(cleaned)) return *nothing;
  return value_reading(std::move(cleaned));
}

}  // namespace

Reading read_text(std::string_view typed) {
  return read_cleaned(in_one_line(clean_prose(typed)));
}

Reading read_long_text(std::string_view typed) {
  return read_cleaned(clean_prose(typed));
}

}  // namespace tianbao::text
