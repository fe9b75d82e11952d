#pragma once

#include "shared/check/check.h"
#include "shared/document/document.h"
#include "shared/form/form.h"

namespace tianbao::check {

/// Whether a finding asks for an explanation, and whether the document holds one written for the values as
/// they are.
ExplanationState explanation_state(const Finding& finding, const form::Form& form,
                                   const document::Document& document, const document::Context& context);

}  // namespace tianbao::check
