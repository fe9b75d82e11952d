#include <string>

#include "shared/check/bind.h"
#include "shared/check/check.h"
#include "shared/check/sentence.h"
#include "shared/check/why.h"
#include "shared/json/write.h"
#include "tests/differential/case.h"
#include "tests/differential/filling.h"
#include "tests/support/random_form.h"
#include "tests/support/reports.h"

namespace tianbao::differential {
namespace {

/// What the form asks, in words.
std::string asked(const form::Form& form) {
  std::string text;
  for (std::size_t field = 0; field < form.fields.size(); ++field) {
    for (const check::FieldSentence& sentence : check::sentences(form, field)) {
      text.append(sentence.code).append(" ").append(sentence.text).append("\n");
    }
  }
  for (const form::Rule& rule : form.rules) text += check::sentence(form, rule) + "\n";
  return text;
}

/// The verdict of every rule, and why.
std::string explained(const check::Bound& bound, const check::Outcome& outcome) {
  std::string text;
  for (std::size_t rule = 0; rule < bound.form.rules.size(); ++rule) {
    text += std::to_string(static_cast<int>(outcome.verdicts[rule])) + " ";
    text += json::to_canonical(check::to_json(check::why(bound, bound.form.rules[rule]), bound.form)) + " ";
  }
  return text;
}

}  // namespace

Case form_case(Random& random) {
  const form::Form form = testing::random_form(random);
  document::Document document = random_document(form, random);
  check::recompute(form, document, document.context);
  if (random.one_in(4)) mend(form, document, random);
  if (random.one_in(4)) explain_some(form, document, random);
  const check::Outcome outcome = check::check(form, document, document.context);
  const check::Bound bound = check::bind(form, document, document.context);
  std::string output = form.digest + " " + json::to_canonical(document::write(document, form)) + " ";
  if (random.one_in(3)) output += asked(form);
  if (random.one_in(2)) {
    output += json::to_canonical(check::to_json(outcome.findings, bound));
  } else {
    output += json::to_canonical(check::to_json(outcome.findings, form)) + " " + explained(bound, outcome);
  }
  return {check::may_submit(outcome.findings) ? "submittable" : "not-submittable", output};
}

}  // namespace tianbao::differential
