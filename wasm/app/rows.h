#pragma once

#include <optional>

#include "wasm/app/state.h"

/// Rows that are repeated as needed (form::Group::most_rows), as they stand on the screen.
namespace tianbao::app {

/// On paper, or because somebody has asked for one more.
bool has_place(const Report& report, form::FieldRange row);

/// Whether there is anything to remove, or a row that nobody needs.
bool can_be_removed(const Report& report, form::FieldRange row);

/// The one that comes when one more is asked for: behind the last, else where one was removed. Rows keep
/// their numbers, so that a report and the one before it speak of the same.
std::optional<form::FieldRange> next_row(const Report& report, const form::Group& group);

}  // namespace tianbao::app
