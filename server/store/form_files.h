#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "server/store/form_set.h"

namespace tianbao::store {

// What a county may drop into its data folder. A definition's own limit is form::max_definition_bytes.
constexpr std::size_t max_own_forms = 200;
constexpr std::size_t max_own_form_bytes = std::size_t{32} << 20;  // all of them together

/// What a place of definitions holds. `before` is what was known until now: a file whose bytes are the same
/// is not loaded again, and one that does not load any more stays what it was.
struct FoundForms {
  std::vector<OfferedForm> offered;
  std::vector<std::string> claimed;   // "id/edition" that files stand for which do not load and never have
  std::vector<std::string> problems;  // for the administrator, each of one or more lines
};

/// The county's own, <folder>/<id>/<edition>.json: each is refused alone, and what else stands there is
/// named where it looks like a slip.
FoundForms read_own_forms(const std::string& folder, const FormSet& before);

/// Every *.json below the folder.
FoundForms read_installed_forms(const std::string& folder, const FormSet& before);

struct KeptForms {
  std::vector<std::shared_ptr<const StoredForm>> forms;
  std::vector<std::string> problems;
};

/// Those of the data folder that reports were made with, <folder>/<digest>.json.
KeptForms read_kept_forms(const std::string& folder, const FormSet& before);

}  // namespace tianbao::store
