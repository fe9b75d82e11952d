#include "server/http/json_body.h"

#include <algorithm>
#include <utility>

#include "server/http/limits.h"
#include "shared/json/parse.h"

namespace tianbao::http {

namespace {

constexpr std::size_t max_reported_errors = 100;

json::Value number(std::size_t value) {
  return json::Value(number::Decimal::from_integer(static_cast<std::int64_t>(value)));
}

std::string_view code_of(json::ParseErrorCode code) {
  switch (code) {
    case json::ParseErrorCode::too_large:
      return "too_large";
    case json::ParseErrorCode::too_deep:
      return "too_deep";
    case json::ParseErrorCode::too_many_values:
      return "too_many_values";
    case json::ParseErrorCode::invalid_utf8:
      return "invalid_utf8";
    case json::ParseErrorCode::syntax:
      return "json_syntax";
    case json::ParseErrorCode::duplicate_key:
      return "duplicate_key";
    case json::ParseErrorCode::number_not_exact:
      return "number_not_exact";
  }
  return "json_syntax";
}

Problem unreadable(const json::ParseError& error) {
  Problem problem{400, code_of(error.code), json::describe(error), {}};
  problem.extensions.push_back({"line", number(error.line)});
  problem.extensions.push_back({"column", number(error.column)});
  return problem;
}

}  // namespace

Problem malformed(const std::vector<BodyError>& errors) {
  Problem problem{400,
                  "malformed",
                  "请求的内容不合规定的格式，共 " + std::to_string(errors.size()) + " 处，未保存。",
                  {}};
  json::Array list;
  for (const BodyError& error : errors) {
    if (list.size() == max_reported_errors) break;
    json::Object item;
    item.push_back({"pointer", json::Value(error.pointer)});
    item.push_back({"code", json::Value(error.code)});
    item.push_back({"detail", json::Value(error.detail)});
    list.push_back(json::Value(std::move(item)));
  }
  problem.extensions.push_back({"errors", json::Value(std::move(list))});
  return problem;
}

Result<json::Value, Problem> read_json_body(std::string_view body, std::size_t max_bytes,
                                            std::span<const std::string_view> members) {
  json::Limits limits;
  limits.max_bytes = max_bytes;
  limits.max_depth = max_json_depth;
  limits.max_values = max_json_values;
  auto parsed = json::parse(body, limits);
  if (!parsed) return unreadable(parsed.error());
  const json::Object* const object = parsed.value().as_object();
  if (object == nullptr) return malformed({{"", "wrong_type", "应为 JSON 对象。"}});
  std::vector<BodyError> errors;
  for (const std::string_view member : members) {
    if (parsed.value().find(member) == nullptr) {
      errors.push_back(
          {json::pointer_to("", member), "missing_member", "缺少成员“" + std::string(member) + "”。"});
    }
  }
  for (const json::Member& member : *object) {
    if (std::find(members.begin(), members.end(), member.key) == members.end()) {
      errors.push_back(
          {json::pointer_to("", member.key), "unknown_member", "没有成员“" + member.key + "”。"});
    }
  }
  if (!errors.empty()) return malformed(errors);
  return std::move(parsed).value();
}

}  // namespace tianbao::http
