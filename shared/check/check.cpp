#include "shared/check/check.h"

#include <algorithm>
#include <utility>

#include "shared/check/bind.h"
#include "shared/check/examine.h"

namespace tianbao::check {

bool may_submit(const std::vector<Finding>& findings) {
  return std::none_of(findings.begin(), findings.end(), [](const Finding& finding) {
    if (finding.severity == form::Severity::error) return true;
    if (finding.explanation == ExplanationState::too_long) return true;
    return finding.severity == form::Severity::warning && finding.explain == form::Explain::required &&
           finding.explanation != ExplanationState::given;
  });
}

Outcome check(const form::Form& form, const document::Document& document, const document::Context& context) {
  Bound bound = bind(form, document, context);
  Outcome outcome;
  outcome.verdicts.resize(form.rules.size());
  outcome.findings = examine(bound, everything(form), outcome.verdicts).findings;
  outcome.relevant = std::move(bound.relevant);
  outcome.required = std::move(bound.required);
  return outcome;
}

}  // namespace tianbao::check
