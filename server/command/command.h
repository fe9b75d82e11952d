#pragma once

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tianbao::command {

/// What a command was called with, without the program's and the command's own names.
using Arguments = std::vector<std::string>;

/// Where a command writes; tests give their own streams. Results go to `output`, complaints to `error`.
struct Console {
  std::ostream& output;
  std::ostream& error;
};

// Exit codes, the same for every command.
constexpr int exit_clean = 0;       // done; for check: may be submitted
constexpr int exit_findings = 1;    // read and judged, and the judgement is no
constexpr int exit_unreadable = 2;  // wrong usage, or a file that cannot be read or written

struct Command {
  std::string_view name;  // one or two words: "check", "form lint"
  std::string_view summary;
  std::string_view help;  // what --help prints: usage, options, examples, exit codes
  int (*run)(const Arguments& arguments, const Console& console);
};

/// Every command, in the order in which --help lists them.
std::span<const Command> commands();

/// The whole program: finds the command that the arguments name, answers --help and --version, and returns
/// the exit code. An exception that a command lets through ends in a message and exit_unreadable.
int run(const Arguments& arguments, const Console& console);

}  // namespace tianbao::command
