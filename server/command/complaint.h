#pragma once

#include <string>
#include <string_view>

#include "server/command/command.h"

namespace tianbao::command {

/// Why a command cannot go on: whole Chinese sentences for its user, naming the file or option and how to
/// mend it.
struct Complaint {
  std::string text;
};

/// Prints the complaint and returns exit_unreadable.
int fail(const Console& console, const Complaint& complaint);

/// The text without what a terminal would obey instead of show: a report comes from elsewhere, and an escape
/// sequence in it could move the cursor and rewrite the verdict. Line breaks stay.
std::string printable(std::string_view text);

}  // namespace tianbao::command
