#include "wasm/app/update.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "wasm/app/answers.h"
#include "wasm/app/control_ids.h"
#include "wasm/app/requests.h"
#include "wasm/app/steps.h"

namespace tianbao::app {
namespace {

constexpr std::string_view session_key = "session";
constexpr std::string_view draft_prefix = "draft/";
constexpr std::string_view definition_prefix = "form/";
constexpr std::string_view region_prefix = "region/";

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

void tell_time(State& state, Effects& effects, const TimeTold& told) {
  const std::string day = today(state);
  state.now = told.now;
  if (day.empty() || day == today(state) || !state.report.has_value()) return;
  state.report->context_is_current = false;
  if (is_offline(state)) {
    use_device_day(state);
  } else {
    ask_for_context(state, effects);
  }
}

void load_local(State& state, Effects& effects, const LocalLoaded& loaded) {
  if (loaded.key == session_key) {
    take_local_session(state, effects, loaded.text);
  } else if (starts_with(loaded.key, draft_prefix)) {
    take_local_draft(state, effects, loaded);
  } else if (starts_with(loaded.key, definition_prefix)) {
    take_definition(state, effects, std::string_view(loaded.key).substr(definition_prefix.size()),
                    loaded.text);
  } else if (starts_with(loaded.key, region_prefix)) {
    take_local_region(state, std::string_view(loaded.key).substr(region_prefix.size()), loaded.text);
  }
}

void list_local(State& state, Effects& effects, const LocalListed& listed) {
  if (starts_with(listed.prefix, definition_prefix)) {
    definition_not_kept(state, effects, std::string_view(listed.prefix).substr(definition_prefix.size()));
  } else if (starts_with(listed.prefix, draft_prefix)) {
    list_local_drafts(state, effects, listed.prefix);
  }
}

void answer(State& state, Effects& effects, Answered answered) {
  const std::optional<InFlight> flight = take_in_flight(state, answered.tag);
  if (!flight.has_value()) return;
  if (!is_no_answer(answered) && !is_from_server(*flight, answered)) answered.status = 0;
  if (flight->purpose == RequestPurpose::get_region) {
    return answer_get_region(state, effects, *flight, answered);
  }
  if (is_no_answer(answered)) {
    note_failure(state, effects, answered);
  } else {
    state.failures = 0;
    state.online = true;
  }
  if (answered.status == 401 && flight->purpose != RequestPurpose::sign_out) {
    hold(state, effects, *flight);
    return;
  }
  switch (flight->purpose) {
    case RequestPurpose::find_session:
      return answer_find_session(state, effects, answered);
    case RequestPurpose::list_forms:
      return answer_list_forms(state, effects, answered);
    case RequestPurpose::get_definition:
      return answer_get_definition(state, effects, *flight, answered);
    case RequestPurpose::get_region:
      return;  // taken above: nothing waits for it, and it says nothing of the network
    case RequestPurpose::open_report:
      return answer_open_report(state, effects, *flight, answered);
    case RequestPurpose::refresh_context:
      return answer_refresh_context(state, effects, *flight, answered);
    case RequestPurpose::send_draft:
    case RequestPurpose::send_submission:
      return answer_put(state, effects, *flight, answered);
    case RequestPurpose::sign_out:
      return answer_sign_out(state, effects, *flight, answered);
  }
}

void press(State& state, Effects& effects, Button button) {
  switch (button) {
    case Button::save_file:
      return save_file(state, effects);
    case Button::open_file:
      effects.emplace_back(OpenFile{});
      return;
    case Button::print:
      return print(state, effects, layout::Annex::with);
    case Button::print_without_annex:
      return print(state, effects, layout::Annex::without);
    case Button::submit:
      return submit(state, effects);
    case Button::to_reports:
      return leave_report(state, effects);
    case Button::to_form:
      state.screen = Screen::fill;
      effects.emplace_back(Focus{std::string(page_title_id)});
      return;
    case Button::clear_device:
      if (!state.site.has_value()) return;
      state.asking_to_clear = true;
      effects.emplace_back(Focus{"button.clear_cancel"});
      return;
    case Button::clear_confirm:
      return clear_device(state, effects);
    case Button::clear_cancel:
      state.asking_to_clear = false;
      effects.emplace_back(Focus{"button.clear_device"});
      return;
    case Button::versions_all_mine:
      return choose_all_versions(state, Version::mine);
    case Button::versions_all_theirs:
      return choose_all_versions(state, Version::theirs);
    case Button::versions_done:
      return settle_versions(state, effects);
    case Button::versions_cancel:
      return cancel_versions(state, effects);
    case Button::retry:
      if (state.opening.has_value()) {
        const Opening failed = *state.opening;
        open_report(state, effects, {failed.form_id, failed.period}, failed.unkept);
      }
      return;
    case Button::take_over:
      return take_over(state, effects);
    case Button::take_all:
      return take_all_offers(state, effects);
    case Button::undo_fill:
      return undo_fill(state, effects);
    case Button::undecided:
      if (state.report.has_value()) state.report->lists_undecided = !state.report->lists_undecided;
      return;
  }
}

/// A server that was down comes back without the browser noticing anything: try, and stay offline on the
/// screen until an answer comes.
void retry(State& state, Effects& effects) {
  if (!state.online) state.failures = std::max(state.failures, std::uint32_t{1});
  state.online = true;
  resume(state, effects);
}

/// One overload for each action: the compiler says when one is forgotten.
struct Dispatch {
  State& state;
  Effects& effects;

