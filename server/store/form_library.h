#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/data_folder.h"
#include "shared/form/form.h"
#include "shared/result.h"

namespace tianbao::store {

/// A definition with the very bytes it was read from.
struct StoredForm {
  form::Form form;
  std::string bytes;
  bool offered = false;  // among the forms to fill; else only kept because a report was made with it
};

/// Every form definition at hand: those offered, and those that the data folder keeps because a report uses
/// them. Read once; a definition never changes, so references to it hold as long as the library does.
class FormLibrary {
 public:
  /// Reads every *.json below `offered_folder` and those in the data folder. An offered definition that does
  /// not load is an error, with its file and mistakes, one a line; a kept one is reported in problems().
  static Result<FormLibrary, std::string> load(const DataFolder& data, const std::string& offered_folder);

  const std::vector<std::unique_ptr<const StoredForm>>& all() const { return forms_; }
  const std::vector<std::string>& problems() const { return problems_; }

  const StoredForm* by_digest(std::string_view digest) const;
  bool knows(std::string_view form_id) const;
  /// The edition to fill in for that period (as in is_period), of those offered: form::serving_edition.
  const StoredForm* serving(std::string_view form_id, std::string_view period) const;

  /// Makes sure that the data folder holds the definition, durably: before a report that names it is written.
  std::optional<FileError> keep(const StoredForm& form) const;

 private:
  explicit FormLibrary(std::string kept_folder) : kept_folder_(std::move(kept_folder)) {}

  std::optional<std::string> add_file(const std::string& path, bool offered);

  std::string kept_folder_;
  std::vector<std::unique_ptr<const StoredForm>> forms_;
  std::vector<std::string> problems_;

  struct Kept {
    std::mutex mutex;
    std::vector<std::string> digests;  // known to be on the disk
  };
  std::unique_ptr<Kept> kept_ = std::make_unique<Kept>();
};

}  // namespace tianbao::store
