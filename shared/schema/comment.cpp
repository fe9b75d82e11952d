#include "shared/schema/comment.h"

#include "shared/document/cell.h"
#include "shared/schema/schema.h"

namespace tianbao::schema {
namespace {

void add_line(std::string& text, const std::string& line) {
  text += (text.empty() ? "" : "\n") + line;
}

/// As the definition has it: with the expressions in braces.
std::string message_of(const form::Rule& rule) {
  std::string message;
  for (const form::MessagePart& part : rule.message) {
    message += part.text;
    if (part.expression) message += "{" + part.expression->source() + "}";
  }
  return message;
}

std::string rule_line(const form::Rule& rule) {
  std::string line = rule.code + "：" + message_of(rule);
  if (!line.ends_with("。")) line += "。";
  line += "应有 " + rule.condition.source();
  const std::string when = form::when_source(rule);
  return when.empty() ? line : line + "，仅当 " + when;
}

void add_condition_lines(std::string& text, const form::Field& field) {
  if (field.relevant) {
    add_line(text, "not_applicable_filled：仅当 " + field.relevant->source() +
                       " 时适用；不适用的不填，或者填“无”、0、否");
  }
  if (field.required && !is_always_required(field)) {
    const std::string& condition = field.required->source();
    add_line(text,
             condition == "true" ? "required：适用时必须填写" : "required：必须填写，仅当 " + condition);
  }
  if (field.computed) add_line(text, "computed_differs：自动计算，应等于 " + field.computed->source());
}

}  // namespace

bool is_always_required(const form::Field& field) {
  return field.required && field.required->source() == "true" && !field.relevant;
}

std::string field_comment(const form::Form& form, std::size_t index) {
  const form::Field& field = form.fields[index];
  std::string text;
  if (field.type == form::FieldType::decimal) {
    add_line(text, "decimal_places：小数最多 " + std::to_string(field.max_decimal_places) +
                       " 位（multipleOf 在二进制浮点数上不准确，不能用）");
    add_line(text, "too_many_digits：最多 " + std::to_string(document::max_number_digits) + " 位数字");
  }
  add_condition_lines(text, field);
  for (const form::Rule& rule : form.rules) {
    if (rule.fields.front() == index) add_line(text, rule_line(rule));
  }
  return text;
}

std::string form_comment() {
  std::string codes;
  for (const std::string_view code : structural_codes)
    codes += (codes.empty() ? "" : "、") + std::string(code);
  return "由 tianbao form export-schema "
         "从表样定义导出，用于完整的（可以上报的）报表；草稿可以缺少必填的项。\n"
         "与 tianbao check 对结构的判断一致：能读入，所填的值就是整理后的写法，没有这些代码的问题：" +
         codes +
         "。\n关键字说不了的写在各处的 $comment 里，前面是检查所报的代码；tianbao check 检查全部。\n"
         "数字按二进制浮点数读入的程序看不出第 15 位以后的差别，以字节计的限度在这里按字符计。";
}

}  // namespace tianbao::schema
