// The regions with whose codes identifiers begin: from the server, and what this device has kept of them
// while it does not answer.
#include "shared/region/regions.h"

#include <algorithm>
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
  state.region_needs.push_back({std::string(province), false});
  return state.region_needs.back();
}

void ask_for_region(State& state, Effects& effects, std::string_view identifier) {
  const std::string province(region::province_of(region::code_of(identifier)));
  if (province.empty()) return;
  const RegionNeed& need = ensure_need(state, effects, province);
  if (need.is_answered || is_offline(state) || is_in_flight(state, RequestPurpose::get_region, province)) {
    return;
  }
  send(state, effects,
       {RequestPurpose::get_region, {"GET", "/api/v1/regions/" + province, "", ""}, province, "", false});
}

void put_region(State& state, std::string_view province, const json::Value& body) {
  const json::Object none;
  const json::Object* const names = member(body, "regions").as_object();
  auto regions =
      state.regions ? std::make_shared<region::Regions>(*state.regions) : std::make_shared<region::Regions>();
  if (regions->put(province, names != nullptr ? *names : none)) state.regions = std::move(regions);
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
  put_region(state, province, parse_or_null(text));
}

void answer_get_region(State& state, Effects& effects, const InFlight& flight, const Answered& answer) {
  if (is_no_answer(answer)) return;
  for (RegionNeed& need : state.region_needs) {
    if (need.province == flight.key) need.is_answered = true;
  }
  if (answer.status != 200 && answer.status != 404) return;
  put_region(state, flight.key, parse_or_null(answer.body));
  if (answer.status == 200) effects.emplace_back(SaveLocal{"region/" + flight.key, answer.body});
}

}  // namespace tianbao::app
