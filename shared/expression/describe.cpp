#include <string>

#include "shared/expression/compile_error.h"
#include "shared/expression/function.h"
#include "shared/expression/program.h"

namespace tianbao::expression {
namespace {

std::string_view parameter_name(Parameter parameter) {
  switch (parameter) {
    case Parameter::none:
    case Parameter::any:
      return "任意值";
    case Parameter::number:
    case Parameter::places:
    case Parameter::integer:
    case Parameter::unsigned_integer:
    case Parameter::floating:
      return "数字";
    case Parameter::numbers:
      return "数字的列表";
    case Parameter::boolean:
      return type_name(Type::boolean);
    case Parameter::string:
      return type_name(Type::string);
    case Parameter::strings:
      return "文字的列表";
    case Parameter::bytes:
      return type_name(Type::bytes);
    case Parameter::list:
      return type_name(Type::list);
    case Parameter::map:
      return type_name(Type::map);
    case Parameter::timestamp:
      return type_name(Type::timestamp);
    case Parameter::duration:
      return type_name(Type::duration);
    case Parameter::optional:
      return type_name(Type::optional);
  }
  return {};
}

/// The members of the set `choices`, each name once: 数字或者文字.
template <typename NameOf>
std::string alternatives(std::uint32_t choices, const NameOf& name_of) {
  std::string text;
  for (std::uint32_t choice = 0; choices >> choice != 0; ++choice) {
    if ((choices >> choice & 1U) == 0) continue;
    const std::string name(name_of(choice));
    if (text.find(name) != std::string::npos) continue;
    if (!text.empty()) text += "或者";
    text += name;
  }
  return text;
}

std::string counts_text(std::uint32_t choices) {
  const bool are_any = (choices >> max_arguments & 1U) != 0;
  if (are_any) return "最多 " + std::to_string(max_arguments) + " 个";
  return alternatives(choices, [](std::uint32_t count) { return " " + std::to_string(count) + " 个"; });
}

std::string parameters_text(std::uint32_t choices) {
  return alternatives(
      choices, [](std::uint32_t parameter) { return parameter_name(static_cast<Parameter>(parameter)); });
}

/// The sentences that take nothing of the error.
std::string_view fixed_text(Expected expected) {
  switch (expected) {
    case Expected::utf8:
      return "UTF-8 编码的文字";
    case Expected::token:
      return "运算符、名称或数值";
    case Expected::quoted_identifier:
      return "反引号中的字母、数字、“_”、“-”、“.”、“/”和空格，并在结尾处补上反引号";
    case Expected::escape:
      return "\\n、\\\"、\\u4e2d 这样的转义，或者写成 r\"…\"";
    case Expected::value:
      return "名称、数值、文字、“(”、“[”或者“{”";
    case Expected::operator_or_end:
      return "运算符，或者到此结束";
    case Expected::operator_or_end_without_messages:
      return "运算符，或者到此结束（不支持消息）";
    case Expected::operator_or_closing_parenthesis:
      return "运算符或者“)”";
    case Expected::closing_parenthesis:
      return "“)”";
    case Expected::closing_bracket:
      return "“]”";
    case Expected::comma:
      return "“,”";
    case Expected::comma_or_closing_parenthesis:
      return "“,”或者“)”";
    case Expected::comma_or_closing_bracket:
      return "“,”或者“]”";
    case Expected::comma_or_closing_brace:
      return "“,”或者“}”";
    case Expected::colon_of_choice:
      return "“:”，与前面的“?”成对";
    case Expected::colon_and_value:
      return "“:”和这个键的值";
    case Expected::name_after_dot:
      return "“.”后面的名称";
    case Expected::variable_name:
      return "变量的名称";
    case Expected::name_to_have:
      return "一个名称，如 has(release.total)";
    case Expected::none_of_name:
      return "写成 none(名称)";
    case Expected::name_for_none:
      return "一个名称，如 none(release.total)";
    case Expected::name_for_region:
      return "一个标识码或公安机关备案号的名称，如 region(basic.site_code)";
    case Expected::written_pattern:
      return "写出来的模式，如 '^[0-9]{6}$'";
    case Expected::without_map:
      return "名称、数值、文字或列表（规则里没有映射）";
    case Expected::without_optional:
      return "不带“?”的写法（规则里没有可选值）";
    case Expected::macros_of_forms:
      return "all、exists、exists_one、map、filter 或者 transformList";
    case Expected::function:
      return "没有这个函数";
    case Expected::finite_double:
      return "绝对值小于 1.8e308 的数";
    case Expected::unsigned_integer:
      return "0 至 18446744073709551615 的整数";
    case Expected::integer:
      return "-9223372036854775808 至 9223372036854775807 的整数";
    case Expected::decimal:
      return "最多 34 位有效数字的数";
    case Expected::places:
      return "0 至 34 的整数";
    case Expected::boolean:
      return "布尔值";
    case Expected::number:
      return "数字";
    case Expected::negatable_number:
      return "可以取负的数字";
    case Expected::list:
      return "列表";
    case Expected::numbers:
      return "两边都是数字";
    case Expected::addable:
      return "两边都是数字、都是文字或者都是列表";
    case Expected::ordered:
      return "两边都是数字、都是文字或者都是布尔值";
    case Expected::same_type:
      return "两边是同一类型的值";
    case Expected::list_of_type:
      return "右边是列表，左边与列表各项是同一类型";
    default:
      return {};
  }
}

}  // namespace

std::string_view type_name(Type type) {
  switch (type) {
    case Type::dynamic:
      return "任意值";
    case Type::null:
      return "空值";
    case Type::boolean:
      return "布尔值";
    case Type::integer:
    case Type::unsigned_integer:
    case Type::floating:
    case Type::decimal:
      return "数字";
    case Type::string:
      return "文字";
    case Type::bytes:
      return "字节串";
    case Type::list:
      return "列表";
    case Type::map:
      return "映射";
    case Type::timestamp:
      return "时刻";
    case Type::duration:
      return "时长";
    case Type::type:
      return "类型";
    case Type::optional:
      return "可选值";
  }
  return {};
}

std::string expected_text(const CompileError& error) {
  const std::string left(type_name(error.left));
  switch (error.expected) {
    case Expected::nothing:
      return error.pattern ? pattern::describe(*error.pattern) : std::string();
    case Expected::half_width:
      return "半角的“" + error.detail + "”";
    case Expected::closing_quote:
      return "在结尾处补上引号 " + error.detail;
    case Expected::unreserved_name:
      return "名称：“" + error.found + "”是 CEL 的保留字";
    case Expected::macro_call:
      return "列表." + error.detail + "(变量, …)";
    case Expected::global_call:
      return "写成 " + error.detail + "(…)";
    case Expected::receiver_call:
      return "写成 文字." + error.detail + "(…)";
    case Expected::no_member:
      return "“" + error.detail + "”没有下级名称";
    case Expected::argument_counts:
      return counts_text(error.choices);
    case Expected::argument_types:
      return parameters_text(error.choices) + "，这里是" + left;
    case Expected::boolean:
    case Expected::number:
    case Expected::negatable_number:
    case Expected::list:
      return std::string(fixed_text(error.expected)) + "，这里是" + left;
    case Expected::numbers:
    case Expected::addable:
    case Expected::ordered:
    case Expected::same_type:
    case Expected::list_of_type:
      return std::string(fixed_text(error.expected)) + "，现在左边是" + left + "，右边是" +
             std::string(type_name(error.right));
    case Expected::type_of_choice:
      return "与“?”后面的值同一类型，即" + left;
    default:
      return std::string(fixed_text(error.expected));
  }
}

std::string describe(const CompileError& error) {
  const std::string place = "第 " + std::to_string(error.offset + 1) + " 个字节处";
  const std::string found = "“" + error.found + "”";
  const std::string expected = expected_text(error);
  switch (error.code) {
    case CompileErrorCode::too_long:
      return "表达式过长，最多 " + std::to_string(max_source_bytes) + " 个字节。";
    case CompileErrorCode::too_deep:
      return place + "嵌套过深，最多 " + std::to_string(max_depth) + " 层。";
    case CompileErrorCode::too_many_nodes:
      return "表达式过于复杂，名称、数值和运算合计最多 " + std::to_string(max_nodes) + " 个。";
    case CompileErrorCode::syntax:
      if (error.found.empty() && error.offset == 0) return "表达式是空的，应为" + expected + "。";
      if (error.found.empty()) {
        return "表达式在第 " + std::to_string(error.offset) + " 个字节之后就结束了，此处应为" + expected +
               "。";
      }
      return place + "的" + found + "不符合语法，此处应为" + expected + "。";
    case CompileErrorCode::unknown_name: {
      std::string sentence = place + "的" + found + "没有定义";
      if (!expected.empty()) sentence += "：" + expected;
      if (!error.nearest.empty()) sentence += "，是否想写“" + error.nearest + "”？";
      return error.nearest.empty() ? sentence + "。" : sentence;
    }
    case CompileErrorCode::wrong_type:
      return place + "的" + found + "类型不对，应为" + expected + "。";
    case CompileErrorCode::wrong_argument_count:
      return place + "的" + found + "参数个数不对，应为" + expected + "。";
    case CompileErrorCode::literal_out_of_range:
      return place + "的数" + found + "超出范围，应为" + expected + "。";
    case CompileErrorCode::wrong_pattern:
      return place + "的模式" + found + "不对：" + expected;
  }
  return {};
}

}  // namespace tianbao::expression
