#pragma once

#include <optional>
#include <string>

#include "server/store/durable_file.h"
#include "server/store/receipt.h"
#include "shared/json/value.h"
#include "shared/result.h"

namespace tianbao::store {

constexpr std::size_t max_report_file_bytes = std::size_t{16} << 20;

/// 0001.json: a submission as it was received.
struct Revision {
  json::Value document;
  Receipt receipt;
  /// The digest that the sender named. It is written only where it is not receipt.parent: when a draft was
  /// sent before, it is that draft's. A repeated request is known by it.
  std::string named_parent;
};

/// draft.json
struct Draft {
  json::Value document;
  std::string digest;    // of `document`; not written
  std::string parent;    // digest of the last submission when it was saved, "" for none
  std::string saved_at;  // RFC 3339
};

/// "…/0001.json"
std::string revision_path(const std::string& report_folder, int number);
std::string draft_path(const std::string& report_folder);

/// Number of the last revision, 0 when there is none.
Result<int, FileError> last_revision(const std::string& report_folder);

/// The error also covers a file that was changed by other hands: its document must have the digest of its
/// receipt.
Result<Revision, FileError> read_revision(const std::string& report_folder, int number);
std::optional<FileError> write_revision(const std::string& report_folder, const Revision& revision);

Result<std::optional<Draft>, FileError> read_draft(const std::string& report_folder);
std::optional<FileError> write_draft(const std::string& report_folder, const Draft& draft);

}  // namespace tianbao::store
