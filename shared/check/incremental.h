#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "shared/check/bind.h"
#include "shared/check/check.h"
#include "shared/check/placed.h"
#include "shared/check/why.h"
#include "shared/document/document.h"
#include "shared/form/form.h"
#include "shared/index_set.h"

namespace tianbao::check {

/// What has changed in a document since it was last checked: a cell, or the 说明 of a finding.
struct Change {
  std::size_t field = 0;            // the cell, or the first one of the finding
  std::string_view explained = {};  // the finding's code; "" when it is the cell that changed
};

/// How much was looked at anew.
struct Touched {
  std::size_t settled = 0;  // fields whose relevance and computed value were evaluated
  std::size_t fields = 0;   // fields whose requirement was evaluated, and standard facts asked
  std::size_t rules = 0;    // rules that were evaluated
  friend bool operator==(const Touched&, const Touched&) = default;
};

/// The check of a document that is being filled: after each change it looks only at what that touches,
/// following Form::dependents, and its outcome is that of a full check. The full check is the same with
/// everything touched. Holds no reference to form, document or context.
class IncrementalCheck {
 public:
  /// Recomputes and checks all of a document: at first, and when more has changed than update() can be told,
  /// such as the context.
  Touched restart(const form::Form& form, document::Document& document, const document::Context& context);

  /// After changes in a document that has been checked since it had this form and this context; recomputes
  /// what is computed from what has changed.
  Touched update(const form::Form& form, document::Document& document, const document::Context& context,
                 std::span<const Change> changes);

  /// That of check() for the document as it was left.
  const Outcome& outcome() const { return outcome_; }

  /// Why a finding of the outcome says what it says; form, document and context as they were checked.
  Why why(const form::Form& form, const document::Document& document, const document::Context& context,
          const Finding& finding) const {
    return check::why({binding_, form, document, context}, finding);
  }

 private:
  /// Marks all that reads the field, but for the fields that are settled by it.
  void mark_readers(const form::Dependents& dependents, std::size_t field);
  Touched run(Bound bound, document::Document& document);

  Binding binding_;
  Outcome outcome_;
  std::vector<Place> places_;  // of the outcome's findings
  // What is still to be looked at; empty between updates.
  IndexSet settled_;  // fields, as they stand in Form::dependency_order
  IndexSet fields_;
  IndexSet rules_;
};

}  // namespace tianbao::check
