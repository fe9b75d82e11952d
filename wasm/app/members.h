#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/json/value.h"

namespace tianbao::app {

/// Members of JSON that the server or the browser's storage gave us: absent or of another type reads as
/// empty.
std::string text_member(const json::Value& value, std::string_view key);
bool flag_member(const json::Value& value, std::string_view key);
int number_member(const json::Value& value, std::string_view key);
std::vector<std::string> texts_member(const json::Value& value, std::string_view key);

/// The member, or null.
const json::Value& member(const json::Value& value, std::string_view key);
json::Value member(json::Value&& value, std::string_view key);

/// The object with that member replaced or added.
json::Value with_member(const json::Value& object, std::string_view key, json::Value member);

/// The parsed text; null when it is no JSON.
json::Value parse_or_null(std::string_view text);

/// SHA-256 over the canonical JSON, lower-case hex: how documents and definitions are named.
std::string canonical_digest(const json::Value& value);

}  // namespace tianbao::app
