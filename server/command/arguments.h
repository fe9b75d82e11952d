#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/command/command.h"
#include "server/command/complaint.h"
#include "shared/result.h"

namespace tianbao::command {

/// An option that a command knows: `--today 2020-01-15` or `--today=2020-01-15`, or without value `--json`.
struct Option {
  std::string_view name;  // "--today"
  bool takes_value = true;
};

struct ParsedArguments {
  std::vector<std::string> operands;
  std::vector<std::pair<std::string_view, std::string>> options;  // name as in Option, value ("" without one)

  bool has(std::string_view name) const;
  /// The option's value, or nullptr when it was not given.
  const std::string* value(std::string_view name) const;
};

/// How many operands a command takes, and what --help calls them.
struct Operands {
  std::string_view name;  // "FILE"
  std::size_t least = 0;
  std::size_t most = 0;
};

/// Sorts arguments into options and operands; behind `--` everything is an operand. The complaint
/// names what is wrong and, for an unknown option, the known one that is spelled alike.
Result<ParsedArguments, Complaint> parse_arguments(const Arguments& arguments, std::span<const Option> known,
                                                   const Operands& operands);

}  // namespace tianbao::command
