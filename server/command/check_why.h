#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/command/complaint.h"
#include "server/command/report_file.h"
#include "shared/check/check.h"
#include "shared/check/why.h"
#include "shared/document/document.h"
#include "shared/form/form.h"

namespace tianbao::command {

/// What became of one rule, or of one standard fact at one cell.
struct Judged {
  check::Verdict verdict = check::Verdict::pass;
  std::string message;  // of a finding; "" where there is none
  check::Why why;
};

struct Explained {
  std::string code;
  /// Every finding of that code, else the rule's verdict; empty for a standard fact that found nothing.
  std::vector<Judged> judged;
};

/// A code that is neither a rule of the form nor a standard fact, with the one that is spelled alike.
std::optional<Complaint> refuse_code(const form::Form& form, std::string_view code);

Explained explain(const Report& report, const document::Context& context, const check::Outcome& outcome,
                  const std::string& code);

/// Verdict, sentence, what is asked, formula, cells and source: for a person.
std::string to_text(const Explained& explained, const form::Form& form);

/// The same for a program, indented JSON: {"code", "results": [{"verdict", "message", "why"}]}; `message` is
/// left out where there is none.
std::string to_json(const Explained& explained, const form::Form& form);

}  // namespace tianbao::command
