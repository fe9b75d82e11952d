#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "shared/document/document.h"
#include "shared/flags.h"
#include "shared/form/form.h"
#include "shared/json/value.h"

namespace tianbao::check {

/// design.md §4: a rule that ends in a blank cell is not applicable; one that meets an unread cell, a missing
/// context or any other error is undecided.
enum class Verdict : std::uint8_t { pass, fail, not_applicable, undecided };

enum class ExplanationState : std::uint8_t {
  not_asked,  // errors are mended, notices only read
  missing,
  stale,     // written for other values
  too_long,  // more than document::max_explanation_characters
  given,
};

struct Finding {
  std::string
      code;  // of a rule (W101), or of a standard fact about one cell (required, unread, number_range …)
  form::Severity severity = form::Severity::error;
  Verdict verdict = Verdict::fail;  // fail or undecided
  std::vector<std::size_t> fields;  // into Form::fields; the first is where it stands
  std::string message;              // Chinese, with the numbers in it
  /// The facts of the message, so that clients can translate and tests need no prose: ("minimum", "0"), and
  /// for rules the name of everything that they or their messages read (`release.total`,
  /// `prior.release.total`, `today`) with its value, "" for blank; in front of these, for undecided ones,
  /// ("reason", "unread" | "unknown" | "overflow" | …).
  std::vector<std::pair<std::string, std::string>> parts;
  form::Explain explain = form::Explain::none;
  ExplanationState explanation = ExplanationState::not_asked;

  friend bool operator==(const Finding&, const Finding&) = default;
};

struct Outcome {
  /// In the order of the form: by the first cell, then standard facts before rules, then as the rules stand
  /// in the form.
  std::vector<Finding> findings;
  /// One per rule of the form.
  std::vector<Verdict> verdicts;
  /// By field: false when the field's relevance says that it does not apply now.
  Flags relevant;
  /// By field: whether an answer is asked for now.
  Flags required;

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// Whether a document may be submitted: no error, no warning whose explanation is required and missing or
/// stale, and no explanation that is too long.
bool may_submit(const std::vector<Finding>& findings);

/// The pure function of design.md §4: same form, document and context, same findings, byte for byte.
/// `document` is of `form` (document::read sees to that). The codes of the standard facts are listed in
/// facts.h.
///
/// A rule that cannot be decided gives one notice with the reason, whatever its own severity: an unread cell
/// is an error of its own, and what the context lacks is not the clerk's to mend. So does a cell of which it
/// cannot be told whether it applies, is required or what it comes to (facts.h).
Outcome check(const form::Form& form, const document::Document& document, const document::Context& context);

/// Gives every computed cell what its expression gives for the other cells and `context`: blank where it does
/// not apply or nothing can be computed. Whoever changes a document calls it before the check, which finds
/// fault with any other value. Numbers are rounded to the decimal places of their field, half away from zero.
void recompute(const form::Form& form, document::Document& document, const document::Context& context);

/// The values an explanation of this finding has to be written for: address → cell value, as in
/// document::Explanation; of a rule's finding every cell that the rule or its message reads, last year's as
/// `prior.release.total`, and what they read of the register (`site.url`); blank cells and what is unknown
/// are left out, of a cell's `raw` and `remark` everything, and `today`, which would make an explanation
/// stale every midnight. `context` is what the document was checked with.
json::Object explained_values(const Finding& finding, const form::Form& form,
                              const document::Document& document, const document::Context& context);
/// With the document's own context.
json::Object explained_values(const Finding& finding, const form::Form& form,
                              const document::Document& document);

/// The findings as on the wire and in a file: [{code, severity, verdict, cells, message, parts, explain,
/// explanation}].
json::Value to_json(const std::vector<Finding>& findings, const form::Form& form);

}  // namespace tianbao::check
