#include "tests/bench/rules/verdicts.h"

#include <array>
#include <string_view>

namespace tianbao::bench {

json::Value verdict_words(const std::vector<check::Verdict>& verdicts) {
  constexpr std::array<std::string_view, 4> words = {"pass", "fail", "not_applicable", "undecided"};
  json::Array said;
  for (const check::Verdict verdict : verdicts) said.emplace_back(words[static_cast<std::size_t>(verdict)]);
  return said;
}

}  // namespace tianbao::bench
