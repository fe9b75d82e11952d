#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/json/value.h"
#include "shared/layout/grid.h"
#include "wasm/app/action.h"
#include "wasm/app/requests.h"
#include "wasm/app/state.h"

/// The parts of update(), one file each. Every function changes the state and adds effects.
namespace tianbao::app {

// session.cpp: signing in, the list of forms, the network, and leaving no trace on a shared PC.
void start(State& state, Effects& effects, const Started& started);
void sign_in(State& state, Effects& effects, const SignedIn& signed_in);
void take_local_session(State& state, Effects& effects, std::string_view text);
void note_cleared(State& state, Effects& effects, const LocalCleared& cleared);
void answer_find_session(State& state, Effects& effects, const Answered& answer);
void answer_list_forms(State& state, Effects& effects, const Answered& answer);
void answer_sign_out(State& state, Effects& effects, const InFlight& flight, const Answered& answer);
void clear_device(State& state, Effects& effects);
/// Does again what the network has kept from being done.
void resume(State& state, Effects& effects);

// tabs.cpp: the drafts on this device, which other tabs of the browser write too.
void take_local_draft(State& state, Effects& effects, const LocalLoaded& loaded);
void list_local_drafts(State& state, Effects& effects, std::string_view prefix);
void note_local_save(State& state, Effects& effects, const LocalSaved& saved);
/// Goes on here with what the other tab has written.
void take_over(State& state, Effects& effects);
/// The document that this page has of a report which another tab has gone on with, as far as the device has
/// it not, else null. The draft is forgotten: what counts is the other's.
json::Value let_go_if_overtaken(State& state, std::string_view key);

// definitions.cpp: the definitions of forms.
/// The one for the report that is being opened, once it is here and sound; asks for it when it is not, or
/// says what is wrong with it.
std::optional<form::Form> load_definition(State& state, Effects& effects, const std::string& digest);
void take_definition(State& state, Effects& effects, std::string_view digest, std::string_view text);
void definition_not_kept(State& state, Effects& effects, std::string_view digest);
void answer_get_definition(State& state, Effects& effects, const InFlight& flight, const Answered& answer);

// regions.cpp: where identifiers come from.
/// Gives the report on the screen what is known of regions, and asks for what it and the site need besides.
void supply_regions(State& state, Effects& effects);
void take_local_region(State& state, std::string_view province, std::string_view text);
void answer_get_region(State& state, Effects& effects, const InFlight& flight, const Answered& answer);
/// What has had no answer is asked for once more.
void ask_again_for_regions(State& state);

// editions.cpp: the edition of its form by which a report is opened.
/// The digest of the definition that serves the year being opened, "" when none does.
std::string serving_definition(const State& state);
/// The digest of the one by which the report is read: a report keeps to the one it was begun with.
std::string wanted_definition(const State& state, const Draft* draft);
/// A draft of an edition that does not serve its year any more, begun here and unknown to the server: it goes
/// over to the one that does.
bool is_outdated(const State& state, const Draft* draft);
void bring_draft(State& state, Effects& effects, Draft& draft, const form::Form& from, const form::Form& to);

// opening.cpp: a report from the list to the screen.
/// The key of the draft of the report that is being opened, "" when none is.
std::string opening_key(const State& state);
/// Goes as far as what has arrived allows.
void proceed_opening(State& state, Effects& effects);
/// It cannot be opened, and why.
void fail_opening(State& state, Effects& effects, std::string problem);
/// `unkept`: the document that let_go_if_overtaken() gave when it was tried before.
void open_report(State& state, Effects& effects, const ReportOpened& opened, json::Value unkept = {});
/// What this device keeps of the report that is being opened has been read.
void local_draft_read(State& state, Effects& effects);
void leave_report(State& state, Effects& effects);
void answer_open_report(State& state, Effects& effects, const InFlight& flight, const Answered& answer);
void answer_refresh_context(State& state, Effects& effects, const InFlight& flight, const Answered& answer);
void ask_for_context(State& state, Effects& effects);
/// Where no server says what day it is, the device does.
void use_device_day(State& state);

// editing.cpp: what a person does to cells and 说明.
void type(State& state, Effects& effects, const Typed& typed);
void type_other(State& state, Effects& effects, const OtherTyped& typed);
void choose(State& state, Effects& effects, const Chosen& chosen);
void type_explanation(State& state, Effects& effects, const ExplanationTyped& typed);
void leave_control(State& state, Effects& effects, const ControlLeft& left);
void take_proposal(State& state, Effects& effects, const ProposalTaken& taken);
void clear_answer(State& state, Effects& effects, const AnswerCleared& cleared);
void keep_explanation(State& state, Effects& effects, const ExplanationKept& kept);
/// The cell that an action is about, nullptr when there is none that a person fills.
document::Cell* editable_cell(State& state, std::size_t field);
/// After any change of these cells alone: checks, and what document_changed() does.
void cells_changed(State& state, Effects& effects, std::span<const std::size_t> fields);
/// After any change of the document, which is checked: keeps it on the device, and has it sent after a pause.
void document_changed(State& state, Effects& effects);
/// Computes anew what is computed, and checks: all of it, where more has changed than a cell or a 说明.
void check_again(Report& report);
/// Keeps the draft on the device, with the document of the open report if it is that one's.
void keep_draft(State& state, Effects& effects, std::string_view key);

// filling.cpp: values that nobody types.
void take_offer(State& state, Effects& effects, const OfferTaken& taken);
void take_all_offers(State& state, Effects& effects);
void answer_section_none(State& state, Effects& effects, const SectionAnsweredNone& answered);
void undo_fill(State& state, Effects& effects);

// rows.cpp: rows that are repeated as needed.
void add_row(State& state, Effects& effects, const RowAdded& added);
void remove_row(State& state, Effects& effects, const RowRemoved& removed);
void restore_row(State& state, Effects& effects);

// sending.cpp: drafts and submissions to the server.
void send_draft(State& state, Effects& effects);
void submit(State& state, Effects& effects);
/// Sends the submission that waits in this draft, unless one is under way.
void send_submission(State& state, Effects& effects, std::string_view key);
/// Sends the submission that waits in this draft, without one the open report's draft.
void send_waiting(State& state, Effects& effects, std::string_view key);
void answer_put(State& state, Effects& effects, const InFlight& flight, const Answered& answer);

// versions.cpp: two versions of one report.
std::vector<Difference> differences(const form::Form& form, const document::Document& mine,
                                    const document::Document& theirs);
/// Asks which of two stays; `conflict` has items.
void show_versions(State& state, Effects& effects, Conflict conflict);
void choose_version(State& state, const VersionChosen& chosen);
void choose_all_versions(State& state, Version version);
void settle_versions(State& state, Effects& effects);
void cancel_versions(State& state, Effects& effects);

// files.cpp: the 上报文件, and paper.
void save_file(State& state, Effects& effects);
void open_file(State& state, Effects& effects, const FileOpened& opened);
void print(State& state, Effects& effects, layout::Annex annex);

}  // namespace tianbao::app
