#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tianbao::document {

/// One thing that can be ticked, as it is printed.
struct TickOption {
  std::string_view label;
  bool other = false;  // 其他: a text may stand behind it
};

struct TickReading {
  bool understood = false;          // every part of the text is a mark, a label or the text of 其他
  std::vector<std::size_t> ticked;  // indices of the options, ascending
  std::string other;                // the text beside 其他, whether that is ticked or not
};

/// Reads the ticks of one cell in the shapes of domain.md §9.3: `☑ 是 □ 否`, `√是`, Wingdings' `R是 £否`,
/// `[x] 是 [ ] 否`, the mark behind its label as in `是（√） 否（ ）`, or the chosen labels alone:
/// `搜索即服务、其他：个性化服务`. The options may stand in any order. `cleaned` went through
/// text::clean_prose.
TickReading read_ticks(const std::vector<TickOption>& options, std::string_view cleaned);

}  // namespace tianbao::document
