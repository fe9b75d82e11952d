#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "shared/check/bind.h"
#include "shared/document/cell.h"
#include "shared/document/document.h"

namespace tianbao::check {

enum class ComputedOutcome : std::uint8_t {
  known,
  undecided,   // what it is computed from is unread, unknown or cannot be computed with
  too_large,   // no document holds that many digits
  unreadable,  // a text that is no value of the field's type, or too long for a cell
};

struct Computed {
  ComputedOutcome outcome = ComputedOutcome::known;
  document::Cell cell;  // what should stand there; blank unless known
  expression::ErrorCode error = expression::ErrorCode::no_such_key;  // of undecided
  std::string result;  // of too_large the number, of unreadable the text
};

/// What the computed cell of `field` should hold, as far as the other cells are bound.
Computed compute(const Bound& bound, std::size_t field);

/// Settles the field (bind.h) and, if it is computed, gives its cell in `document`, which `bound` is of, what
/// should stand there. Whether what others read of the field has become different by that: its computed cell,
/// or whether it applies.
bool settle(Bound& bound, std::size_t field, document::Document& document);

}  // namespace tianbao::check
