#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/store/durable_file.h"
#include "server/store/file_lock.h"
#include "shared/result.h"

namespace tianbao::store {

// The data folder, all of it files that a person can read:
//
//   format.json                                      {"format":"tianbao-data/1"}
//   reports.lock, register.lock                      who writes now
//   sites/<标识码>/site.json                         the register's facts and the hash of the 校验码
//   sites/<标识码>/<form>/<period>/0001.json …       revisions: {document, receipt}
//   sites/<标识码>/<form>/<period>/draft.json        the current draft: {document, parent, saved_at}
//   forms/<digest>.json                              every definition ever used
//   forms/<id>/<edition>.json                        the county's own definitions; only read
//
// Two locks, because two programs write different files of it: the server the reports and definitions, as
// long as it runs; `tianbao site` the register's site.json, for a moment. Neither touches the other's files,
// and both replace a file in one step, so sites can be added and secrets reset while the server runs.

constexpr std::string_view data_format = "tianbao-data/1";

enum class WhenMissing { make, refuse };

class DataFolder {
 public:
  /// Opens the folder; one that is missing or empty is made a data folder or refused. The error names also a
  /// folder that holds something else, one of an unknown format version, and one that cannot be written.
  static Result<DataFolder, FileError> open(std::string path, WhenMissing when_missing);

  const std::string& path() const { return path_; }

  /// The right to write reports and definitions; fails at once when another process has it. Leftovers of a
  /// crash are removed. The return value keeps the right.
  Result<FileLock, FileError> lock_reports() const;

  /// The right to write the register; waits a moment for another `tianbao site` to finish.
  Result<FileLock, FileError> lock_register() const;

  /// Paths of what is stored. The parts must satisfy is_site_code, form::is_form_id, is_period and is_digest.
  std::string site_folder(std::string_view code) const;
  std::string site_file(std::string_view code) const;
  std::string report_folder(std::string_view code, std::string_view form, std::string_view period) const;
  std::string forms_folder() const;

 private:
  explicit DataFolder(std::string path) : path_(std::move(path)) {}

  std::string path_;
};

}  // namespace tianbao::store
