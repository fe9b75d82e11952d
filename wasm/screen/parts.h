#pragma once

#include <string>
#include <string_view>

#include "wasm/app/state.h"
#include "wasm/screen/node.h"

/// Small nodes that every screen uses.
namespace tianbao::screen {

Node make_node(Kind kind, std::string id);
Node make_text(std::string id, std::string text, Tone tone = Tone::normal);
Node make_heading(std::string id, std::string text, std::uint8_t level);
/// A region under its own heading: id "<id>", heading "<id>.title".
Node make_region(const std::string& id, const std::string& title);
/// "button.<name>" of app/from_event.
Node make_button(std::string_view name, std::string text, bool primary = false);

/// 打印, and where 说明 would be printed behind the official form, that without them.
void add_print(const app::Report& report, Node& actions);

/// The heading of the whole screen, which focus goes to when the screen changes.
Node make_title(std::string text);

/// What has just happened (State::notice); nothing when there is nothing to say.
void add_notice(const app::State& state, Node& parent);

/// The question before 清除本机数据, whose button stands in the bar (wasm/web/index.html), is done.
void add_clear_question(const app::State& state, Node& page);

/// "2020-01-15 10:32" of an ISO 8601 time.
std::string readable_time(std::string_view time);

}  // namespace tianbao::screen
