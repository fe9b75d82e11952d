#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wasm/app/action.h"
#include "wasm/app/effect.h"
#include "wasm/app/state.h"

/// Requests on their way: tags, what is repeated after a sign-in, and the back-off when no answer comes.
namespace tianbao::app {

using Effects = std::vector<Effect>;

/// How long to wait before the next attempt after `failures` (≥ 1) in a row: 5 s, doubled up to 5 min.
std::uint32_t retry_delay_ms(std::uint32_t failures);

/// Sends the request and remembers what for.
void send(State& state, Effects& effects, InFlight flight);

bool is_in_flight(const State& state, RequestPurpose purpose, std::string_view key);

/// What the answer belongs to, no longer under way; nullopt for an answer that nobody waits for any more.
std::optional<InFlight> take_in_flight(State& state, std::string_view tag);

/// No answer, or one that says to come again (RFC 9110: 408, 429, 5xx).
bool is_no_answer(const Answered& answer);

/// The server was not reached: counts it and sets the timer for the next attempt.
void note_failure(State& state, Effects& effects, const Answered& answer);

/// 401: keeps the request for after the sign-in and asks for that.
void hold(State& state, Effects& effects, InFlight flight);
void send_held(State& state, Effects& effects);
/// Lets go of such a request, if it is held.
void drop_held(State& state, RequestPurpose purpose, std::string_view key);

/// Why the server refused: the `detail` or `title` of its problem document (RFC 9457), else the status.
std::string refusal_of(const Answered& answer);

/// Says it in State::notice and through the live region.
void tell(State& state, Effects& effects, std::string text, NoticeKind kind = NoticeKind::done);

}  // namespace tianbao::app
