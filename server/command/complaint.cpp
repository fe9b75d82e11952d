#include "server/command/complaint.h"

#include <ostream>

namespace tianbao::command {

int fail(const Console& console, const Complaint& complaint) {
  console.error << printable(complaint.text) << "\n";
  return exit_unreadable;
}

std::string printable(std::string_view text) {
  constexpr std::string_view replacement = "\uFFFD";
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\0');
    if (byte == 0xC2 && next >= 0x80 && next <= 0x9F) {  // U+0080 to U+009F, the C1 controls
      shown += replacement;
      ++i;
    } else if ((byte < 0x20 && byte != '\n') || byte == 0x7F) {
      shown += replacement;
    } else {
      shown += text[i];
    }
  }
  return shown;
}

}  // namespace tianbao::command
