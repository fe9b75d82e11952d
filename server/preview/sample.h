#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/store/data_folder.h"
#include "server/store/durable_file.h"

namespace tianbao::preview {

/// The website that a preview is filled for, in a folder that goes with it.
class SampleFolder {
 public:
  SampleFolder() = default;
  SampleFolder(const SampleFolder&) = delete;
  SampleFolder& operator=(const SampleFolder&) = delete;
  ~SampleFolder();

  /// Makes the folder, its data folder and the site; what went wrong, "" when nothing did.
  std::string make();

  const store::DataFolder& data() const { return *data_; }
  std::string forms() const { return path_ + "/forms"; }

  /// Puts the definition where the library reads it.
  std::optional<store::FileError> put_form(std::string_view definition) const;

  /// Forgets what the server has of reports. The browser has it still, and brings it onto the new form: a
  /// report that the server has would stay with the old one.
  void forget_reports() const;

 private:
  std::string path_;
  std::optional<store::DataFolder> data_;
};

constexpr std::string_view sample_code = "1100000088";

/// What the sample site's sessions are opened with; nobody signs in with a 校验码.
constexpr std::string_view sample_hash = "preview";

/// The definition as it is shown: to a website, though a unit should fill it, and for a year that has passed,
/// though it should serve later ones only. `definition` loads.
std::string as_shown(std::string_view definition, int this_year);

}  // namespace tianbao::preview
