#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "shared/check/check.h"
#include "shared/document/document.h"
#include "shared/form/form.h"

namespace tianbao::app {

enum class OfferSource : std::uint8_t {
  context,  // the register or the calendar, as Field::offer has it
  prior,    // last year's report
  both,     // which say the same: taken as the register's
};

/// A value that is known for a blank cell, but stands there only when the clerk says so.
struct Offer {
  OfferSource source = OfferSource::context;
  document::Cell cell;
};

/// What the cell is offered: nothing unless it is blank, applies, and is filled by a person; the register's
/// first.
std::vector<Offer> offers(const form::Form& form, const document::Document& document,
                          const check::Outcome& outcome, std::size_t field);

}  // namespace tianbao::app
