#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/check/check.h"
#include "shared/check/incremental.h"
#include "shared/document/document.h"
#include "shared/form/form.h"
#include "shared/json/value.h"
#include "shared/region/regions.h"
#include "wasm/app/draft.h"
#include "wasm/app/effect.h"
#include "wasm/app/server_findings.h"

namespace tianbao::app {

enum class Screen : std::uint8_t {
  sign_in,  // the shell's static form; nothing of ours is on the screen
  reports,
  opening,
  fill,
  versions,  // two versions of a report differ: the clerk says which stays
  receipt,
};

/// One of the forms that the server offers.
struct FormEntry {
  std::string id;
  std::string edition;
  std::string digest;
  std::string title;
  int first_period = 0;
  int last_period = 0;  // 0: still in use
};

/// A form's definition, as the exact bytes that its digest was taken over.
struct Definition {
  std::string digest;
  std::string text;
};

/// A province that was asked for, by the first two digits of its regions' codes.
struct RegionNeed {
  std::string province;
  bool is_asked = false;     // of the server, since the network was last seen to come back
  bool is_answered = false;  // by the server, in this session
};

/// What the server gives for an accepted submission.
struct Receipt {
  std::string number;
  std::string digest;
  std::string received_at;
  std::vector<std::string> context_differences;  // what the server knew otherwise when it checked
};

enum class RequestPurpose : std::uint8_t {
  find_session,  // who is signed in, if anybody
  list_forms,
  get_definition,
  get_region,
  open_report,
  refresh_context,  // a new day: only the context of the answer is taken
  send_draft,
  send_submission,
  sign_out,
};

/// A request without an answer yet.
struct InFlight {
  RequestPurpose purpose = RequestPurpose::list_forms;
  Request request;
  std::string key;          // the draft or the definition that it is about
  std::string sent_digest;  // of the document in it
  bool held = false;        // refused with 401: sent again after the sign-in
};

enum class Version : std::uint8_t { undecided, mine, theirs };

/// One thing in which two versions of a report differ: a cell, or (with a rule's code) a 说明.
struct Difference {
  std::size_t field = 0;
  std::string code;
  std::string mine;  // as displayed
  std::string theirs;
  Version stays = Version::undecided;
};

/// Where the version comes from that differs from the one on the screen.
enum class Origin : std::uint8_t {
  server,
  file,
  page,  // this one, before it took over from another tab what stands there now
};

struct Conflict {
  Origin origin = Origin::server;
  document::Document theirs;
  std::string parent;  // the server's digest: what the next PUT names
  std::vector<Difference> items;
};

enum class LocalSave : std::uint8_t {
  saved,
  saving,
  failed,
  contested,  // another tab has written the record, which is being read: whether it says something else
  elsewhere,  // it does: this page shows what it has and changes nothing any more
};

/// Cells that one act has filled in; all were blank before, and one act makes them so again.
struct Filled {
  std::optional<std::size_t> section;  // of 本节无; absent: what was offered anywhere
  std::vector<std::size_t> fields;
};

/// What stood in a row that was removed.
struct RemovedRow {
  std::size_t first_field = 0;
  std::vector<std::pair<std::size_t, document::Cell>> cells;
};

/// The report that is being filled.
struct Report {
  form::Form form;
  document::Document document;
  check::IncrementalCheck checked;  // of the document as it stands
  /// What the server found on submission and this client did not; a cell's go when the cell is changed.
  std::vector<ServerFinding> server_findings;
  std::string key;                  // of its draft in State::drafts, whose document follows at every change
  bool context_is_current = false;  // else the server has to be asked what it checks with
  bool send_is_due = false;         // the timer that sends the draft is running
  bool reviewed = false;            // submission was asked for: from then on missing answers are findings too
  std::string why;                  // the 为什么？ that is open (why_id), "" for none
  bool lists_undecided = false;     // what cannot be judged yet is listed, not only counted
  std::string refusal;              // why the server did not take it, in its words
  LocalSave local_save = LocalSave::saved;
  std::optional<Receipt> receipt;
  std::optional<Filled> filled;           // until the next change
  std::optional<RemovedRow> removed_row;  // the same
  std::vector<std::size_t> open_rows;     // by their first fields, ascending: rows that were asked for
};

/// A report on its way to the screen.
struct Opening {
  std::string form_id;
  std::string period;
  std::string definition_digest;      // "" while nobody knows which
  bool local_read = false;            // what this device keeps of it is here
  bool server_asked = false;          // the server's answer, or its silence, is here
  std::optional<json::Value> answer;  // of GET /reports/…; absent: no network
  json::Value unkept;                 // what this page had of it when it took it over from another tab
  std::string problem;                // why it cannot be opened, in Chinese; then it stays here
};

/// Text as it stands in the control that is being typed into. What is shown of every other control is its
/// value.
struct Editing {
  std::string id;
  std::string text;
};

enum class NoticeKind : std::uint8_t { done, waiting, problem };

/// One sentence about what has just happened; stays until the next one, or until something is changed.
struct Notice {
  std::string text;
  NoticeKind kind = NoticeKind::done;
};

/// What has become of 清除本机数据 on this device; signing out goes by itself.
enum class Clearing : std::uint8_t { none, awaited, done, failed };

struct State {
  Screen screen = Screen::sign_in;
  std::string now;  // in China, ISO 8601 with offset; "" before the first TimeTold
  bool online = true;
  bool signed_in = false;  // as far as we know
  std::optional<document::Site> site;
  std::vector<FormEntry> forms;
  std::vector<Definition> definitions;
  std::shared_ptr<const region::Regions> regions;  // of the provinces that are known, nullptr for none
  std::vector<RegionNeed> region_needs;
  std::vector<Draft> drafts;  // of this site, every one that is kept on this device
  std::optional<Opening> opening;
  std::optional<Report> report;
  std::optional<Conflict> conflict;
  std::optional<Editing> editing;
  bool asking_to_clear = false;
  Clearing clearing = Clearing::none;
  Notice notice;
  std::vector<InFlight> in_flight;
  std::uint64_t next_tag = 1;
  std::uint32_t failures = 0;  // requests in a row that got no answer: what the back-off counts
};

/// The day that `state.now` says, "" when unknown.
std::string today(const State& state);

/// The edition of the form that is filled for that year, nullptr when none is.
const FormEntry* serving_form(const State& state, std::string_view form_id, std::string_view period);

/// The years that can be reported in any edition of the form, latest finished year first.
std::vector<std::string> periods(const State& state, std::string_view form_id);

/// Whether the report on the screen can be changed: not while another tab of this browser has it.
bool can_edit(const State& state);
/// The server has not been reached lately, or the browser says that there is no network.
bool is_offline(const State& state);
/// Whether its record on this device is this page's to write, as far as it knows: another tab has not.
bool owns_record(const Report& report);
/// The report on the screen when it is that one, nullptr otherwise.
Report* find_report(State& state, std::string_view key);
Draft* find_draft(State& state, std::string_view key);
const Draft* find_draft(const State& state, std::string_view key);

/// Where the explanation of this rule at this cell stands in the document, nullptr when there is none.
const document::Explanation* find_explanation(const document::Document& document, std::string_view code,
                                              std::string_view cell);

/// The finding of that rule at that cell, ours or the server's, nullptr when there is none.
const check::Finding* find_finding(const Report& report, std::string_view code, std::string_view cell);

}  // namespace tianbao::app
