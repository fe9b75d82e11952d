#include "server/store/moment.h"

#include <array>
#include <ctime>

namespace tianbao::store {

namespace {

constexpr UnixSeconds china_offset_seconds = UnixSeconds{8} * 60 * 60;

std::string formatted(UnixSeconds moment, const char* pattern) {
  const std::time_t shifted = static_cast<std::time_t>(moment + china_offset_seconds);
  std::tm parts = {};
  ::gmtime_r(&shifted, &parts);
  std::array<char, 40> text = {};
  return std::string(text.data(), std::strftime(text.data(), text.size(), pattern, &parts));
}

}  // namespace

UnixSeconds now() {
  return static_cast<UnixSeconds>(std::time(nullptr));
}

std::string china_date(UnixSeconds moment) {
  return formatted(moment, "%Y-%m-%d");
}

std::string china_timestamp(UnixSeconds moment) {
  return formatted(moment, "%Y-%m-%dT%H:%M:%S+08:00");
}

}  // namespace tianbao::store