  void operator()(std::monostate) const {}
  void operator()(const Started& action) const { start(state, effects, action); }
  void operator()(const TimeTold& action) const { tell_time(state, effects, action); }
  void operator()(const SignedIn& action) const { sign_in(state, effects, action); }
  void operator()(const WentOnline&) const {
    state.online = true;
    state.failures = 0;
    resume(state, effects);
  }
  void operator()(const WentOffline&) const {
    state.online = false;
    effects.emplace_back(SetTimer{Timer::retry, retry_delay_ms(1)});
    // No server to sign in at: whoever was signed in here can go on with what is kept on this device.
    if (!state.site.has_value()) effects.emplace_back(LoadLocal{std::string(session_key)});
  }
  void operator()(const Answered& action) const { answer(state, effects, action); }
  void operator()(const LocalLoaded& action) const { load_local(state, effects, action); }
  void operator()(const LocalListed& action) const { list_local(state, effects, action); }
  void operator()(const LocalSaved& action) const { note_local_save(state, effects, action); }
  void operator()(const LocalCleared& action) const { note_cleared(state, effects, action); }
  void operator()(const TimerFired& action) const {
    if (action.timer == Timer::send_draft) {
      if (state.report.has_value()) state.report->send_is_due = false;
      send_draft(state, effects);
    } else {
      retry(state, effects);
    }
  }
  void operator()(const FileOpened& action) const { open_file(state, effects, action); }
  void operator()(const ReportOpened& action) const { open_report(state, effects, action); }
  void operator()(const Typed& action) const { type(state, effects, action); }
  void operator()(const OtherTyped& action) const { type_other(state, effects, action); }
  void operator()(const Chosen& action) const { choose(state, effects, action); }
  void operator()(const ExplanationTyped& action) const { type_explanation(state, effects, action); }
  void operator()(const ControlLeft& action) const { leave_control(state, effects, action); }
  void operator()(const VersionChosen& action) const { choose_version(state, action); }
  void operator()(const Pressed& action) const { press(state, effects, action.button); }
  void operator()(const ProposalTaken& action) const { take_proposal(state, effects, action); }
  void operator()(const OfferTaken& action) const { take_offer(state, effects, action); }
  void operator()(const SectionAnsweredNone& action) const { answer_section_none(state, effects, action); }
  void operator()(const RowAdded& action) const { add_row(state, effects, action); }
  void operator()(const RowRemoved& action) const { remove_row(state, effects, action); }
  void operator()(const RowRestored&) const { restore_row(state, effects); }
  void operator()(const AnswerCleared& action) const { clear_answer(state, effects, action); }
  void operator()(const ExplanationKept& action) const { keep_explanation(state, effects, action); }
  void operator()(const WhyAsked& action) const {
    if (!state.report.has_value()) return;
    std::string& open = state.report->why;
    std::string asked = why_id(action.code, action.cell);
    open = open == asked ? std::string() : std::move(asked);
  }
};

}  // namespace

std::vector<Effect> update(State& state, const Action& action) {
  Effects effects;
  std::visit(Dispatch{state, effects}, action);
  supply_regions(state, effects);
  return effects;
}

}  // namespace tianbao::app
