#include "tests/fuzz/property.h"

#include <cstdio>
#include <cstdlib>

#include "shared/text/utf8.h"

namespace tianbao::fuzz {

void promise(bool held, std::string_view what) {
  if (held) return;
  std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

std::string utf8_of(std::string_view bytes) {
  std::string text;
  for (;;) {
    const std::size_t valid = text::valid_utf8_length(bytes);
    text += bytes.substr(0, valid);
    if (valid == bytes.size()) return text;
    text += "\uFFFD";
    bytes.remove_prefix(valid + 1);
  }
}

std::string utf8_of(const std::uint8_t* data, std::size_t size) {
  return utf8_of({reinterpret_cast<const char*>(data), size});
}

void promise_readable(std::string_view message, std::string_view what) {
  promise(!message.empty() && text::is_valid_utf8(message), what);
}

}  // namespace tianbao::fuzz
