#include "shared/document/mistakes.h"

#include <algorithm>

#include "shared/json/write.h"
#include "shared/text/nearest.h"
#include "shared/text/utf8.h"

namespace tianbao::document {
namespace {

constexpr std::size_t max_excerpt_characters = 60;

std::string_view type_name(const json::Value& value) {
  if (value.is_null()) return "null";
  if (value.as_bool()) return "true/false";
  if (value.as_number()) return "数";
  if (value.as_string()) return "文字";
  if (value.as_array()) return "列表";
  return "对象";
}

}  // namespace

std::string excerpt(const json::Value& value) {
  return text::shortened(json::to_compact(value), max_excerpt_characters);
}

void Mistakes::add(std::string pointer, std::string_view code, std::string_view found, std::string expected) {
  if (full()) return;
  errors_.push_back({std::move(pointer), std::string(code), text::shortened(found, max_excerpt_characters),
                     std::move(expected)});
}

void Mistakes::missing(std::string_view pointer, std::string_view member) {
  add(json::pointer_to(pointer, member), "missing_member", "", std::string(member));
}

void Mistakes::wrong_type(std::string_view pointer, const json::Value& found, std::string_view expected) {
  add(std::string(pointer), "wrong_type", std::string(type_name(found)), std::string(expected));
}

std::string read_string(const json::Value& object, std::string_view pointer, std::string_view member,
                        std::size_t max_bytes, Mistakes& mistakes) {
  const json::Value* const value = object.find(member);
  if (!value) {
    mistakes.missing(pointer, member);
    return {};
  }
  const std::string* const text = value->as_string();
  if (!text) {
    mistakes.wrong_type(json::pointer_to(pointer, member), *value, "文字");
    return {};
  }
  if (text->size() > max_bytes) {
    mistakes.add(json::pointer_to(pointer, member), "too_long", std::to_string(text->size()) + " 字节",
                 "至多 " + std::to_string(max_bytes) + " 字节");
    return {};
  }
  return *text;
}

bool expect_members(const json::Value& value, std::string_view pointer,
                    const std::vector<std::string_view>& known, Mistakes& mistakes) {
  const json::Object* const object = value.as_object();
  if (!object) {
    mistakes.wrong_type(pointer, value, "对象");
    return false;
  }
  for (const json::Member& member : *object) {
    if (mistakes.full()) break;
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    text::Nearest nearest(member.key);
    for (const std::string_view name : known) nearest.offer(name);
    mistakes.add(json::pointer_to(pointer, member.key), "unknown_member", member.key,
                 std::string(nearest.name()));
  }
  return true;
}

std::string describe(const DocumentError& error) {
  const std::string place = error.pointer.empty() ? "文件" : error.pointer;
  if (error.code == "missing_member") return place + "：缺少“" + error.expected + "”。";
  if (error.code == "unknown_member" || error.code == "unknown_section" || error.code == "unknown_cell") {
    const std::string what = error.code == "unknown_member"    ? "不认识的成员"
                             : error.code == "unknown_section" ? "表样中没有这一部分："
                                                               : "表样中没有这一项：";
    const std::string hint = error.expected.empty() ? "。" : "，是否应为“" + error.expected + "”？";
    return place + "：" + what + "“" + error.found + "”" + hint;
  }
  if (error.code == "too_long" || error.code == "too_many") {
    return place + "：超出限度，有 " + error.found + "，" + error.expected + "。";
  }
  if (error.code == "duplicate_explanation") return place + "：同一规则在同一项上有两份说明。";
  return place + "：读到 " + error.found + "，应为" + error.expected + "。";
}

}  // namespace tianbao::document
