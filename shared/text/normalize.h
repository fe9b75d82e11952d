#pragma once

#include <string>
#include <string_view>

namespace tianbao::text {

// Everything here takes valid UTF-8 and gives valid UTF-8. Cleaning what is clean changes nothing.

/// What people type and paste, made regular (domain.md §9.3): NBSP, ideographic space, tabs and other blanks
/// become plain ones, runs of blanks one blank; zero-width, direction and control characters go; full-width
/// ASCII becomes half-width; Word's `[bookmark: …]` goes; the ends of the text and of its lines are trimmed.
/// Line breaks of every kind are kept as `\n`.
std::string clean(std::string_view typed);

/// As clean, but only full-width letters and digits become half-width: for names and prose, where `（` and
/// `，` are right.
std::string clean_prose(std::string_view typed);

/// Whether the cleaned text says that there is none: 无, 暂无, 没有, slashes or dashes.
bool says_none(std::string_view cleaned);

/// Whether the cleaned text says that a 备案 is not there yet: 正在办理, 备案中, 尚未备案, 待审核.
bool says_pending(std::string_view cleaned);

/// A label reduced to what two prints of the same form share: no white space, brackets and colons unified
/// (domain.md §3.2: labels are broken over lines by hand and 高行's copy prints `(单位: 个)` half-width).
std::string label_key(std::string_view label);

}  // namespace tianbao::text
