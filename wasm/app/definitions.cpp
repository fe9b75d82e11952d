// The definitions of forms: from the device, or from the server when it is not kept there.
#include <string>
#include <utility>

#include "shared/form/load.h"
#include "wasm/app/members.h"
#include "wasm/app/steps.h"

namespace tianbao::app {
namespace {

const Definition* find_definition(const State& state, std::string_view digest) {
  for (const Definition& definition : state.definitions) {
    if (definition.digest == digest) return &definition;
  }
  return nullptr;
}

}  // namespace

std::optional<form::Form> load_definition(State& state, Effects& effects, const std::string& digest) {
  const Definition* const definition = find_definition(state, digest);
  if (definition == nullptr) {
    if (state.opening->definition_digest == digest) return std::nullopt;
    state.opening->definition_digest = digest;
    effects.emplace_back(LoadLocal{"form/" + digest});
    return std::nullopt;
  }
  auto form = form::load(definition->text);
  if (!form) {
    // What is wrong there is for who writes forms; a clerk reads out the place on the telephone.
    const std::string& place = form.error().front().pointer;
    fail_opening(state, effects, "表样无法读取，出错位置：" + (place.empty() ? "全文" : place));
  } else {
    return std::move(form).value();
  }
  return std::nullopt;
}

void take_definition(State& state, Effects& effects, std::string_view digest, std::string_view text) {
  // One that is damaged counts as not kept: it is fetched again, in its place.
  if (find_definition(state, digest) == nullptr && canonical_digest(parse_or_null(text)) == digest) {
    state.definitions.push_back({std::string(digest), std::string(text)});
  }
  proceed_opening(state, effects);
}

void definition_not_kept(State& state, Effects& effects, std::string_view digest) {
  if (find_definition(state, digest) != nullptr) return;
  if (state.online && state.site.has_value()) {
    if (is_in_flight(state, RequestPurpose::get_definition, digest)) return;
    send(state, effects,
         {RequestPurpose::get_definition,
          {"GET", "/api/v1/forms/" + std::string(digest), "", ""},
          std::string(digest),
          "",
          false});
  } else if (state.opening.has_value() && state.opening->definition_digest == digest) {
    fail_opening(state, effects, "网络不通，本机也没有保存过这张表的表样。网络恢复后请重试。");
  }
}

void answer_get_definition(State& state, Effects& effects, const InFlight& flight, const Answered& answer) {
  if (answer.status == 200) {
    effects.emplace_back(SaveLocal{"form/" + flight.key, answer.body});
    take_definition(state, effects, flight.key, answer.body);
  } else if (state.opening.has_value() && state.opening->definition_digest == flight.key) {
    fail_opening(state, effects, "没有取到这张表的表样（" + refusal_of(answer) + "），请重试。");
  }
}

}  // namespace tianbao::app
