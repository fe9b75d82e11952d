#include "shared/check/wording.h"

#include "shared/text/utf8.h"

namespace tianbao::check {
namespace {

constexpr std::size_t max_quoted_characters = 40;

struct TypeWords {
  std::string_view fault;
  std::string_view noun;
  std::string_view example;
};

/// The examples are those of the 填写说明 where they have one.
TypeWords words_of(form::FieldType type) {
  switch (type) {
    case form::FieldType::whole_number:
      return {"不是准确的数字", "整数", "500"};
    case form::FieldType::decimal:
      return {"不是准确的数字", "数字", "3.5"};
    case form::FieldType::date:
      return {"不是日期", "日期", "2020-01-15"};
    case form::FieldType::url:
      return {"不是网址", "网址", "http://www.beijing.gov.cn"};
    case form::FieldType::phone:
      return {"不是电话号码", "区号和电话号码", "0739-7220000"};
    case form::FieldType::email:
      return {"不是电子邮箱地址", "电子邮箱地址", "bgs@example.gov.cn"};
    case form::FieldType::site_code:
      return {"不是政府网站标识码", "10 位标识码", "1100000088"};
    case form::FieldType::icp_number:
      return {"不是 ICP 备案号", "ICP 备案号", "京ICP备05060933"};
    case form::FieldType::police_number:
      return {"不是公安机关备案号", "公安机关备案号", "京公网安备110105000722"};
    case form::FieldType::yes_no:
    case form::FieldType::one_choice:
      return {"不能确定选的是哪一项", "", ""};
    case form::FieldType::many_choices:
      return {"不能确定勾选了哪些项", "", ""};
    case form::FieldType::text_list:
      return {"没有完整读入", "文字，几项之间用“；”隔开", ""};
    case form::FieldType::url_list:
      return {"不是用“；”隔开的网址", "网址，几个之间用“；”隔开", "http://www.beijing.gov.cn"};
    case form::FieldType::text:
    case form::FieldType::long_text:
      break;
  }
  return {"没有完整读入", "文字", ""};
}

}  // namespace

std::string quoted(std::string_view text) {
  return "“" + text::shortened(text, max_quoted_characters) + "”";
}

std::string quoted_choices(const form::Field& field) {
  if (field.type == form::FieldType::yes_no) return "“是”、“否”";
  std::string text;
  for (const form::Choice& choice : field.choices) {
    if (!text.empty()) text += "、";
    text += "“" + choice.label + "”";
  }
  return text;
}

std::string request(const form::Field& field, std::string_view example) {
  if (field.type == form::FieldType::many_choices) return "请在" + quoted_choices(field) + "中勾选";
  if (field.type == form::FieldType::yes_no || field.type == form::FieldType::one_choice) {
    return "请在" + quoted_choices(field) + "中选择一项";
  }
  const TypeWords words = words_of(field.type);
  if (example.empty()) example = words.example;
  std::string text = "请填写" + std::string(words.noun);
  if (!example.empty()) text += "，如 " + std::string(example);
  return text;
}

std::string length_fault(std::size_t length, std::size_t limit) {
  return "共 " + std::to_string(length) + " 字，最多 " + std::to_string(limit) + " 字，请删减 " +
         std::to_string(length - limit) + " 字";
}

std::string written_as(std::string_view hint) {
  // A blank stands between Chinese characters and others.
  const bool is_ascii = !hint.empty() && static_cast<unsigned char>(hint.front()) < 0x80U;
  return (is_ascii ? "写成 " : "写成") + std::string(hint);
}

std::string_view reading_fault(form::FieldType type) {
  return words_of(type).fault;
}

}  // namespace tianbao::check
