#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/expression/program.h"
#include "tests/conformance/cases.h"

/// All that the conformance test asks of shared/expression.
namespace tianbao::conformance {

struct Outcome {
  std::optional<std::string> refused;  // why it was refused when it was compiled
  bool lacks_name = false;             // refused for a name that is not known here
  std::string type;                    // as cel-go spells it; of the successful result, where it was compiled
  expression::Value value;             // where it was compiled
};

/// Compiles with everything that CEL and its extensions define, and evaluates.
Outcome run(const Case& item, expression::Mode mode);

/// The golden tree of an expression; nullopt when the parser refuses it.
std::optional<std::string> parse_to_tree(std::string_view source);

/// Whether strict CEL refuses an expression of which every name is declared.
bool is_refused(std::string_view source);

}  // namespace tianbao::conformance
