// The sentences of the form linter, apart from the loader: whoever does not call describe() does not carry
// them.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "shared/form/load.h"
#include "shared/text/nearest.h"
#include "shared/text/utf8.h"

namespace tianbao::form {
namespace {

constexpr std::size_t max_quoted_characters = 60;

struct CodeWording {
  DefinitionErrorCode code;
  std::string_view name;
  std::string_view text;
};

constexpr std::array<CodeWording, 44> code_wordings = {{
    {DefinitionErrorCode::not_json, "not_json", "不是可以读取的 JSON"},
    {DefinitionErrorCode::wrong_type, "wrong_type", "类型不对"},
    {DefinitionErrorCode::missing_member, "missing_member", "缺少成员"},
    {DefinitionErrorCode::unknown_member, "unknown_member", "没有这个成员"},
    {DefinitionErrorCode::unexpected_member, "unexpected_member", "这里不能有这个成员"},
    {DefinitionErrorCode::unknown_value, "unknown_value", "没有这个值"},
    {DefinitionErrorCode::empty, "empty", "内容为空"},
    {DefinitionErrorCode::too_long, "too_long", "文字太长"},
    {DefinitionErrorCode::too_many, "too_many", "数量太多"},
    {DefinitionErrorCode::bad_character, "bad_character", "文字中有不能用的字符"},
    {DefinitionErrorCode::out_of_range, "out_of_range", "超出范围"},
    {DefinitionErrorCode::bad_id, "bad_id", "标识写法不对"},
    {DefinitionErrorCode::reserved_id, "reserved_id", "标识是保留字"},
    {DefinitionErrorCode::duplicate_id, "duplicate_id", "标识重复"},
    {DefinitionErrorCode::duplicate_label, "duplicate_label", "文字重复"},
    {DefinitionErrorCode::duplicate_other, "duplicate_other", "“其他”重复"},
    {DefinitionErrorCode::bad_code, "bad_code", "规则代码写法不对"},
    {DefinitionErrorCode::duplicate_code, "duplicate_code", "规则代码重复"},
    {DefinitionErrorCode::bad_date, "bad_date", "日期写法不对"},
    {DefinitionErrorCode::bad_order, "bad_order", "先后颠倒"},
    {DefinitionErrorCode::minimum_above_maximum, "minimum_above_maximum", "最小值大于最大值"},
    {DefinitionErrorCode::same_row_first, "same_row_first", "不能与前一项同行"},
    {DefinitionErrorCode::bad_message, "bad_message", "文字中的花括号不成对"},
    {DefinitionErrorCode::unknown_field, "unknown_field", "没有这个项目"},
    {DefinitionErrorCode::unknown_column, "unknown_column", "没有这一列"},
    {DefinitionErrorCode::unlisted_field, "unlisted_field", "读取了没有列出的项目"},
    {DefinitionErrorCode::unread_field, "unread_field", "列出了没有读取的项目"},
    {DefinitionErrorCode::wrong_field_type, "wrong_field_type", "项目的类型不对"},
    {DefinitionErrorCode::wrong_pattern, "wrong_pattern", "模式不对"},
    {DefinitionErrorCode::cycle, "cycle", "条件或算式绕回自身"},
    {DefinitionErrorCode::never_true, "never_true", "条件永远不会成立"},
    {DefinitionErrorCode::too_costly, "too_costly", "整张表的计算量太大，这一处最大"},
    {DefinitionErrorCode::expression_too_long, "expression_too_long", "表达式太长"},
    {DefinitionErrorCode::expression_too_deep, "expression_too_deep", "表达式嵌套太深"},
    {DefinitionErrorCode::expression_too_large, "expression_too_large", "表达式太大"},
    {DefinitionErrorCode::expression_syntax, "expression_syntax", "表达式写法不对"},
    {DefinitionErrorCode::expression_unknown_name, "expression_unknown_name", "表达式中没有这个名称"},
    {DefinitionErrorCode::expression_wrong_type, "expression_wrong_type", "表达式中的类型不对"},
    {DefinitionErrorCode::expression_wrong_argument_count, "expression_wrong_argument_count",
     "函数的参数个数不对"},
    {DefinitionErrorCode::expression_literal_out_of_range, "expression_literal_out_of_range",
     "表达式中的数超出范围"},
    {DefinitionErrorCode::expression_wrong_pattern, "expression_wrong_pattern", "matches() 的模式不对"},
    {DefinitionErrorCode::expression_wrong_result, "expression_wrong_result", "表达式的结果类型不对"},
    {DefinitionErrorCode::expression_inexact, "expression_inexact", "只有数值的算式算出的不是准确的结果"},
    {DefinitionErrorCode::too_many_mistakes, "too_many_mistakes", "错误太多，其余没有列出"},
}};

struct ExpectedWording {
  Expected expected;
  std::string_view text;  // with the names of facts in braces
};

constexpr std::array<ExpectedWording, 88> expected_wordings = {{
    {Expected::json_object, "一个 JSON 对象"},
    {Expected::text, "文字"},
    {Expected::number, "数字"},
    {Expected::whole_number, "整数"},
    {Expected::true_or_false, "true 或 false"},
    {Expected::object, "对象"},
    {Expected::array, "数组"},
    {Expected::number_or_text, "数字或文字"},
    {Expected::word, "{words}"},
    {Expected::field_address, "项目地址，如 release.total"},
    {Expected::true_false_or_expression, "true、false 或写成文字的表达式"},
    {Expected::expression_without_error, "{expression}"},
    {Expected::result_type, "{type}"},
    {Expected::something_written, "不能为空；没有内容就不写这一项"},
    {Expected::no_control_character, "没有换行和控制字符"},
    {Expected::no_control_character_but_line_breaks, "除换行外没有控制字符"},
    {Expected::at_most_characters, "最多 {most} 字"},
    {Expected::at_least_one_element, "至少一个元素"},
    {Expected::at_most_elements, "最多 {most} 个"},
    {Expected::at_most_max_fields, "一张表最多 {max_fields} 项"},
    {Expected::whole_number_between, "{least} 至 {most} 的整数"},
    {Expected::at_most_max_bound_digits, "最多 {max_bound_digits} 位有效数字"},
    {Expected::at_most_decimal_places, "最多 {most} 位小数，与本项相同"},
    {Expected::not_above_maximum, "不大于 maximum 的 {bound}"},
    {Expected::day_of_every_year, "每年都有的月和日，如 01-31"},
    {Expected::not_before_first, "不早于 first 的 {least}"},
    {Expected::not_before_from, "不早于 from 的 {bound}"},
    {Expected::member, "{member}"},
    {Expected::lower_snake_name, "小写英文字母开头，只有小写字母、数字和下划线"},
    {Expected::form_name, "小写英文字母开头，只有小写字母、数字、连字符和下划线"},
    {Expected::edition_name, "小写英文字母或数字开头，只有小写字母、数字、连字符和下划线"},
    {Expected::no_language_word, "不是表达式语言的保留字"},
    {Expected::no_name_of_table_place, "不是 row、column；表达式用 $row、$column 指所在的行和列"},
    {Expected::no_name_of_other_data, "不是 prior、site、today、period；表达式用它们指别的数据"},
    {Expected::unlike_other_sections, "与其他部分不同的 id"},
    {Expected::unlike_other_fields, "本部分中没有用过的 id"},
    {Expected::unlike_other_columns, "与其他列不同的 id"},
    {Expected::unlike_other_choices, "与其他选项不同的 id"},
    {Expected::label_unlike_other_choices, "与其他选项不同的文字"},
    {Expected::rule_code, "{bound} 的代码是字母 {letter} 和三位数字"},
    {Expected::unlike_other_rules, "没有用过的代码"},
    {Expected::known_field, "本表的项目地址"},
    {Expected::repeated_rows, "有 rows 的一组的地址，如 media.account"},
    {Expected::short_label_beside, "与上一行名称相同时，另写 short_label"},
    {Expected::known_column, "columns 中要填写的列的 id"},
    {Expected::fixed_column, "columns 中有 fixed 的列的 id"},
    {Expected::column_to_fill, "至少一列没有 fixed，可以填写"},
    {Expected::column_to_print, "至少一列打印"},
    {Expected::column_widths_together, "各列的 width 合计最多 {most}"},
    {Expected::order_of_columns, "按本组 columns 的顺序，每列只列一次"},
    {Expected::each_field_once, "每个项目只列一次"},
    {Expected::another_first_field, "展开后的每条规则的第一个项目不同"},
    {Expected::every_field_read, "列出规则读取的每个项目"},
    {Expected::only_fields_read, "规则、条件或文字读取的项目"},
    {Expected::rule_or_fact, "rule，或者 total、at_most、change 中的一个"},
    {Expected::one_condition, "rule、total、at_most、change 只写一个，of 只与 total 一起写"},
    {Expected::number_field, "数字项目（whole_number 或 decimal）的地址"},
    {Expected::two_numbers, "至少两个项目地址"},
    {Expected::times_or_percent, "times 和 percent 只写一个"},
    {Expected::pattern_without_error, "{pattern}"},
    {Expected::pattern_beside_hint, "只与 pattern 一起写"},
    {Expected::only_many_choices, "只用于 many_choices"},
    {Expected::only_decimal, "只用于 decimal"},
    {Expected::only_numbers, "只用于 whole_number 和 decimal"},
    {Expected::only_choices, "只用于 one_choice 和 many_choices"},
    {Expected::only_texts, "只用于 text、long_text 和带“其他”的 many_choices"},
    {Expected::only_plain_texts, "只用于 text 和 long_text"},
    {Expected::only_types_with_values, "只用于数字、文字和 yes_no"},
    {Expected::no_none_among_choices, "勾选的项目不填“无”"},
    {Expected::nothing_required_of_computed, "自动计算的项目不用填写"},
    {Expected::only_warnings, "只有 warning 可以写说明：错误要改正，提示不用说明"},
    {Expected::one_other, "每项最多一个“其他”"},
    {Expected::nothing_to_offer, "数字每年重新填写，自动计算的项目不用填写"},
    {Expected::only_labelled_sections, "只用于 place 为 table、打印标签的部分"},
    {Expected::field_with_none_answer, "本部分至少有一项可以填 0、否或者“无”"},
    {Expected::only_in_table, "只用于 place 为 table 的部分"},
    {Expected::no_table_of_its_own, "整张表的列已写在 table 中，各组不再写"},
    {Expected::beside_columns, "只与 columns 一起写"},
    {Expected::rows_or_fields, "rows 和 fields 只写一个"},
    {Expected::nothing_printed_otherwise, "有 columns 的组中各项按行列打印"},
    {Expected::field_before_in_group, "只用于前面还有项目的项目；这是本组的第一项"},
    {Expected::paired_left_brace, "以右花括号结束的表达式；文字中的花括号写成 {{"},
    {Expected::paired_right_brace, "右花括号前有左花括号；文字中的花括号写成 }}"},
    {Expected::no_circle, "不绕回自身的条件或算式"},
    {Expected::exact_literals, "写成算好的数，或者与项目一起算：项目 / 2、0.5 * 项目"},
    {Expected::condition_that_can_hold, "各项在允许的取值范围内有可能成立的条件"},
    {Expected::at_most_max_form_steps, "整张表合计最多 {max_form_steps} 步，现在合计 {bound} 步"},
    {Expected::other_mistakes_mended, "先改正以上各处"},
}};

template <typename Wordings, typename Matches>
auto wording(const Wordings& wordings, Matches matches) -> typename Wordings::value_type {
  const auto found = std::find_if(wordings.begin(), wordings.end(), matches);
  return found == wordings.end() ? typename Wordings::value_type{} : *found;
}

CodeWording wording(DefinitionErrorCode code) {
  return wording(code_wordings, [code](const CodeWording& each) { return each.code == code; });
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += "、";
    text += word;
  }
  return text;
}

std::string_view name_of(expression::Type type) {
  switch (type) {
    case expression::Type::dynamic:
      return "类型不定的值";
    case expression::Type::null:
      return "null";
    case expression::Type::boolean:
      return "是否（true 或 false）";
    default:
      return expression::type_name(type);
  }
}

std::string expected_in(const expression::CompileError& error) {
  std::string expected = expression::expected_text(error);
  if (!expected.empty() || error.code != expression::CompileErrorCode::unknown_name) return expected;
  return "项目地址、prior.项目地址、site.code 等登记信息、today、period 或函数";
}

/// The letter that the codes of rules of a severity begin with.
std::string letter_of(std::string_view severity) {
  return severity.empty() ? std::string() : std::string(1, static_cast<char>(severity.front() - 'a' + 'A'));
}

std::string fact(std::string_view name, const DefinitionError& error) {
  if (name == "least") return std::to_string(error.least);
  if (name == "most") return std::to_string(error.most);
  if (name == "max_fields") return std::to_string(max_fields);
  if (name == "max_form_steps") return std::to_string(max_form_steps);
  if (name == "max_bound_digits") return std::to_string(max_bound_digits);
  if (name == "bound") return error.bound;
  if (name == "letter") return letter_of(error.bound);
  if (name == "member") return error.pointer.substr(error.pointer.rfind('/') + 1);
  if (name == "type") return std::string(name_of(error.wanted_type));
  if (name == "expression") return expected_in(error.compile_error);
  if (name == "pattern") return pattern::describe(error.pattern_error);
  return joined(error.words);
}

std::string expected_in(const DefinitionError& error) {
  const std::string_view text = wording(expected_wordings, [&error](const ExpectedWording& each) {
                                  return each.expected == error.expected;
                                }).text;
  std::string sentence;
  std::size_t written = 0;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', written)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    sentence += text.substr(written, open - written);
    sentence += fact(text.substr(open + 1, close - open - 1), error);
    written = close + 1;
  }
  sentence += text.substr(written);
  return sentence;
}

