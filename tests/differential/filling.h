#pragma once

#include "shared/document/document.h"
#include "shared/form/form.h"
#include "tests/support/random.h"

namespace tianbao::differential {

using testing::Random;

/// Types something into a few cells: figures of other cells, what people type, and what nobody should.
void type_into_some(const form::Form& form, document::Document& document, Random& random);

/// A document with most cells filled.
document::Document random_document(const form::Form& form, Random& random);

/// As much of it known as may be; last year's report is this one.
document::Context random_context(const document::Document& document, Random& random);

/// Explains some of the findings, in time, too late or with nothing.
void explain_some(const form::Form& form, document::Document& document, Random& random);

/// Changes the cells of which something is wrong until it is not, a few times, and explains what is left:
/// most such documents may be submitted.
void mend(const form::Form& form, document::Document& document, Random& random);

}  // namespace tianbao::differential
