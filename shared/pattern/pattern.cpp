#include "shared/pattern/pattern.h"

#include <optional>
#include <utility>

#include "shared/pattern/match.h"
#include "shared/pattern/parse.h"

namespace tianbao::pattern {

Pattern::Pattern(Program program) : program_(std::move(program)) {}

bool Pattern::search(std::string_view text) const {
  return match(program_, text, Extent::anywhere).matched;
}

bool Pattern::matches_whole(std::string_view text) const {
  return match(program_, text, Extent::whole).matched;
}

Result<Pattern, PatternError> compile(std::string_view source) {
  Program program;
  if (std::optional<PatternError> error = parse(source, program)) return std::move(*error);
  return Pattern(std::move(program));
}

}  // namespace tianbao::pattern
