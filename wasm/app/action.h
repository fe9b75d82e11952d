#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>

#include "wasm/app/effect.h"
#include "wasm/app/offer.h"

/// What can happen. Whoever knows the browser says it, in these words, to update().
namespace tianbao::app {

/// The client begins. Comes once, before everything else, and with the time before it.
struct Started {
  bool online = true;
};

/// The time in China, wherever the device believes to be: "2020-01-15T10:32:05+08:00". Sent before other
/// actions when the minute has changed: nothing here has a clock.
struct TimeTold {
  std::string now;
};

/// The answer of POST or GET /api/v1/session: {"site":{…}}.
struct SignedIn {
  std::string body;
};

struct WentOnline {};
struct WentOffline {};

/// The answer to a Request: `status` 0 when none came (network down, time ran out). `retry_after_s` from the
/// Retry-After header, 0 without one.
struct Answered {
  std::string tag;
  int status = 0;
  std::string body;
  std::uint32_t retry_after_s = 0;
};

/// The answer to LoadLocal: one action for each record whose key begins with the prefix, then LocalListed.
struct LocalLoaded {
  std::string key;
  std::string text;
};
struct LocalListed {
  std::string prefix;
};

enum class SaveResult : std::uint8_t {
  failed,
  saved,
  elsewhere,  // not saved: another tab has written the record since this page last did or read it
};

/// The answer to every SaveLocal. `elsewhere` comes by itself too, when another tab has written a guarded
/// record.
struct LocalSaved {
  std::string key;
  SaveResult result = SaveResult::saved;
};

/// The answer to ClearLocal; comes by itself too, when another tab has done that.
struct LocalCleared {
  bool ok = true;
};

struct TimerFired {
  Timer timer = Timer::send_draft;
};

/// A file that a person has chosen.
struct FileOpened {
  std::string name;
  std::string text;
};

struct ReportOpened {
  std::string form_id;
  std::string period;
};

/// Text in a cell's control, as it stands there now, in the middle of a composition too.
struct Typed {
  std::size_t field = 0;
  std::string text;
};

/// The same for the text of 其他.
struct OtherTyped {
  std::size_t field = 0;
  std::string text;
};

/// A radio button or check box of a cell.
struct Chosen {
  std::size_t field = 0;
  std::string choice;
  bool ticked = true;
};

/// The 说明 of one finding.
struct ExplanationTyped {
  std::string code;
  std::string cell;
  std::string text;
};

/// A text control was left: what is shown there becomes the canonical value.
struct ControlLeft {
  std::string id;
};

/// In the comparison of two versions: which one stays for this item of Conflict::items.
struct VersionChosen {
  std::size_t item = 0;
  bool mine = true;
};

enum class Button : std::uint8_t {
  save_file,
  open_file,
  print,
  print_without_annex,  // the official form alone
  submit,
  to_reports,
  to_form,        // from the receipt back to the table
  clear_device,   // asks
  clear_confirm,  // does it
  clear_cancel,
  versions_all_mine,
  versions_all_theirs,
  versions_done,
  versions_cancel,  // not the server's
  retry,            // open again what could not be opened
  take_over,        // go on here with a report that another tab has written
  take_all,         // every known value that a blank cell is offered
  undo_fill,        // takes back what one act has filled in
  undecided,        // lists what cannot be judged yet, or hides it
};

struct Pressed {
  Button button = Button::save_file;
};

/// The value that a finding proposes for an unread cell (1.2万 → 12000？).
struct ProposalTaken {
  std::size_t field = 0;
};

/// A known value that a blank cell is offered; of several the one from there.
struct OfferTaken {
  std::size_t field = 0;
  OfferSource source = OfferSource::context;
};

/// 本节无.
struct SectionAnsweredNone {
  std::size_t section = 0;
};

/// One more of the rows that are repeated; `field`: any in their table.
struct RowAdded {
  std::size_t field = 0;
};
/// `field`: any in the row.
struct RowRemoved {
  std::size_t field = 0;
};
/// What was removed last comes back.
struct RowRestored {};

/// A choice that need not be answered is made blank again.
struct AnswerCleared {
  std::size_t field = 0;
};

/// A 说明 that was written for other values still holds.
struct ExplanationKept {
  std::string code;
  std::string cell;
};

/// 为什么？ of a finding: shown when it is hidden, hidden when it is shown.
struct WhyAsked {
  std::string code;
  std::string cell;
};

using Action = std::variant<std::monostate, Started, TimeTold, SignedIn, WentOnline, WentOffline, Answered,
                            LocalLoaded, LocalListed, LocalSaved, LocalCleared, TimerFired, FileOpened,
                            ReportOpened, Typed, OtherTyped, Chosen, ExplanationTyped, ControlLeft,
                            VersionChosen, Pressed, ProposalTaken, OfferTaken, SectionAnsweredNone,
                            AnswerCleared, ExplanationKept, WhyAsked, RowAdded, RowRemoved, RowRestored>;

}  // namespace tianbao::app
