#pragma once

#include <string>
#include <string_view>

#include "wasm/screen/node.h"

namespace tianbao::page {

/// A JSON string (RFC 8259 section 7) with its quotes.
void append_string(std::string& out, std::string_view text);

/// NODE of patch.h, with its children.
void append_node(std::string& out, const screen::Node& node);

/// MEMBERS of patch.h: what `after` has otherwise than `before`, without children. False, and nothing
/// written, when that is nothing.
bool append_changes(std::string& out, const screen::Node& before, const screen::Node& after);

}  // namespace tianbao::page
