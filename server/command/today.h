#pragma once

#include <chrono>
#include <string>

namespace tianbao::command {

/// The calendar day in China at `instant`, ISO 8601: deadlines are those of Asia/Shanghai, wherever the
/// server stands. UTC+8 all year, so no time zone data is needed.
std::string day_in_china(std::chrono::system_clock::time_point instant);

}  // namespace tianbao::command
