#pragma once

#include <string>

#include "wasm/screen/node.h"

namespace tianbao::page {

/// The way from one tree on the page to the next, as JSON for the interpreter in the page:
///
///   [ ["remove", ID], …                        first every removal,
///     ["update", ID, MEMBERS], …               then updates and creations, parents before children,
///     ["create", PARENT_ID, INDEX, NODE], … ]  siblings in ascending INDEX
///
/// They are applied one by one in the order given.
///
/// NODE is an object with `kind` and `id` first, then every member of screen::Node that differs from its
/// default, then, where there are any, `children` (an array of NODE). Names are those of the C++ members and
/// enumerators: {"kind":"field","id":"cell.release.total","label":"信息发布 总数","input":"number"}. Booleans
/// are true or false, counts are numbers, `described_by` is an array of ids, `column_widths_percent` one of
/// numbers. An absent member has its default: "", false, [], tone "normal", input "text", cell "value", level
/// 1, column 0, row_span 1, column_span 1.
///
/// MEMBERS is an object with those members that have changed and their new values, a return to the default
/// included ("text":""); never `kind`, `id`, `input`, `cell`, `level`, `multiple` or `children`: a node in
/// which one of these changes is another element, and is removed and created.
///
/// INDEX is the place among the parent's children when this operation's turn comes. PARENT_ID is "" for the
/// root, which takes the place of whatever was there. A removal takes the whole subtree; its descendants are
/// not named. No operation ever touches an element whose node persists under the same parent with the same
/// relative order of its kept siblings, except by `update`, so its focus and a running composition survive.
/// Where siblings have changed places the fewest possible are removed and created again.
///
/// Whoever applies an update of `value` to a control leaves the control alone when it already holds that text
/// or a composition of the input method is running in it (UI Events, section on composition events).
///
/// Ids have to be unique in either tree. A tree without an id is no tree: diff({}, tree) creates everything,
/// and diff(tree, {}) removes it. Equal trees give "[]".
std::string diff(const screen::Node& before, const screen::Node& after);

}  // namespace tianbao::page
