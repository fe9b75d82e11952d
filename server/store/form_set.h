#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/form.h"

namespace tianbao::store {

/// A definition with the very bytes it was read from.
struct StoredForm {
  form::Form form;
  std::string bytes;
};

enum class FormOrigin {
  own,        // dropped into the data folder: forms/<id>/<edition>.json
  installed,  // of the folder that came with the program, or that --forms names
};

/// A definition among the forms to fill.
struct OfferedForm {
  std::string path;
  FormOrigin origin = FormOrigin::installed;
  std::shared_ptr<const StoredForm> stored;
};

/// Every definition that the server knows at one moment: those offered, and those only kept because a report
/// was made with them. Never changes; what is found in it lives as long as it does.
class FormSet {
 public:
  FormSet() = default;
  /// `kept` may hold what is offered too.
  FormSet(std::vector<OfferedForm> offered, std::vector<std::shared_ptr<const StoredForm>> kept);

  /// By id and edition; of one form the county's own editions come first, and so are filled where two begin
  /// to serve in the same year.
  const std::vector<OfferedForm>& offered() const { return offered_; }
  const std::vector<std::shared_ptr<const StoredForm>>& kept() const { return kept_; }

  const StoredForm* by_digest(std::string_view digest) const { return share(digest).get(); }
  std::shared_ptr<const StoredForm> share(std::string_view digest) const;
  const OfferedForm* at_path(std::string_view path) const;
  bool knows(std::string_view form_id) const;
  /// The edition to fill in for that period (as in is_period), of those offered: form::serving_edition.
  const StoredForm* serving(std::string_view form_id, std::string_view period) const;

 private:
  std::vector<OfferedForm> offered_;
  std::vector<std::shared_ptr<const StoredForm>> kept_;
};

}  // namespace tianbao::store
