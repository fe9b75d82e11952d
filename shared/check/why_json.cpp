#include <utility>

#include "shared/check/why.h"

namespace tianbao::check {

json::Object to_json(const Why& why, const form::Form& form) {
  json::Array cells;
  for (const Read& read : why.cells) {
    cells.emplace_back(
        json::Object{{"name", slot_name(form, read.slot)}, {"label", read.label}, {"value", read.value}});
  }
  json::Object object;
  object.push_back({"asked", why.asked});
  if (!why.when.empty()) object.push_back({"when", why.when});
  object.push_back({"formula", why.formula});
  object.push_back({"cells", std::move(cells)});
  object.push_back({"source", why.source});
  return object;
}

json::Value to_json(const std::vector<Finding>& findings, const Bound& bound) {
  json::Value written = to_json(findings, bound.form);
  auto& entries = std::get<json::Array>(written.content);
  for (std::size_t index = 0; index < findings.size(); ++index) {
    auto& entry = std::get<json::Object>(entries[index].content);
    entry.push_back({"why", to_json(why(bound, findings[index]), bound.form)});
  }
  return written;
}

}  // namespace tianbao::check
