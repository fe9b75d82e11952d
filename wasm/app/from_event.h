#pragma once

#include <string_view>

#include "wasm/app/action.h"
#include "wasm/app/state.h"

namespace tianbao::app {

enum class Event : std::uint8_t {
  input,   // the text of a control has changed; `value` is all of it
  leave,   // a text control has lost the focus (change, blur)
  choose,  // an option; `value` is "true" or "false": whether it is ticked now
  press,   // a button
};

/// The action that an event at the node `id` stands for; std::monostate for one that means nothing (an id
/// that is no longer on the screen, a label that was clicked).
Action from_event(const State& state, std::string_view id, Event event, std::string_view value);

}  // namespace tianbao::app
