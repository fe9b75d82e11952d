#include "server/store/report_store.h"

#include <functional>
#include <utility>

#include "server/store/report_files.h"

namespace tianbao::store {

namespace {

/// What lies in a report's folder.
struct Standing {
  std::string folder;
  int last_number = 0;
  std::optional<Revision> revision;  // the last one
  std::optional<Draft> draft;

  std::string revision_digest() const {
    return revision.has_value() ? revision->receipt.digest : std::string();
  }
  std::string digest() const { return draft.has_value() ? draft->digest : revision_digest(); }
};

Result<Standing, FileError> look(const std::string& folder) {
  Standing standing;
  standing.folder = folder;
  const auto last = last_revision(folder);
  if (!last) return last.error();
  standing.last_number = last.value();
  if (standing.last_number > 0) {
    auto revision = read_revision(folder, standing.last_number);
    if (!revision) return revision.error();
    standing.revision = std::move(revision).value();
  }
  auto draft = read_draft(folder);
  if (!draft) return draft.error();
  standing.draft = std::move(draft).value();
  // A draft made over an earlier submission is what a crash left behind between writing the submission that
  // took it in and removing it.
  if (standing.draft.has_value() && standing.draft->parent != standing.revision_digest())
    standing.draft.reset();
  return standing;
}

Report report_of(Standing standing) {
  Report report;
  report.digest = standing.digest();
  if (standing.revision.has_value()) {
    report.receipt = standing.revision->receipt;
    report.state = ReportState::submitted;
    report.document = std::move(standing.revision->document);
  }
  if (standing.draft.has_value()) {
    report.state = ReportState::draft;
    report.document = std::move(standing.draft->document);
  }
  return report;
}

PutOutcome conflict(Standing standing) {
  PutOutcome outcome;
  outcome.result = PutResult::conflict;
  outcome.current = report_of(std::move(standing));
  return outcome;
}

Result<PutOutcome, FileError> repeated(const std::string& path, std::optional<Receipt> receipt) {
  if (auto error = sync_file(path)) return *error;
  PutOutcome outcome;
  outcome.result = PutResult::repeated;
  outcome.receipt = std::move(receipt);
  return outcome;
}

/// A submission that was stored and answered, though perhaps the answer never arrived, and that others have
/// gone on from.
Result<std::optional<Receipt>, FileError> find_earlier(const Standing& standing, const Put& put) {
  for (int number = standing.last_number - 1; number > 0; --number) {
    const auto revision = read_revision(standing.folder, number);
    if (!revision) return revision.error();
    if (revision.value().receipt.digest == put.digest && revision.value().named_parent == put.parent) {
      return std::optional<Receipt>(revision.value().receipt);
    }
  }
  return std::optional<Receipt>();
}

/// The document is the last submission's: there is nothing to store, and a draft that the sender knew of and
/// has now taken back goes.
Result<PutOutcome, FileError> put_last_submission_again(const Standing& standing, const Put& put) {
  if (standing.draft.has_value() && put.parent == standing.draft->digest) {
    if (auto error = remove_durably(draft_path(standing.folder))) return *error;
  }
  return repeated(
      revision_path(standing.folder, standing.last_number),
      put.intent == Intent::submission ? std::optional(standing.revision->receipt) : std::nullopt);
}

Result<PutOutcome, FileError> put_submission(Standing standing, const Put& put) {
  if (standing.revision.has_value() && standing.revision_digest() == put.digest) {
    return put_last_submission_again(standing, put);
  }
  // Whoever sends exactly what stands there cannot overwrite anything unseen.
  if (put.parent != standing.digest() && put.digest != standing.digest()) {
    auto earlier = find_earlier(standing, put);
    if (!earlier) return earlier.error();
    if (earlier.value().has_value()) {
      return repeated(revision_path(standing.folder, earlier.value()->number), earlier.value());
    }
    return conflict(std::move(standing));
  }
  if (!put.acceptable) {
    PutOutcome outcome;
    outcome.result = PutResult::refused;
    return outcome;
  }
  if (standing.last_number >= max_revisions) {
    return FileError{"写入", standing.folder, 0, "提交次数已到上限 " + std::to_string(max_revisions)};
  }
  const Receipt receipt{standing.last_number + 1, put.digest, standing.revision_digest(),
                        put.received_at,          put.author, "web"};
  if (auto error = write_revision(standing.folder, {*put.document, receipt, put.parent})) return *error;
  // The draft is in the submission now. Should removing it fail, its parent tells look() that it is out of
  // date.
  remove_durably(draft_path(standing.folder));
  PutOutcome outcome;
  outcome.result = standing.digest().empty() ? PutResult::created : PutResult::stored;
  outcome.receipt = receipt;
  return outcome;
}

Result<PutOutcome, FileError> put_draft(Standing standing, const Put& put) {
  if (standing.draft.has_value() && standing.draft->digest == put.digest) {
    return repeated(draft_path(standing.folder), std::nullopt);
  }
  const bool knows_what_stands = put.parent == standing.digest();
  if (standing.revision_digest() == put.digest && (knows_what_stands || !standing.draft.has_value())) {
    return put_last_submission_again(standing, put);
  }
  if (!knows_what_stands) return conflict(std::move(standing));
  const Draft draft{*put.document, put.digest, standing.revision_digest(), put.received_at};
  if (auto error = write_draft(standing.folder, draft)) return *error;
  PutOutcome outcome;
  outcome.result = standing.digest().empty() ? PutResult::created : PutResult::stored;
  return outcome;
}

}  // namespace

std::mutex& ReportStore::mutex_of(const ReportKey& key) const {
  return mutexes_[std::hash<std::string>()(key.subject) % stripes];
}

Result<Report, FileError> ReportStore::read(const ReportKey& key) const {
  const std::lock_guard<std::mutex> guard(mutex_of(key));
  auto standing = look(folder_.report_folder(key.subject, key.form, key.period));
  if (!standing) return standing.error();
  return report_of(std::move(standing).value());
}

Result<Report, FileError> ReportStore::read_submission(const ReportKey& key) const {
  const std::lock_guard<std::mutex> guard(mutex_of(key));
  const std::string folder = folder_.report_folder(key.subject, key.form, key.period);
  const auto last = last_revision(folder);
  if (!last) return last.error();
  Report report;
  if (last.value() == 0) return report;
  auto revision = read_revision(folder, last.value());
  if (!revision) return revision.error();
  report.state = ReportState::submitted;
  report.digest = revision.value().receipt.digest;
  report.receipt = revision.value().receipt;
  report.document = std::move(revision).value().document;
  return report;
}

std::optional<FileError> ReportStore::prepare(const ReportKey& key, const Put& put, bool is_first) const {
  if (!put.acceptable) return std::nullopt;
  if (auto error = forms_.keep(*put.form)) return error;
  // Behind the first document the folders are known to be on the disk.
  if (!is_first) return std::nullopt;
  return make_folders(folder_.path(), "sites/" + key.subject + "/" + key.form + "/" + key.period);
}

Result<PutOutcome, FileError> ReportStore::put(const ReportKey& key, const Put& put) {
  const std::lock_guard<std::mutex> guard(mutex_of(key));
  auto standing = look(folder_.report_folder(key.subject, key.form, key.period));
  if (!standing) return standing.error();
  if (auto error = prepare(key, put, standing.value().digest().empty())) return *error;
  return put.intent == Intent::draft ? put_draft(std::move(standing).value(), put)
                                     : put_submission(std::move(standing).value(), put);
}

}  // namespace tianbao::store
