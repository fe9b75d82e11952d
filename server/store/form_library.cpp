#include "server/store/form_library.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "server/store/names.h"
#include "shared/form/edition.h"
#include "shared/form/load.h"

namespace tianbao::store {

namespace {

int year_of(std::string_view period) {
  int year = 0;
  for (const char digit : period) year = year * 10 + (digit - '0');
  return year;
}

/// Paths of the *.json files below the folder, in a fixed order.
Result<std::vector<std::string>, std::string> definition_files(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (entry->path().extension() == ".json" && entry->is_regular_file(ignored))
      paths.push_back(entry->path().string());
  }
  if (error) return describe(FileError{"读取文件夹", folder, error.value(), {}});
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

Result<FormLibrary, std::string> FormLibrary::load(const DataFolder& data,
                                                   const std::string& offered_folder) {
  FormLibrary library(data.forms_folder());
  const auto offered = definition_files(offered_folder);
  if (!offered) return offered.error();
  for (const std::string& path : offered.value()) {
    if (const auto error = library.add_file(path, true)) return *error;
  }
  if (library.forms_.empty()) return "文件夹“" + offered_folder + "”里没有表样（*.json）。";
  const auto kept = definition_files(data.forms_folder());
  if (!kept) return kept.error();
  for (const std::string& path : kept.value()) {
    if (const auto error = library.add_file(path, false)) library.problems_.push_back(*error);
  }
  return library;
}

std::optional<std::string> FormLibrary::add_file(const std::string& path, bool offered) {
  auto bytes = read_file(path, form::max_definition_bytes);
  if (!bytes) return describe(bytes.error());
  std::string text = std::move(bytes).value().value_or("");
  auto loaded = form::load(text);
  if (!loaded) {
    std::string message = "表样“" + path + "”有错误：";
    for (const form::DefinitionError& error : loaded.error()) message += "\n  " + form::describe(error);
    return message;
  }
  // What a report was made with is found by its digest, so a file that was changed is another definition.
  if (!offered && std::filesystem::path(path).stem() != loaded.value().digest) {
    return "表样“" + path + "”的内容与文件名中的摘要不符，文件被改动过或已损坏，请从备份恢复。";
  }
  if (by_digest(loaded.value().digest) != nullptr) return std::nullopt;
  auto stored = std::make_unique<StoredForm>();
  stored->form = std::move(loaded).value();
  stored->bytes = std::move(text);
  stored->offered = offered;
  forms_.push_back(std::move(stored));
  return std::nullopt;
}

const StoredForm* FormLibrary::by_digest(std::string_view digest) const {
  for (const auto& stored : forms_) {
    if (stored->form.digest == digest) return stored.get();
  }
  return nullptr;
}

bool FormLibrary::knows(std::string_view form_id) const {
  return std::any_of(forms_.begin(), forms_.end(),
                     [&](const auto& stored) { return stored->form.id == form_id; });
}

const StoredForm* FormLibrary::serving(std::string_view form_id, std::string_view period) const {
  std::vector<const StoredForm*> offered;
  std::vector<form::Edition> editions;
  for (const auto& stored : forms_) {
    if (!stored->offered) continue;
    offered.push_back(stored.get());
    editions.push_back({stored->form.id, stored->form.first_period, stored->form.last_period});
  }
  const std::optional<std::size_t> serving = form::serving_edition(editions, form_id, year_of(period));
  return serving ? offered[*serving] : nullptr;
}

std::optional<FileError> FormLibrary::keep(const StoredForm& form) const {
  const std::lock_guard<std::mutex> guard(kept_->mutex);
  const std::string& digest = form.form.digest;
  if (std::find(kept_->digests.begin(), kept_->digests.end(), digest) != kept_->digests.end())
    return std::nullopt;
  if (auto error = write_durably(kept_folder_ + "/" + digest + ".json", form.bytes)) return error;
  kept_->digests.push_back(digest);
  return std::nullopt;
}

}  // namespace tianbao::store
