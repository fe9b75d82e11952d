#pragma once

#include "shared/json/value.h"

namespace tianbao::bench {

/// One task of scripts/bench rules, as every participant reads it:
///
///   name, title
///   rules      [{code, when?, rule}]: CEL, as the peers take it
///   documents  two, [{bindings, document?, verdicts}], of which the second fails; verdicts has one word per
///              rule (pass, fail, not_applicable)
///   doubles    names whose numbers are no counts: a CEL peer binds them as double, every other one as int
///   form       the definition; then ours checks `document` with it, and without it evaluates the rules
///   dialect    of ours where there is no form: "form" or "cel"
///   logic      of the rules as JSON Logic, where that cannot be had by translating them
///   keystroke  {name, title, cell}: ours also measures the check after something is typed into that cell
///   schema     what JSON Schema can say of it, with two documents, of which the second is broken:
///              schema_documents
json::Value formula_task();
json::Value rows_task();
json::Value work_report_task();
/// 500 questions and 500 rows of 20 cells, each a field, with 500 rules.
json::Value large_form_task();

}  // namespace tianbao::bench
