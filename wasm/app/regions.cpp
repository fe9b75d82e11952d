// The regions with whose codes identifiers begin: from the server, and what this device has kept of them
// while it does not answer.
#include "shared/region/regions.h"

#include <memory>
#include <string>
#include <utility>

#include "wasm/app/members.h"
#include "wasm/app/steps.h"

namespace tianbao::app {
namespace {

RegionNeed& ensure_need(State& state, Effects& effects, std::string_view province) {
  for (RegionNeed& need : state.region_needs) {
    if (need.province == province) return need;
  }
  effects.emplace_back(LoadLocal{"region/" + std::string(province)});
  state.region_needs.push_back({std::string(province)});
  return state.region_needs.back();
}

/// Once: a report can be filled without, so nothing waits for the answer, and none is no sign that the server
/// is away. On the way there may be somebody who lets other requests through.
void ask_for_region(State& state, Effects& effects, std::string_view identifier) {
  const std::string province(region::province_of(region::code_of(identifier)));
  if (province.empty()) return;
  RegionNeed& need = ensure_need(state, effects, province);
  if (need.is_asked || is_offline(state) || is_in_flight(state, RequestPurpose::get_region, province)) return;
  need.is_asked = true;
  send(state, effects,
       {RequestPurpose::get_region, {"GET", "/api/v1/regions/" + province, "", ""}, province, "", false});
}

/// Whether it was what the server says of a province.
bool put_region(State& state, std::string_view province, const json::Object& names) {
  auto regions =
      state.regions ? std::make_shared<region::Regions>(*state.regions) : std::make_shared<region::Regions>();
  if (!regions->put(province, names)) return false;
  state.regions = std::move(regions);
  return true;
}

/// The same of a record or an answer, which is never of a province that there is not.
bool put_body(State& state, std::string_view province, std::string_view body) {
  const json::Value value = parse_or_null(body);
  const json::Object* const names = member(value, "regions").as_object();
  return names != nullptr && !names->empty() && put_region(state, province, *names);
}

}  // namespace

void supply_regions(State& state, Effects& effects) {
  // A first report can be begun without network too.
  if (state.site.has_value()) ask_for_region(state, effects, state.site->code);
  if (!state.report.has_value()) return;
  Report& report = *state.report;
  for (const std::size_t field : report.form.region_fields) {
    const auto* const identifier = std::get_if<std::string>(&report.document.cells[field].value);
    if (identifier != nullptr) ask_for_region(state, effects, *identifier);
  }
  if (report.document.context.regions == state.regions) return;
  report.document.context.regions = state.regions;
  check_again(report);
}

void take_local_region(State& state, std::string_view province, std::string_view text) {
  if (state.regions && state.regions->knows(province)) return;
  put_body(state, province, text);
}

void answer_get_region(State& state, Effects& effects, const InFlight& flight, const Answered& answer) {
  const bool is_none =
      answer.status == 404 && text_member(parse_or_null(answer.body), "code") == "unknown_region";
  const bool is_known = answer.status == 200 && put_body(state, flight.key, answer.body);
  if (is_none) put_region(state, flight.key, {});
  if (is_known) effects.emplace_back(SaveLocal{"region/" + flight.key, answer.body});
  for (RegionNeed& need : state.region_needs) {
    // Asked, even where the network came back while the answer was on its way.
    if (need.province == flight.key) need = {flight.key, true, is_none || is_known};
  }
}

void ask_again_for_regions(State& state) {
  for (RegionNeed& need : state.region_needs) need.is_asked = need.is_answered;
}

}  // namespace tianbao::app
