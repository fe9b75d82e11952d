#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tianbao::fuzz {

/// Ends the program unless `held`: a broken promise is a finding like a crash.
void promise(bool held, std::string_view what);

/// The input as the UTF-8 that its reader may rely on: a byte that belongs to none becomes U+FFFD.
std::string utf8_of(const std::uint8_t* data, std::size_t size);
std::string utf8_of(std::string_view bytes);

/// What is shown to a person: there is some, and it is UTF-8.
void promise_readable(std::string_view message, std::string_view what);

}  // namespace tianbao::fuzz
