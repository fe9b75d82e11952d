#include "shared/schema/texts.h"

#include <initializer_list>
#include <string_view>
#include <utility>

#include "shared/schema/build.h"

namespace tianbao::schema {
namespace {

// Inside brackets. What text::is_blank, is_line_break and is_invisible name; full-width letters and digits.
constexpr std::string_view unseen =
    R"(\u0000-\u0020\u007f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff)";
constexpr std::string_view full_width = R"(\uff10-\uff19\uff21-\uff3a\uff41-\uff5a)";

constexpr std::string_view bookmark = R"(\[bookmark:[^\[\]]*\])";  // Word's, which cleaning drops

// text::says_none.
constexpr std::string_view nothing =
    R"((?:无|暂无|没有|[-\u2010-\u2015\u2212\u2500\ufe58\ufe63\uff0d]+|[/\uff0f]+)。?)";

constexpr std::string_view day =
    "(?:[1-9][0-9]{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|"
    "02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[1-9][0-9](?:0[48]|[2468][048]|[13579][26])|"
    "(?:[2468][048]|[13579][26])00)-02-29)";

// A label of Chinese characters has at most 63 bytes: 21 of the basic plane.
constexpr std::string_view host =
    "(?:(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?|[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]{1,21})\\.)+"
    "(?![0-9]+(?:[:/?#]|$))"
    "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?|[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]{1,21})";

constexpr std::string_view ipv4 =
    R"((?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9]))";

constexpr std::string_view port =
    "(?::(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?";

constexpr std::string_view province =
    "[京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼蜀黔滇藏陕陇青宁新川贵云甘]";

constexpr std::string_view phone =
    "(?:1[3-9][0-9]{9}|[48]00[0-9]{7}|(?:(?:010|02[0-9]|01[1-9][0-9]|0[3-9][0-9]{2})-?)?[2-9][0-9]{6,7})"
    "(?:-[0-9]{1,6})?";

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts) text += part;
  return text;
}

/// Words with one blank between two; of several lines with one or more line breaks between them.
std::string prose_pattern(bool several_lines) {
  const std::string word = joined({"[^", unseen, full_width, "]+"});
  const std::string line = word + "(?: " + word + ")*";
  const std::string lines = several_lines ? line + R"((?:\n+)" + line + ")*" : line;
  return joined({"^(?!", nothing, R"($)(?![\s\S]*)", bookmark, ")", lines, "$"});
}

/// Where a text ends, by itself or in a list, and what stands for any character in it.
struct Extent {
  std::string_view end;
  std::string_view any;
};

constexpr Extent alone = {"$", "."};
constexpr Extent in_list = {"(?=；|$)", "[^；]"};

std::string url_expression(const Extent& extent) {
  const std::string after_port = joined({"(?:[/?#]|", extent.end, ")"});
  return joined({"(?!http://[^/?#；]*:80",
                 after_port,
                 ")(?!https://[^/?#；]*:443",
                 after_port,
                 ")(?!https?://",
                 extent.any,
                 "*://)(?!",
                 extent.any,
                 "*",
                 bookmark,
                 ")https?://(?:(?=[^:/?#；]{1,253}(?:[:/?#]|",
                 extent.end,
                 "))",
                 host,
                 "|",
                 ipv4,
                 ")",
                 port,
                 "(?!/",
                 extent.end,
                 R"()(?:[/?#][0-9A-Za-z._~:/?#\[\]@!$&'()*+,;=%-]*)?)",
                 extent.end});
}

/// At most text::max_list_items of them.
std::string list_pattern(const std::string& item) {
  return joined({"^", item, "(?:；", item, "){0,99}$"});
}

/// One line of prose without a separator in it, that does not say 无.
std::string text_item() {
  const std::string word = joined({"[^;；", unseen, full_width, "]+"});
  return joined({"(?!", nothing, in_list.end, ")", word, "(?: ", word, ")*"});
}

std::string email_pattern() {
  constexpr std::string_view atom = "[0-9A-Za-z!#$%&'*+/=?^_`{|}~-]+";
  return joined({"^(?=[^@]{1,64}@)", atom, R"((?:\.)", atom, ")*@", host, "$"});
}

