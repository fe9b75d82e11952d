#include "server/http/problem.h"

#include <utility>

#include "shared/json/write.h"

namespace tianbao::http {

std::string_view title_of(int status) {
  switch (status) {
    case 400:
      return "请求有误";
    case 401:
      return "请先登录";
    case 403:
      return "没有权限";
    case 404:
      return "没有找到";
    case 405:
      return "不支持这种操作";
    case 408:
      return "请求超时";
    case 409:
      return "内容已被更新";
    case 413:
      return "内容过大";
    case 414:
      return "网址过长";
    case 415:
      return "不支持这种内容";
    case 422:
      return "未通过检查";
    case 429:
      return "尝试次数过多";
    case 431:
      return "请求头过大";
    case 503:
      return "服务器忙";
    default:
      return status < 500 ? "请求有误" : "服务器出错";
  }
}

std::string to_json_text(const Problem& problem) {
  json::Object body;
  body.push_back({"type", json::Value("urn:tianbao:problem:" + std::string(problem.code))});
  body.push_back({"title", json::Value(title_of(problem.status))});
  body.push_back({"status", json::Value(number::Decimal::from_integer(problem.status))});
  body.push_back({"detail", json::Value(problem.detail)});
  body.push_back({"code", json::Value(problem.code)});
  for (const json::Member& member : problem.extensions) body.push_back(member);
  return json::to_compact(json::Value(std::move(body)));
}

void answer(httplib::Response& response, const Problem& problem) {
  response.status = problem.status;
  response.set_content(to_json_text(problem), "application/problem+json");
}

void answer(httplib::Response& response, int status, const json::Value& body) {
  response.status = status;
  response.set_content(json::to_compact(body), "application/json");
}

}  // namespace tianbao::http
