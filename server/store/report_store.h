#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "server/store/data_folder.h"
#include "server/store/form_library.h"
#include "server/store/receipt.h"
#include "shared/json/value.h"
#include "shared/result.h"

namespace tianbao::store {

/// One report: a form, filled for a period, about a subject. The parts satisfy the checks of names.h.
struct ReportKey {
  std::string form;
  std::string period;
  std::string subject;
};

enum class ReportState { none, draft, submitted };
enum class Intent { draft, submission };

/// What the folder holds of a report: the document that stands now, a draft before a submission.
struct Report {
  ReportState state = ReportState::none;
  json::Value document;            // null when state is none
  std::string digest;              // of `document`, "" when state is none: what the next put has to name
  std::optional<Receipt> receipt;  // of the last submission
};

/// A document to be stored.
struct Put {
  Intent intent = Intent::draft;
  std::string parent;  // digest of the document that the sender had before it, "" for none
  const json::Value* document = nullptr;
  std::string digest;  // of `document`
  const StoredForm* form = nullptr;
  std::string author;
  std::string received_at;  // RFC 3339
  bool acceptable = true;   // false: its check failed; only what was stored before is then answered
};

enum class PutResult {
  created,   // the report's first document
  stored,    // it stands in place of what stood there
  repeated,  // this very put was answered before, or nothing in it is new; nothing was written
  conflict,  // something else stands there than the sender knew of; nothing was written
  refused,   // it is not acceptable; nothing was written
};

struct PutOutcome {
  PutResult result = PutResult::stored;
  std::optional<Receipt> receipt;  // of this submission; none for a draft
  Report current;                  // for conflict: what stands there
};

constexpr int max_revisions = 9999;

/// The reports in a data folder. Safe to use from many threads; reports of one subject are written one after
/// the other.
class ReportStore {
 public:
  /// Both must outlive the store; the caller holds DataFolder::lock_reports().
  ReportStore(const DataFolder& folder, const FormLibrary& forms) : folder_(folder), forms_(forms) {}

  Result<Report, FileError> read(const ReportKey& key) const;

  /// The last submission, whatever draft stands over it; state is none when there is none.
  Result<Report, FileError> read_submission(const ReportKey& key) const;

  /// Stores the document. Once it has returned without error, what it says survives power loss.
  Result<PutOutcome, FileError> put(const ReportKey& key, const Put& put);

 private:
  std::mutex& mutex_of(const ReportKey& key) const;
  std::optional<FileError> prepare(const ReportKey& key, const Put& put, bool is_first) const;

  const DataFolder& folder_;
  const FormLibrary& forms_;
  static constexpr std::size_t stripes = 64;
  mutable std::array<std::mutex, stripes> mutexes_;
};

}  // namespace tianbao::store
