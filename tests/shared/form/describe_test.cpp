#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/load.h"

namespace tianbao::form {
namespace {

struct CodeCase {
  std::string_view name;
  std::string_view text;
};

// Both switches name every enumerator, so that one that is added has no test until it is worded here: the
// compiler says so.
CodeCase worded(DefinitionErrorCode code) {
  switch (code) {
    case DefinitionErrorCode::not_json:
      return {"not_json", "不是可以读取的 JSON"};
    case DefinitionErrorCode::wrong_type:
      return {"wrong_type", "类型不对"};
    case DefinitionErrorCode::missing_member:
      return {"missing_member", "缺少成员"};
    case DefinitionErrorCode::unknown_member:
      return {"unknown_member", "没有这个成员"};
    case DefinitionErrorCode::unexpected_member:
      return {"unexpected_member", "这里不能有这个成员"};
    case DefinitionErrorCode::unknown_value:
      return {"unknown_value", "没有这个值"};
    case DefinitionErrorCode::empty:
      return {"empty", "内容为空"};
    case DefinitionErrorCode::too_long:
      return {"too_long", "文字太长"};
    case DefinitionErrorCode::too_many:
      return {"too_many", "数量太多"};
    case DefinitionErrorCode::bad_character:
      return {"bad_character", "文字中有不能用的字符"};
    case DefinitionErrorCode::out_of_range:
      return {"out_of_range", "超出范围"};
    case DefinitionErrorCode::bad_id:
      return {"bad_id", "标识写法不对"};
    case DefinitionErrorCode::reserved_id:
      return {"reserved_id", "标识是保留字"};
    case DefinitionErrorCode::duplicate_id:
      return {"duplicate_id", "标识重复"};
    case DefinitionErrorCode::duplicate_label:
      return {"duplicate_label", "文字重复"};
    case DefinitionErrorCode::duplicate_other:
      return {"duplicate_other", "“其他”重复"};
    case DefinitionErrorCode::bad_code:
      return {"bad_code", "规则代码写法不对"};
    case DefinitionErrorCode::duplicate_code:
      return {"duplicate_code", "规则代码重复"};
    case DefinitionErrorCode::bad_date:
      return {"bad_date", "日期写法不对"};
    case DefinitionErrorCode::bad_order:
      return {"bad_order", "先后颠倒"};
    case DefinitionErrorCode::minimum_above_maximum:
      return {"minimum_above_maximum", "最小值大于最大值"};
    case DefinitionErrorCode::same_row_first:
      return {"same_row_first", "不能与前一项同行"};
    case DefinitionErrorCode::bad_message:
      return {"bad_message", "文字中的花括号不成对"};
    case DefinitionErrorCode::unknown_column:
      return {"unknown_column", "没有这一列"};
    case DefinitionErrorCode::unknown_field:
      return {"unknown_field", "没有这个项目"};
    case DefinitionErrorCode::unlisted_field:
      return {"unlisted_field", "读取了没有列出的项目"};
    case DefinitionErrorCode::unread_field:
      return {"unread_field", "列出了没有读取的项目"};
    case DefinitionErrorCode::wrong_field_type:
      return {"wrong_field_type", "项目的类型不对"};
    case DefinitionErrorCode::wrong_pattern:
      return {"wrong_pattern", "模式不对"};
    case DefinitionErrorCode::cycle:
      return {"cycle", "条件或算式绕回自身"};
    case DefinitionErrorCode::expression_inexact:
      return {"expression_inexact", "只有数值的算式算出的不是准确的结果"};
    case DefinitionErrorCode::never_true:
      return {"never_true", "条件永远不会成立"};
    case DefinitionErrorCode::too_costly:
      return {"too_costly", "整张表的计算量太大，这一处最大"};
    case DefinitionErrorCode::expression_too_long:
      return {"expression_too_long", "表达式太长"};
    case DefinitionErrorCode::expression_too_deep:
      return {"expression_too_deep", "表达式嵌套太深"};
    case DefinitionErrorCode::expression_too_large:
      return {"expression_too_large", "表达式太大"};
    case DefinitionErrorCode::expression_syntax:
      return {"expression_syntax", "表达式写法不对"};
    case DefinitionErrorCode::expression_unknown_name:
      return {"expression_unknown_name", "表达式中没有这个名称"};
    case DefinitionErrorCode::expression_wrong_type:
      return {"expression_wrong_type", "表达式中的类型不对"};
    case DefinitionErrorCode::expression_wrong_argument_count:
      return {"expression_wrong_argument_count", "函数的参数个数不对"};
    case DefinitionErrorCode::expression_literal_out_of_range:
      return {"expression_literal_out_of_range", "表达式中的数超出范围"};
    case DefinitionErrorCode::expression_wrong_pattern:
      return {"expression_wrong_pattern", "matches() 的模式不对"};
    case DefinitionErrorCode::expression_wrong_result:
      return {"expression_wrong_result", "表达式的结果类型不对"};
    case DefinitionErrorCode::too_many_mistakes:
      return {"too_many_mistakes", "错误太多，其余没有列出"};
  }
  return {};
}

/// With the facts of mistake_expecting().
std::string_view worded(Expected expected) {
  switch (expected) {
    case Expected::json_object:
      return "一个 JSON 对象";
    case Expected::text:
      return "文字";
    case Expected::number:
      return "数字";
    case Expected::whole_number:
      return "整数";
    case Expected::true_or_false:
      return "true 或 false";
    case Expected::object:
      return "对象";
    case Expected::array:
      return "数组";
    case Expected::number_or_text:
      return "数字或文字";
    case Expected::word:
      return "header、footer";
    case Expected::field_address:
      return "项目地址，如 release.total";
    case Expected::true_false_or_expression:
      return "true、false 或写成文字的表达式";
    case Expected::expression_without_error:
      return "“.”后面的名称";
    case Expected::result_type:
      return "是否（true 或 false）";
    case Expected::something_written:
      return "不能为空；没有内容就不写这一项";
    case Expected::no_control_character:
      return "没有换行和控制字符";
    case Expected::no_control_character_but_line_breaks:
      return "除换行外没有控制字符";
    case Expected::at_most_characters:
      return "最多 9 字";
    case Expected::at_least_one_element:
      return "至少一个元素";
    case Expected::at_most_elements:
      return "最多 9 个";
    case Expected::at_most_max_fields:
      return "一张表最多 12000 项";
    case Expected::whole_number_between:
      return "2 至 9 的整数";
    case Expected::at_most_max_bound_digits:
      return "最多 15 位有效数字";
    case Expected::at_most_decimal_places:
      return "最多 9 位小数，与本项相同";
    case Expected::not_above_maximum:
      return "不大于 maximum 的 warning";
    case Expected::day_of_every_year:
      return "每年都有的月和日，如 01-31";
    case Expected::not_before_first:
      return "不早于 first 的 2";
    case Expected::not_before_from:
      return "不早于 from 的 warning";
    case Expected::member:
      return "code";
    case Expected::lower_snake_name:
      return "小写英文字母开头，只有小写字母、数字和下划线";
    case Expected::form_name:
      return "小写英文字母开头，只有小写字母、数字、连字符和下划线";
    case Expected::edition_name:
      return "小写英文字母或数字开头，只有小写字母、数字、连字符和下划线";
    case Expected::no_language_word:
      return "不是表达式语言的保留字";
    case Expected::no_name_of_table_place:
      return "不是 row、column；表达式用 $row、$column 指所在的行和列";
    case Expected::no_name_of_other_data:
      return "不是 prior、site、today、period；表达式用它们指别的数据";
    case Expected::unlike_other_sections:
      return "与其他部分不同的 id";
    case Expected::unlike_other_fields:
      return "本部分中没有用过的 id";
    case Expected::unlike_other_columns:
      return "与其他列不同的 id";
    case Expected::unlike_other_choices:
      return "与其他选项不同的 id";
    case Expected::label_unlike_other_choices:
      return "与其他选项不同的文字";
    case Expected::rule_code:
      return "warning 的代码是字母 W 和三位数字";
    case Expected::unlike_other_rules:
      return "没有用过的代码";
    case Expected::known_field:
      return "本表的项目地址";
    case Expected::known_column:
      return "columns 中要填写的列的 id";
    case Expected::short_label_beside:
      return "与上一行名称相同时，另写 short_label";
    case Expected::rows_or_fields:
      return "rows 和 fields 只写一个";
    case Expected::repeated_rows:
      return "有 rows 的一组的地址，如 media.account";
    case Expected::fixed_column:
      return "columns 中有 fixed 的列的 id";
    case Expected::column_to_fill:
      return "至少一列没有 fixed，可以填写";
    case Expected::column_to_print:
      return "至少一列打印";
    case Expected::column_widths_together:
      return "各列的 width 合计最多 9";
    case Expected::order_of_columns:
      return "按本组 columns 的顺序，每列只列一次";
    case Expected::each_field_once:
      return "每个项目只列一次";
    case Expected::another_first_field:
      return "展开后的每条规则的第一个项目不同";
    case Expected::every_field_read:
      return "列出规则读取的每个项目";
    case Expected::only_fields_read:
      return "规则、条件或文字读取的项目";
    case Expected::rule_or_fact:
      return "rule，或者 total、at_most、change 中的一个";
    case Expected::one_condition:
      return "rule、total、at_most、change 只写一个，of 只与 total 一起写";
    case Expected::number_field:
      return "数字项目（whole_number 或 decimal）的地址";
    case Expected::two_numbers:
      return "至少两个项目地址";
    case Expected::times_or_percent:
      return "times 和 percent 只写一个";
    case Expected::pattern_without_error:
      return "正则表达式第 1 个字节处的“(”不符合语法，此处应为有“(”与之配对的“)”，或者“\\)”。";
    case Expected::pattern_beside_hint:
      return "只与 pattern 一起写";
    case Expected::only_many_choices:
      return "只用于 many_choices";
    case Expected::only_decimal:
      return "只用于 decimal";
    case Expected::only_numbers:
      return "只用于 whole_number 和 decimal";
    case Expected::only_choices:
      return "只用于 one_choice 和 many_choices";
    case Expected::only_texts:
      return "只用于 text、long_text 和带“其他”的 many_choices";
    case Expected::only_plain_texts:
      return "只用于 text 和 long_text";
    case Expected::only_types_with_values:
      return "只用于数字、文字和 yes_no";
    case Expected::no_none_among_choices:
      return "勾选的项目不填“无”";
    case Expected::nothing_required_of_computed:
      return "自动计算的项目不用填写";
    case Expected::only_warnings:
      return "只有 warning 可以写说明：错误要改正，提示不用说明";
    case Expected::one_other:
      return "每项最多一个“其他”";
    case Expected::nothing_to_offer:
      return "数字每年重新填写，自动计算的项目不用填写";
    case Expected::only_labelled_sections:
      return "只用于 place 为 table、打印标签的部分";
    case Expected::field_with_none_answer:
      return "本部分至少有一项可以填 0、否或者“无”";
    case Expected::only_in_table:
      return "只用于 place 为 table 的部分";
    case Expected::no_table_of_its_own:
      return "整张表的列已写在 table 中，各组不再写";
    case Expected::beside_columns:
      return "只与 columns 一起写";
    case Expected::nothing_printed_otherwise:
      return "有 columns 的组中各项按行列打印";
    case Expected::field_before_in_group:
      return "只用于前面还有项目的项目；这是本组的第一项";
    case Expected::paired_left_brace:
      return "以右花括号结束的表达式；文字中的花括号写成 {{";
    case Expected::paired_right_brace:
      return "右花括号前有左花括号；文字中的花括号写成 }}";
    case Expected::no_circle:
      return "不绕回自身的条件或算式";
    case Expected::exact_literals:
      return "写成算好的数，或者与项目一起算：项目 / 2、0.5 * 项目";
    case Expected::condition_that_can_hold:
      return "各项在允许的取值范围内有可能成立的条件";
    case Expected::at_most_max_form_steps:
      return "整张表合计最多 2000000 步，现在合计 warning 步";
    case Expected::other_mistakes_mended:
      return "先改正以上各处";
  }
  return {};
}

DefinitionError mistake_expecting(Expected expected) {
  DefinitionError mistake;
  mistake.pointer = "/rules/0/code";
  mistake.code = DefinitionErrorCode::bad_code;
  mistake.expected = expected;
  mistake.wanted_type = expression::Type::boolean;
  mistake.least = 2;
  mistake.most = 9;
  mistake.bound = "warning";
  mistake.words = {"header", "footer"};
  mistake.compile_error.expected = expression::Expected::name_after_dot;
  mistake.pattern_error = {pattern::PatternErrorCode::syntax, 0, "(", pattern::Expected::begun_group};
  return mistake;
}

constexpr std::size_t most_enumerators = std::numeric_limits<std::uint8_t>::max();

}  // namespace

TEST_CASE("Every code has its name and its sentence") {
  for (std::size_t value = 0; value <= most_enumerators; ++value) {
    CAPTURE(value);
    DefinitionError mistake;
    mistake.code = static_cast<DefinitionErrorCode>(value);
    const CodeCase expected = worded(mistake.code);
    CHECK(code_name(mistake.code) == expected.name);
    CHECK(describe(mistake).starts_with("全文：" + std::string(expected.text) + "，"));
  }
}

TEST_CASE("Everything that may be expected has its sentence, with the facts in it") {
  for (std::size_t value = 0; value <= most_enumerators; ++value) {
    CAPTURE(value);
    const auto expected = static_cast<Expected>(value);
    const std::string line = describe(mistake_expecting(expected));
    const std::size_t place = line.find("，应为：");
    CHECK((place == std::string::npos ? "" : line.substr(place)) ==
          (worded(expected).empty() ? "" : "，应为：" + std::string(worded(expected))));
  }
}

TEST_CASE("A mistake is described in one line that a form's author can act on") {
  DefinitionError mistake;
  mistake.pointer = "/rules/0/fields/1";
  mistake.code = DefinitionErrorCode::unknown_field;
  mistake.expected = Expected::known_field;
  mistake.found = "release.totl";
  mistake.nearest = "release.total";
  CHECK(
      describe(mistake) ==
      "/rules/0/fields/1：没有这个项目，现为“release.totl”，应为：本表的项目地址。是否想写“release.total”？");
}

TEST_CASE("What was found is shown as its author knows it") {
  const struct {
    const char* from;
    const char* to;
    const char* line;
  } cases[] = {
      {R"("title": "表")", R"("title": {"a": 1})", "/title：类型不对，现为“对象”，应为：文字"},
      {R"("title": "表")", R"("title": ["表"])", "/title：类型不对，现为“数组”，应为：文字"},
      {R"("title": "表")", R"("title": "{")", ""},
      {R"("id": "f")", R"("id": "{")",
       "/id：标识写法不对，现为“{”，应为：小写英文字母开头，只有小写字母、数字、连字符和下划线"},
      {R"("unit": "条")", R"("unit": "一二三四五六七八九十条")",
       "/sections/0/unit：文字太长，现为“11 字”，应为：最多 10 字"},
      {R"("computed": "1")", R"("computed": "[1]")",
       "/sections/0/groups/0/fields/0/computed：表达式的结果类型不对，现为“列表”，应为：数字"},
      {R"("computed": "1")", R"("computed": "1 + * 2")",
       "/sections/0/groups/0/fields/0/computed：表达式写法不对，现为“*”，应为："},
      {R"("computed": "1")", R"("computed": "s.b")",
       "/sections/0/groups/0/fields/0/computed：表达式中没有这个名称，现为“s.b”，应为：项目地址、"
       "prior.项目地址、site.code 等登记信息、today、period 或函数。是否想写“s.a”？"},
      {R"("title": "表")", R"("title": "表)", "全文：不是可以读取的 JSON，现为“第 "},
  };
  for (const auto& example : cases) {
    std::string text = R"({"format": "tianbao-form/1", "id": "f", "edition": "1", "title": "表",
      "periods": {"first": 2017}, "sections": [{"id": "s", "label": "部分", "unit": "条", "groups": [
      {"fields": [{"id": "a", "label": "项", "type": "whole_number", "computed": "1"}]}]}]})";
    const std::string_view from = example.from;
    text.replace(text.find(from), from.size(), example.to);
    CAPTURE(text);
    const Result<Form, std::vector<DefinitionError>> loaded = load(text);
    const std::string line = loaded ? "" : describe(loaded.error().front());
    CAPTURE(line);
    CHECK(line.substr(0, std::string_view(example.line).size()) == example.line);
    CHECK(line.empty() == (*example.line == '\0'));
  }
}

}  // namespace tianbao::form
