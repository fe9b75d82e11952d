#include <algorithm>
#include <array>

#include "shared/form/load.h"

namespace tianbao::form {
namespace {

struct Wording {
  std::string_view code;
  std::string_view text;
};

constexpr std::array<Wording, 37> wordings = {{
    {"not_json", "不是可以读取的 JSON"},
    {"wrong_type", "类型不对"},
    {"missing_member", "缺少成员"},
    {"unknown_member", "没有这个成员"},
    {"unexpected_member", "这里不能有这个成员"},
    {"unknown_value", "没有这个值"},
    {"empty", "内容为空"},
    {"too_long", "文字太长"},
    {"too_many", "数量太多"},
    {"bad_character", "文字中有不能用的字符"},
    {"out_of_range", "超出范围"},
    {"bad_id", "标识写法不对"},
    {"reserved_id", "标识是保留字"},
    {"duplicate_id", "标识重复"},
    {"duplicate_label", "文字重复"},
    {"duplicate_other", "“其他”重复"},
    {"bad_code", "规则代码写法不对"},
    {"duplicate_code", "规则代码重复"},
    {"bad_date", "日期写法不对"},
    {"bad_order", "先后颠倒"},
    {"minimum_above_maximum", "最小值大于最大值"},
    {"same_row_first", "不能与前一项同行"},
    {"bad_message", "文字中的花括号不成对"},
    {"unknown_field", "没有这个项目"},
    {"unlisted_field", "读取了没有列出的项目"},
    {"unread_field", "列出了没有读取的项目"},
    {"cycle", "条件或算式绕回自身"},
    {"expression_too_long", "表达式太长"},
    {"expression_too_deep", "表达式嵌套太深"},
    {"expression_too_large", "表达式太大"},
    {"expression_syntax", "表达式写法不对"},
    {"expression_unknown_name", "表达式中没有这个名称"},
    {"expression_wrong_type", "表达式中的类型不对"},
    {"expression_wrong_argument_count", "函数的参数个数不对"},
    {"expression_literal_out_of_range", "表达式中的数超出范围"},
    {"expression_wrong_result", "表达式的结果类型不对"},
    {"too_many_mistakes", "错误太多，其余没有列出"},
}};

std::string_view wording(std::string_view code) {
  const auto found = std::find_if(wordings.begin(), wordings.end(),
                                  [code](const Wording& candidate) { return candidate.code == code; });
  return found == wordings.end() ? code : found->text;
}

}  // namespace

std::string describe(const DefinitionError& error) {
  std::string line = error.pointer.empty() ? "全文" : error.pointer;
  line += "：";
  line += wording(error.code);
  if (!error.found.empty()) line += "，现为“" + error.found + "”";
  if (!error.expected.empty()) line += "，应为：" + error.expected;
  if (!error.nearest.empty()) line += "。是否想写“" + error.nearest + "”？";
  return line;
}

}  // namespace tianbao::form
