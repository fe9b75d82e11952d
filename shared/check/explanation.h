#pragma once

#include "shared/check/check.h"
#include "shared/document/document.h"
#include "shared/form/form.h"

namespace tianbao::check {

/// Sets whether the finding asks for an explanation, and whether the document holds one written for the
/// values as they are; one that is too long is said in the message.
void explain(Finding& finding, const form::Form& form, const document::Document& document,
             const document::Context& context);

}  // namespace tianbao::check
