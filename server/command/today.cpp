#include "server/command/today.h"

#include <array>
#include <cstdio>

namespace tianbao::command {

std::string day_in_china(std::chrono::system_clock::time_point instant) {
  constexpr std::chrono::hours offset_from_utc{8};
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(instant + offset_from_utc)};
  std::array<char, 32> text{};
  const int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                                   static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace tianbao::command
