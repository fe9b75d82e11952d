#include "server/http/problem.h"
#include "server/http/routes.h"
#include "server/region/region_table.h"

namespace tianbao::http {

void read_region(Call& call) {
  json::Value province = region::province_json(call.parameters[0]);
  if (province.is_null()) {
    return answer(call.response, Problem{404, "unknown_region", "没有这个省级行政区划代码。", {}});
  }
  json::Object body;
  body.push_back({"regions", std::move(province)});
  answer(call.response, 200, json::Value(std::move(body)));
}

}  // namespace tianbao::http
