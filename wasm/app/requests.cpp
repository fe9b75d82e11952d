#include "wasm/app/requests.h"

#include <algorithm>
#include <utility>

#include "wasm/app/members.h"

namespace tianbao::app {
namespace {

constexpr std::uint32_t first_retry_delay_ms = 5'000;
constexpr std::uint32_t longest_retry_delay_ms = 300'000;

}  // namespace

std::uint32_t retry_delay_ms(std::uint32_t failures) {
  std::uint32_t delay_ms = first_retry_delay_ms;
  for (std::uint32_t count = 1; count < failures && delay_ms < longest_retry_delay_ms; ++count) delay_ms *= 2;
  return std::min(delay_ms, longest_retry_delay_ms);
}

void send(State& state, Effects& effects, InFlight flight) {
  flight.request.tag = std::to_string(state.next_tag++);
  flight.held = false;
  effects.emplace_back(flight.request);
  state.in_flight.push_back(std::move(flight));
}

bool is_in_flight(const State& state, RequestPurpose purpose, std::string_view key) {
  return std::any_of(state.in_flight.begin(), state.in_flight.end(),
                     [&](const InFlight& flight) { return flight.purpose == purpose && flight.key == key; });
}

std::optional<InFlight> take_in_flight(State& state, std::string_view tag) {
  const auto found = std::find_if(state.in_flight.begin(), state.in_flight.end(),
                                  [tag](const InFlight& flight) { return flight.request.tag == tag; });
  if (found == state.in_flight.end()) return std::nullopt;
  InFlight flight = std::move(*found);
  state.in_flight.erase(found);
  return flight;
}

bool is_no_answer(const Answered& answer) {
  return answer.status == 0 || answer.status == 408 || answer.status == 429 || answer.status >= 500;
}

void note_failure(State& state, Effects& effects, const Answered& answer) {
  ++state.failures;
  const std::uint32_t asked_s = std::min(answer.retry_after_s, longest_retry_delay_ms / 1000);
  effects.emplace_back(SetTimer{Timer::retry, std::max(retry_delay_ms(state.failures), asked_s * 1000)});
}

void hold(State& state, Effects& effects, InFlight flight) {
  state.signed_in = false;
  flight.held = true;
  // Who is signed in need not be asked after the sign-in, which says it.
  if (flight.purpose != RequestPurpose::find_session) state.in_flight.push_back(std::move(flight));
  effects.emplace_back(AskSignIn{});
  tell(state, effects, "登录已过期，请重新登录；填写的内容都在，登录后接着办理。", NoticeKind::problem);
}

void send_held(State& state, Effects& effects) {
  std::vector<InFlight> held;
  for (InFlight& flight : state.in_flight) {
    if (flight.held) held.push_back(std::move(flight));
  }
  state.in_flight.erase(std::remove_if(state.in_flight.begin(), state.in_flight.end(),
                                       [](const InFlight& flight) { return flight.held; }),
                        state.in_flight.end());
  for (InFlight& flight : held) send(state, effects, std::move(flight));
}

void drop_held(State& state, RequestPurpose purpose, std::string_view key) {
  const auto is_dropped = [&](const InFlight& flight) {
    return flight.held && flight.purpose == purpose && flight.key == key;
  };
  state.in_flight.erase(std::remove_if(state.in_flight.begin(), state.in_flight.end(), is_dropped),
                        state.in_flight.end());
}

std::string refusal_of(const Answered& answer) {
  if (answer.status == 0) return "没有收到服务器的答复";
  const json::Value problem = parse_or_null(answer.body);
  std::string reason = text_member(problem, "detail");
  if (reason.empty()) reason = text_member(problem, "title");
  return reason.empty() ? "状态码 " + std::to_string(answer.status) : reason;
}

void tell(State& state, Effects& effects, std::string text, NoticeKind kind) {
  effects.emplace_back(Announce{text});
  state.notice = {std::move(text), kind};
}

}  // namespace tianbao::app
