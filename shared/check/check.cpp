#include "shared/check/check.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "shared/check/bind.h"
#include "shared/check/explanation.h"
#include "shared/check/facts.h"
#include "shared/check/rules.h"

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
  RuleOutcomes rules = check_rules(bound);

  Outcome outcome;
  outcome.findings = standard_facts(bound);
  outcome.findings.insert(outcome.findings.end(), std::make_move_iterator(rules.findings.begin()),
                          std::make_move_iterator(rules.findings.end()));
  std::stable_sort(
      outcome.findings.begin(), outcome.findings.end(),
      [](const Finding& left, const Finding& right) { return left.fields.front() < right.fields.front(); });
  for (Finding& finding : outcome.findings) {
    explain(finding, form, document, context);
  }
  outcome.verdicts = std::move(rules.verdicts);
  outcome.relevant = std::move(bound.relevant);
  outcome.required = std::move(bound.required);
  return outcome;
}

}  // namespace tianbao::check
