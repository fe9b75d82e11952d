#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/json/value.h"

namespace tianbao::app {

/// What the browser's storage keeps of one report, enough to go on after a crash with nothing lost: the
/// document as it was after the last keystroke, what it is based on, and a submission that waits for the
/// network.
struct Draft {
  std::string form_id;
  std::string form_digest;
  std::string period;
  std::string subject;
  json::Value document;  // design.md §4; null: nothing entered yet
  std::string parent;    // the digest that the next PUT names; "" when the server has nothing
  /// Digests of documents that were sent and not answered for: the server may have stored any of them, and
  /// then its current revision is our own and no conflict.
  std::vector<std::string> unanswered;
  json::Value pending;       // the document as it was submitted; null: no submission waits
  std::string saved_at;      // time in China
  std::string submitted_at;  // the receipt's time; "" when nothing was submitted from here
  bool revised = false;      // the server has a draft that is newer than what was submitted
  bool unsent = false;       // the server has not taken it as it is now
  bool returned = false;     // a waiting submission was not accepted: the clerk has to look
  // What follows is about the record and not in it.
  std::string kept;  // as it stands on this device, as far as this page knows; "": there is none
  std::vector<std::string> saving;  // given to the device and not answered for, oldest first
  bool is_kept = false;             // this device keeps it as it is here
  bool is_overtaken = false;        // nor ever will: another tab has gone on from what it keeps
};

/// More than any network trouble leaves behind; older ones are forgotten first.
constexpr std::size_t max_unanswered = 16;

/// The key of its record: "draft/<subject>/<form>/<period>".
std::string draft_key(const Draft& draft);
std::string draft_key(std::string_view subject, std::string_view form_id, std::string_view period);

std::string write_draft(const Draft& draft);

/// nullopt when the record is none of ours or damaged.
std::optional<Draft> read_draft(std::string_view text);

/// Whether two documents say the same, whatever their authors knew besides (`context`). By their JSON alone:
/// the form may not be at hand.
bool same_answers(const json::Value& left, const json::Value& right);

/// Takes the submission that waits back, since what it says has changed; what to say of that, "" when none
/// waits.
std::string withdraw_submission(Draft& draft);

void remember_unanswered(Draft& draft, const std::string& digest);
bool is_unanswered(const Draft& draft, std::string_view digest);

}  // namespace tianbao::app