struct Shape {
  std::string pattern;
  std::string_view comment;
  std::size_t max_length = 0;
};

constexpr std::string_view prose_comment =
    "整理后的文字：首尾没有空格，不连用空格，没有控制字符、零宽字符、全角字母和数字；“无”写成 none。";

Shape shape_of(form::FieldType type) {
  switch (type) {
    case form::FieldType::long_text:
      return {prose_pattern(true), prose_comment};
    case form::FieldType::date:
      return {joined({"^", day, "$"}), "其他写法（2020年1月15日、2020.1.15）由程序整理成这样。"};
    case form::FieldType::url:
      return {joined({"^", url_expression(alone)}),
              "程序整理成这样：协议和主机名小写，没有默认端口，根路径不写斜线。unread：主机名总长和中文标签的"
              "限度按 UTF-8 字节计（253、63、全文 2048），这里只能按字符计。",
              2048};
    case form::FieldType::phone:
      return {joined({"^", phone, "(?:、", phone, ")*$"}),
              "几个号码以“、”分开；其他写法由程序整理成这样。too_long：至多 16384 个 UTF-8 字节。"};
    case form::FieldType::email:
      return {email_pattern(), "主机名小写。unread：限度按 UTF-8 字节计（254），这里只能按字符计。", 254};
    case form::FieldType::site_code:
      return {"^(?:[0-9]{10}|bm[0-9]{8})$", "字母小写。"};
    case form::FieldType::icp_number:
      return {joined({"^", province,
                      "ICP(?:备(?:[0-9]{8}|[0-9]{10})|证(?:[0-9]{6}|[0-9]{8}|[0-9]{10}))号?"
                      "(?:-[0-9]+[A-Z]?)?$"}),
              "没有空格，字母大写；其他写法由程序整理成这样。too_long：至多 16384 个 UTF-8 字节。"};
    case form::FieldType::police_number:
      return {joined({"^(?:", province, "公网安备(?:[0-9]{12}|[0-9]{14})号?|[0-9]{12}|[0-9]{14})$"}),
              "没有空格；其他写法由程序整理成这样。"};
    case form::FieldType::text_list:
      return {joined({R"(^(?![\s\S]*)", bookmark, ")", list_pattern(text_item()).substr(1)}),
              "几项之间用“；”隔开，至多 100 项；其他写法由程序整理成这样。"};
    case form::FieldType::url_list:
      return {list_pattern(url_expression(in_list)),
              "几个网址之间用“；”隔开，至多 100 个；每个与 url 相同，其他写法由程序整理成这样。"};
    default:
      return {prose_pattern(false), prose_comment};
  }
}

}  // namespace

bool is_shaped_text(form::FieldType type) {
  const bool is_text = form::expression_type(type) == expression::Type::string || form::is_list(type);
  return is_text && !form::is_choice(type);
}

json::Object text_shape(form::FieldType type) {
  Shape shape = shape_of(type);
  json::Object schema = {{"$comment", shape.comment}, {"type", "string"}};
  if (type == form::FieldType::date) schema.push_back({"format", "date"});
  if (shape.max_length > 0) schema.push_back({"maxLength", whole(shape.max_length)});
  schema.push_back({"pattern", std::move(shape.pattern)});
  return schema;
}

std::string visible_pattern() {
  return joined({"^(?!(?:[", unseen, "]|", bookmark, ")*$)"});
}

std::string_view day_expression() {
  return day;
}

std::string years_from(int first) {
  const std::string year = std::to_string(first);
  std::string pattern = "^(?:" + year;
  for (std::size_t digits = year.size(); digits > 0; --digits) {
    const char digit = year[digits - 1];
    if (digit == '9') continue;
    pattern += "|" + year.substr(0, digits - 1);
    pattern += digit == '8' ? "9" : std::string("[") + static_cast<char>(digit + 1) + "-9]";
    for (std::size_t free = digits; free < year.size(); ++free) pattern += "[0-9]";
  }
  return pattern + ")$";
}

}  // namespace tianbao::schema
