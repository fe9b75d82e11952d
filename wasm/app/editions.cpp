// A report keeps to the edition of its form that it was begun with, once the server has it by that one.
#include <string>
#include <utility>

#include "shared/document/bring.h"
#include "wasm/app/members.h"
#include "wasm/app/steps.h"

namespace tianbao::app {

std::string serving_definition(const State& state) {
  const FormEntry* const entry = serving_form(state, state.opening->form_id, state.opening->period);
  return entry == nullptr ? std::string() : entry->digest;
}

std::string wanted_definition(const State& state, const Draft* draft) {
  if (draft != nullptr && !draft->document.is_null()) return draft->form_digest;
  if (state.opening->answer.has_value()) {
    const json::Value& document = member(*state.opening->answer, "document");
    if (!document.is_null()) return text_member(member(document, "form"), "digest");
  }
  return serving_definition(state);
}

bool is_outdated(const State& state, const Draft* draft) {
  if (draft == nullptr || draft->document.is_null() || !state.opening->answer.has_value()) return false;
  const std::string serving = serving_definition(state);
  return !serving.empty() && draft->form_digest != serving &&
         member(*state.opening->answer, "document").is_null();
}

void bring_draft(State& state, Effects& effects, Draft& draft, const form::Form& from, const form::Form& to) {
  auto read = document::read(draft.document, from);
  if (!read) return;  // said when it is read once more
  draft.document = document::write(document::bring_onto(to, from, std::move(read).value()), to);
  draft.form_digest = to.digest;
  draft.unsent = true;
  const std::string withdrawn = withdraw_submission(draft);
  tell(state, effects, "这一年度已启用 " + to.edition + " 版表样，已填内容已带入，请核对。" + withdrawn,
       withdrawn.empty() ? NoticeKind::done : NoticeKind::waiting);
}

}  // namespace tianbao::app
