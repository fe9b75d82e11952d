#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "server/store/data_folder.h"
#include "server/store/form_set.h"
#include "shared/result.h"

namespace tianbao::store {

/// What a reload found: the forms to fill as they are now, those that are gone as they were.
struct FormChanges {
  std::vector<OfferedForm> added;
  std::vector<OfferedForm> changed;
  std::vector<OfferedForm> gone;
  std::vector<std::string> problems;  // of files, each of one or more lines
};

/// The form definitions of a running server: those installed, those that the county dropped into its data
/// folder, and those that the data folder keeps because a report was made with them. The county's own goes
/// before an installed one of the same id and edition. Safe to use from many threads.
class FormLibrary {
 public:
  /// Knows nothing until it is told to reload().
  FormLibrary(const DataFolder& data, std::string installed_folder);

  /// An installed definition that does not load is an error, with its file and mistakes, one a line: the
  /// program is damaged, or was told the wrong folder. What is wrong in the data folder is in problems().
  static Result<FormLibrary, std::string> load(const DataFolder& data, const std::string& installed_folder);

  /// What is known now; a request asks once and holds on to it.
  std::shared_ptr<const FormSet> current() const;

  /// Of load().
  const std::vector<std::string>& problems() const { return problems_; }

  /// Reads both folders again. What does not load any more stays as it was.
  FormChanges reload();

  /// Makes sure that the data folder holds the definition, durably: before a report that names it is written.
  /// From then on it is known, though it be offered no more.
  std::optional<FileError> keep(const StoredForm& form) const;

 private:
  /// What the folders hold now; its problems are added to `problems`.
  FormSet read(const FormSet& before, std::vector<std::string>& installed_problems,
               std::vector<std::string>& problems) const;
  void replace(FormSet set) const;

  std::string own_folder_;
  std::string installed_folder_;
  std::vector<std::string> problems_;

  struct State {
    std::mutex change;                 // held while the folders are read or written
    std::vector<std::string> on_disk;  // digests of definitions that the data folder is known to keep
    std::mutex exchange;               // held for a moment
    std::shared_ptr<const FormSet> set = std::make_shared<const FormSet>();
  };
  std::unique_ptr<State> state_ = std::make_unique<State>();
};

}  // namespace tianbao::store