std::string found_in(const DefinitionError& error) {
  if (error.code == DefinitionErrorCode::not_json) {
    return text::shortened(json::describe(error.parse_error), max_quoted_characters);
  }
  if (error.expected == Expected::expression_without_error) return error.compile_error.found;
  if (error.expected == Expected::pattern_without_error) return error.pattern_error.found;
  if (error.code == DefinitionErrorCode::expression_wrong_result)
    return std::string(name_of(error.found_type));
  if (error.code == DefinitionErrorCode::wrong_type && error.found == "{") return "对象";
  if (error.code == DefinitionErrorCode::wrong_type && error.found == "[") return "数组";
  if (error.expected == Expected::at_most_characters) return error.found + " 字";
  if (error.expected == Expected::at_most_elements) return error.found + " 个";
  if (error.expected == Expected::at_most_max_form_steps) return error.found + " 步";
  if (error.code == DefinitionErrorCode::never_true ||
      error.code == DefinitionErrorCode::expression_inexact) {
    return text::shortened(error.found, max_quoted_characters);
  }
  return error.found;
}

/// A known name that is spelled alike.
std::string nearest_in(const DefinitionError& error) {
  if (error.expected == Expected::expression_without_error) return error.compile_error.nearest;
  if (error.expected != Expected::word || error.code == DefinitionErrorCode::wrong_type) return error.nearest;
  text::Nearest nearest(error.found);
  for (const std::string_view word : error.words) nearest.offer(word);
  return std::string(nearest.name());
}

}  // namespace

std::string_view code_name(DefinitionErrorCode code) {
  return wording(code).name;
}

std::string describe(const DefinitionError& error) {
  const std::string found = found_in(error);
  const std::string expected = expected_in(error);
  const std::string nearest = nearest_in(error);
  std::string line = error.pointer.empty() ? "全文" : error.pointer;
  line += "：";
  line += wording(error.code).text;
  if (!found.empty()) line += "，现为“" + found + "”";
  if (!expected.empty()) line += "，应为：" + expected;
  if (!nearest.empty()) line += "。是否想写“" + nearest + "”？";
  return line;
}

}  // namespace tianbao::form
