#include "server/store/form_library.h"

#include <algorithm>
#include <utility>

#include "server/store/form_files.h"
#include "shared/form/load.h"

namespace tianbao::store {

namespace {

std::string name_of(const OfferedForm& offered) {
  return offered.stored->form.id + "/" + offered.stored->form.edition;
}

/// What is filled of that id and edition: the county's own, where there are two.
const OfferedForm* find_named(const FormSet& set, const std::string& name) {
  const auto& offered = set.offered();
  const auto found = std::find_if(offered.begin(), offered.end(),
                                  [&name](const OfferedForm& each) { return name_of(each) == name; });
  return found == offered.end() ? nullptr : &*found;
}

FormChanges changes_between(const FormSet& before, const FormSet& after) {
  FormChanges changes;
  for (const OfferedForm& offered : after.offered()) {
    const OfferedForm* const former = find_named(before, name_of(offered));
    if (former == nullptr) {
      changes.added.push_back(offered);
    } else if (former->stored->form.digest != offered.stored->form.digest) {
      changes.changed.push_back(offered);
    }
  }
  for (const OfferedForm& former : before.offered()) {
    if (find_named(after, name_of(former)) == nullptr) changes.gone.push_back(former);
  }
  return changes;
}

/// Those of the installed forms in whose place the county has put none of its own.
void add_installed(std::vector<OfferedForm> installed, FoundForms& own) {
  const std::size_t own_count = own.offered.size();
  for (OfferedForm& offered : installed) {
    const std::string name = name_of(offered);
    const auto own_end = own.offered.begin() + static_cast<std::ptrdiff_t>(own_count);
    const bool has_own = std::any_of(own.offered.begin(), own_end,
                                     [&name](const OfferedForm& each) { return name_of(each) == name; });
    const bool is_claimed = std::find(own.claimed.begin(), own.claimed.end(), name) != own.claimed.end();
    if (!has_own && !is_claimed) own.offered.push_back(std::move(offered));
  }
}

void append(std::vector<std::string> lines, std::vector<std::string>& all) {
  for (std::string& line : lines) all.push_back(std::move(line));
}

}  // namespace

FormLibrary::FormLibrary(const DataFolder& data, std::string installed_folder)
    : own_folder_(data.forms_folder()), installed_folder_(std::move(installed_folder)) {}

Result<FormLibrary, std::string> FormLibrary::load(const DataFolder& data,
                                                   const std::string& installed_folder) {
  FormLibrary library(data, installed_folder);
  std::vector<std::string> installed_problems;
  FormSet set = library.read({}, installed_problems, library.problems_);
  if (!installed_problems.empty()) return installed_problems.front();
  if (set.offered().empty()) return "文件夹“" + installed_folder + "”里没有表样（*.json）。";
  library.replace(std::move(set));
  return library;
}

FormSet FormLibrary::read(const FormSet& before, std::vector<std::string>& installed_problems,
                          std::vector<std::string>& problems) const {
  FoundForms installed = read_installed_forms(installed_folder_, before);
  append(std::move(installed.problems), installed_problems);
  FoundForms own = read_own_forms(own_folder_, before);
  append(std::move(own.problems), problems);
  KeptForms kept = read_kept_forms(own_folder_, before);
  append(std::move(kept.problems), problems);
  add_installed(std::move(installed.offered), own);
  return {std::move(own.offered), std::move(kept.forms)};
}

std::shared_ptr<const FormSet> FormLibrary::current() const {
  const std::lock_guard<std::mutex> guard(state_->exchange);
  return state_->set;
}

void FormLibrary::replace(FormSet set) const {
  auto shared = std::make_shared<const FormSet>(std::move(set));
  const std::lock_guard<std::mutex> guard(state_->exchange);
  state_->set.swap(shared);
}

FormChanges FormLibrary::reload() {
  const std::lock_guard<std::mutex> guard(state_->change);
  const std::shared_ptr<const FormSet> before = current();
  std::vector<std::string> problems;
  FormSet after = read(*before, problems, problems);
  FormChanges changes = changes_between(*before, after);
  changes.problems = std::move(problems);
  replace(std::move(after));
  return changes;
}

std::optional<FileError> FormLibrary::keep(const StoredForm& form) const {
  const std::lock_guard<std::mutex> guard(state_->change);
  const std::string& digest = form.form.digest;
  std::vector<std::string>& on_disk = state_->on_disk;
  if (std::find(on_disk.begin(), on_disk.end(), digest) != on_disk.end()) return std::nullopt;
  if (auto error = write_durably(own_folder_ + "/" + digest + ".json", form.bytes)) return error;
  on_disk.push_back(digest);
  const std::shared_ptr<const FormSet> set = current();
  if (set->share(digest) != nullptr) return std::nullopt;
  // The request began before a reload that knows nothing of the form. It is rare, and loading a definition is
  // quick.
  auto loaded = form::load(form.bytes);
  if (!loaded) return std::nullopt;
  std::vector<std::shared_ptr<const StoredForm>> kept = set->kept();
  kept.push_back(std::make_shared<const StoredForm>(StoredForm{std::move(loaded).value(), form.bytes}));
  replace(FormSet(set->offered(), std::move(kept)));
  return std::nullopt;
}

}  // namespace tianbao::store
