#pragma once

#include <string>
#include <string_view>
#include <vector>

/// How the things on the screen are called: what the screens name, focus goes to and events come back with. A
/// name is made of words joined by dots; section, field, choice and rule names hold no dot themselves.
namespace tianbao::app {

/// "cell.release.total": the control of a cell.
std::string cell_id(std::string_view address);
/// "option.basic.site_kind.portal"; of a yes/no field "yes" and "no".
std::string option_id(std::string_view address, std::string_view choice);
/// "other.innovation.features": the text of 其他.
std::string other_id(std::string_view address);
/// "explain.W101.release.total": the 说明 of a finding.
std::string explanation_id(std::string_view code, std::string_view address);
/// "finding.W101.release.total": the finding at its cell.
std::string finding_id(std::string_view code, std::string_view address);

inline constexpr std::string_view page_title_id = "page.title";

/// "cell.release.total" → {"cell", "release", "total"}.
std::vector<std::string_view> split_id(std::string_view id);

}  // namespace tianbao::app
