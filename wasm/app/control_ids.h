#pragma once

#include <string>
#include <string_view>
#include <utility>

/// How the things on the screen are called: what the screens name, focus goes to and events come back with. A
/// name is a word for the kind and what it is of, joined by dots: an address, which has one or two dots
/// itself; codes of rules and choices have none.
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
/// "why.W101.release.total": its 为什么？
std::string why_id(std::string_view code, std::string_view address);

inline constexpr std::string_view page_title_id = "page.title";

/// What stands before and behind the first full stop, or the last: the second, or the first, is "" when there
/// is none.
std::pair<std::string_view, std::string_view> split_first(std::string_view name);
std::pair<std::string_view, std::string_view> split_last(std::string_view name);

}  // namespace tianbao::app
