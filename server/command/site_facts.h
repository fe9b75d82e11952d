#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/command/arguments.h"
#include "shared/document/document.h"

namespace tianbao::command {

enum class SiteChange {
  whole,  // name, address and 主办单位 have to be given
  part,   // what is not given stays as it is
};

/// Takes what the options of `tianbao site` say about a site, as its own form would read it; 备案号 are taken
/// away with 无. What is wrong with the first wrong one, in Chinese.
std::optional<std::string> read_site_facts(const ParsedArguments& parsed, SiteChange change,
                                           document::Site& site);

}  // namespace tianbao::command
