#include <string>

#include "shared/pattern/pattern.h"

namespace tianbao::pattern {

std::string describe(const PatternError& error) {
  const std::string place =
      "正则表达式第 " + std::to_string(error.offset + 1) + " 个字节处的“" + error.found + "”";
  switch (error.code) {
    case PatternErrorCode::too_long:
      return "正则表达式过长，最多 " + std::to_string(max_source_bytes) + " 个字节。";
    case PatternErrorCode::too_deep:
      return place + "嵌套过深，括号最多 " + std::to_string(max_depth) + " 层。";
    case PatternErrorCode::too_large:
      return place + "使正则表达式过大，重复展开后最多 " + std::to_string(max_instructions) + " 步。";
    case PatternErrorCode::syntax:
      if (error.found.empty()) return "正则表达式没有写完，末尾应为" + error.expected + "。";
      return place + "不符合语法，此处应为" + error.expected + "。";
    case PatternErrorCode::unsupported:
      return place + "不受支持，此处应为" + error.expected + "。";
    case PatternErrorCode::repetition_out_of_range:
      return place + "超出范围，此处应为" + error.expected + "。";
  }
  return {};
}

}  // namespace tianbao::pattern
