#include <utility>

#include "server/http/caching.h"
#include "server/http/problem.h"
#include "server/http/routes.h"

namespace tianbao::http {

namespace {

json::Value year(int value) {
  return json::Value(number::Decimal::from_integer(value));
}

}  // namespace

void list_forms(Call& call) {
  json::Array list;
  for (const store::OfferedForm& offered : call.forms->offered()) {
    const form::Form& form = offered.stored->form;
    // Sessions are those of sites.
    if (form.reporter != form::Party::site) continue;
    json::Object item;
    item.push_back({"id", json::Value(form.id)});
    item.push_back({"edition", json::Value(form.edition)});
    item.push_back({"digest", json::Value(form.digest)});
    item.push_back({"title", json::Value(form.title)});
    item.push_back({"first_period", year(form.first_period)});
    item.push_back(
        {"last_period", form.last_period.has_value() ? year(*form.last_period) : json::Value(nullptr)});
    list.push_back(json::Value(std::move(item)));
  }
  json::Object body;
  body.push_back({"forms", json::Value(std::move(list))});
  answer(call.response, 200, json::Value(std::move(body)));
}

void read_form(Call& call) {
  const store::StoredForm* const stored = call.forms->by_digest(call.parameters[0]);
  if (stored == nullptr) {
    return answer(call.response, Problem{404, "unknown_form", "没有这个摘要的表样。", {}});
  }
  call.response.set_header("Cache-Control", immutable_caching);
  // Weak, for it names the definition and not its bytes, which may go out compressed (RFC 9110 section
  // 8.8.1).
  const std::string tag = "\"" + stored->form.digest + "\"";
  call.response.set_header("ETag", "W/" + tag);
  if (has_current_copy(call.request, tag)) {
    // As the 200 would have it (RFC 9110 section 15.4.5).
    call.response.set_header("Vary", "Accept-Encoding");
    call.response.status = 304;
    return;
  }
  call.response.status = 200;
  call.response.set_content(stored->bytes, "application/json");
}

}  // namespace tianbao::http
