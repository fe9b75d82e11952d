#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shared/check/check.h"
#include "wasm/app/state.h"
#include "wasm/screen/node.h"

namespace tianbao::screen {

/// The findings that are on the screen now: this client's, then what only the server found. Of two about the
/// same the server's is shown, unless only this client's keeps the report from being submitted. That an
/// answer is missing is not held against a clerk who has not asked to submit yet; the progress at the side
/// tells what is left. What is undecided asks nothing of anybody and stands apart (build_summary).
struct ShownFindings {
  std::vector<const check::Finding*> all;
  form::IndexLists naming;  // by field: the positions in `all` of those that name its cell
};

ShownFindings shown_findings(const app::Report& report);

/// An error, or a warning without the 说明 that it needs: what keeps the report from being submitted.
bool blocks_submission(const check::Finding& finding);

Tone tone_of(const check::Finding& finding);

/// Its text with what it is in front, so that nothing hangs on the colour: 错误：…
std::string finding_text(const check::Finding& finding);

/// "W101.release.total": what the ids of everything about this finding end in.
std::string finding_place(const app::Report& report, const check::Finding& finding);

/// At its cell, with what can be done about it: the value that may be meant, the 说明.
Node build_finding(const app::State& state, const check::Finding& finding);

/// All of them, in the order of the form, each leading to its cell; behind them, folded, what cannot be
/// judged yet.
Node build_summary(const app::State& state, const ShownFindings& findings);

}  // namespace tianbao::screen
