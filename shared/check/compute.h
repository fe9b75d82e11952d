#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "shared/check/bind.h"
#include "shared/document/cell.h"

namespace tianbao::check {

enum class ComputedOutcome : std::uint8_t {
  known,
  undecided,  // what it is computed from is unread, unknown or cannot be computed with
  too_large,  // no document holds that many digits
};

struct Computed {
  ComputedOutcome outcome = ComputedOutcome::known;
  document::Cell cell;  // what should stand there; blank unless known
  std::string result;   // of too_large: the number
};

/// What the computed cell of `field` should hold, as far as the other cells are bound.
Computed compute(const Bound& bound, std::size_t field);

}  // namespace tianbao::check
