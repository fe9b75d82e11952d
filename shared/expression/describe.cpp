#include <string>

#include "shared/expression/program.h"

namespace tianbao::expression {

std::string describe(const CompileError& error) {
  const std::string place = "第 " + std::to_string(error.offset + 1) + " 个字节处";
  const std::string found = "“" + error.found + "”";
  switch (error.code) {
    case CompileErrorCode::too_long:
      return "表达式过长，最多 " + std::to_string(max_source_bytes) + " 个字节。";
    case CompileErrorCode::too_deep:
      return place + "嵌套过深，最多 " + std::to_string(max_depth) + " 层。";
    case CompileErrorCode::too_many_nodes:
      return "表达式过于复杂，名称、数值和运算合计最多 " + std::to_string(max_nodes) + " 个。";
    case CompileErrorCode::syntax:
      if (error.found.empty() && error.offset == 0) return "表达式是空的，应为" + error.expected + "。";
      if (error.found.empty()) {
        return "表达式在第 " + std::to_string(error.offset) + " 个字节之后就结束了，此处应为" +
               error.expected + "。";
      }
      return place + "的" + found + "不符合语法，此处应为" + error.expected + "。";
    case CompileErrorCode::unknown_name: {
      std::string sentence = place + "的" + found + "没有定义";
      if (!error.expected.empty()) sentence += "：" + error.expected;
      if (!error.nearest.empty()) sentence += "，是否想写“" + error.nearest + "”？";
      return error.nearest.empty() ? sentence + "。" : sentence;
    }
    case CompileErrorCode::wrong_type:
      return place + "的" + found + "类型不对，应为" + error.expected + "。";
    case CompileErrorCode::wrong_argument_count:
      return place + "的" + found + "参数个数不对，应为" + error.expected + "。";
    case CompileErrorCode::literal_out_of_range:
      return place + "的数" + found + "超出范围，应为" + error.expected + "。";
    case CompileErrorCode::wrong_pattern:
      return place + "的模式" + found + "不对：" + error.expected;
  }
  return {};
}

}  // namespace tianbao::expression
