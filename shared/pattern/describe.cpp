#include <string>

#include "shared/pattern/pattern.h"

namespace tianbao::pattern {
namespace {

/// What a sentence says of the text at fault: a limit, or what could stand there.
struct Verdict {
  const char* text = "";
  std::size_t limit = 0;
  const char* unit = "";
};

Verdict verdict(PatternErrorCode code) {
  switch (code) {
    case PatternErrorCode::too_long:
      return {"过长，最多 ", max_source_bytes, " 个字节"};
    case PatternErrorCode::too_deep:
      return {"嵌套过深，括号最多 ", max_depth, " 层"};
    case PatternErrorCode::too_large:
      return {"过于庞大，重复展开后合计最多 ", max_instructions, " 步"};
    case PatternErrorCode::syntax:
      return {"不符合语法，此处应为"};
    case PatternErrorCode::unsupported:
      return {"不受支持，此处应为"};
    case PatternErrorCode::repetition_out_of_range:
      return {"超出范围，次数应由小到大，最多 ", max_repetitions, " 次"};
  }
  return {};
}

}  // namespace

std::string describe(const PatternError& error) {
  std::string sentence = "正则表达式";
  if (!error.found.empty()) {
    sentence += "第 ";
    sentence += std::to_string(error.offset + 1);
    sentence += " 个字节处的“";
    sentence += error.found;
    sentence += "”";
  }
  const auto [text, limit, unit] = verdict(error.code);
  sentence += text;
  if (limit > 0) sentence += std::to_string(limit);
  sentence += unit;
  sentence += error.expected;
  sentence += "。";
  return sentence;
}

}  // namespace tianbao::pattern
