#pragma once

#include "shared/document/document.h"
#include "shared/form/form.h"

namespace tianbao::testing {

/// The largest form in sight, made up: 500 questions, of which every fifth asks whether the next four apply,
/// and 500 rows of 20 cells (`t0.r0_c0` … `t4.r99_c19`), each with its own rule: 18 figures, their total,
/// which is entered and checked, and the first one's share in it, which is computed.
const form::Form& large_form();

/// A report of it with every cell blank: an answer is asked for in nearly every one.
document::Document blank_large_report();

/// With every cell filled in, and every twentieth total wrong.
document::Document filled_large_report();

}  // namespace tianbao::testing
