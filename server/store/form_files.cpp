#include "server/store/form_files.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "server/store/durable_file.h"
#include "server/store/lint_text.h"
#include "server/store/names.h"
#include "shared/form/load.h"

namespace tianbao::store {

namespace {

namespace fs = std::filesystem;

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// A name that was meant to end in .json: 2024.JSON, or 2024.json.txt of an editor that hides endings.
bool looks_like_definition(std::string name) {
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return ends_with(name, ".json") || ends_with(name, ".json.txt");
}

/// What stands in the folder but hidden files, by name; the problem when it cannot be listed.
Result<std::vector<fs::path>, std::string> entries_of(const std::string& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().filename().native().front() != '.') paths.push_back(entry->path());
  }
  if (error) return describe(FileError{"读取文件夹", folder, error.value(), {}});
  std::sort(paths.begin(), paths.end());
  return paths;
}

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::symlink_status(path, ignored).type() == fs::file_type::directory;
}

/// The definition in a file, or what is wrong with it. One that is known already is not loaded again.
Result<std::shared_ptr<const StoredForm>, std::string> read_definition(const std::string& path,
                                                                       const FormSet& before) {
  auto bytes = read_file(path, form::max_definition_bytes);
  if (!bytes) return describe(bytes.error());
  if (!bytes.value()) return describe(FileError{"读取", path, 0, "文件刚刚被移走"});
  const OfferedForm* const former = before.at_path(path);
  if (former != nullptr && former->stored->bytes == *bytes.value()) return former->stored;
  auto loaded = form::load(*bytes.value());
  if (!loaded) return lint_text(path, loaded.error());
  if (auto known = before.share(loaded.value().digest)) return known;
  auto stored = std::make_shared<StoredForm>();
  stored->form = std::move(loaded).value();
  stored->bytes = *std::move(bytes).value();
  return std::shared_ptr<const StoredForm>(std::move(stored));
}

/// Reads the county's own definitions, one after the other.
class OwnForms {
 public:
  OwnForms(const std::string& folder, const FormSet& before) : folder_(folder), before_(before) {}

  void read() {
    const auto entries = entries_of(folder_);
    if (!entries) return keep_all_below(folder_, entries.error());
    for (const fs::path& entry : entries.value()) {
      std::error_code ignored;
      if (is_folder(entry)) {
        read_folder(entry);
      } else if (fs::is_directory(entry, ignored)) {
        keep_all_below(entry, "文件夹“" + entry.string() + "”是符号链接，没有读取：请把文件夹本身放在这里。");
      }
    }
  }

  FoundForms take() { return std::move(found_); }

 private:
  void read_folder(const fs::path& folder) {
    if (!form::is_form_id(folder.filename().native())) {
      found_.problems.push_back("文件夹“" + folder.string() + "”没有读取：文件夹名应是表样的编号（id）。");
      return;
    }
    const auto entries = entries_of(folder);
    if (!entries) return keep_all_below(folder, entries.error());
    for (const fs::path& entry : entries.value()) {
      if (entry.extension() == ".json") {
        read_file_of(folder, entry);
      } else if (is_folder(entry)) {
        found_.problems.push_back("文件夹“" + entry.string() + "”没有读取：表样直接放在“" + folder.string() +
                                  "”中。");
      } else if (looks_like_definition(entry.filename())) {
        found_.problems.push_back("文件“" + entry.string() + "”没有读取：文件名应是 <版次>.json。");
      }
    }
  }

  void read_file_of(const fs::path& folder, const fs::path& path) {
    if (++files_ > max_own_forms) {
      return refuse(path,
                    path.string() + " 没有读取：自定义表样最多 " + std::to_string(max_own_forms) + " 份。");
    }
    auto read = read_definition(path, before_);
    if (!read) return refuse(path, read.error());
    const form::Form& form = read.value()->form;
    if (form.id != folder.filename() || form.edition != path.stem()) {
      const std::string right = folder_ + "/" + form.id + "/" + form.edition + ".json";
      return refuse(path, path.string() + " 的位置与内容不符：其中写的是 id “" + form.id + "”、edition “" +
                              form.edition + "”，请放到 " + right + "，或者改正其中的 id 和 edition。");
    }
    bytes_ += read.value()->bytes.size();
    if (bytes_ > max_own_form_bytes) {
      return refuse(path, path.string() + " 没有采用：自定义表样合计最多 " +
                              std::to_string(max_own_form_bytes >> 20) + " MB。");
    }
    found_.offered.push_back({path, FormOrigin::own, std::move(read).value()});
  }

  /// What was read from there before goes on. Where nothing was, nothing else takes its place: an installed
  /// form of that name is not what the county asks for.
  void refuse(const fs::path& path, std::string problem) {
    if (const OfferedForm* const former = before_.at_path(path.native())) {
      found_.offered.push_back(*former);
      problem += "\n改好之前，继续使用上次读到的内容。";
    } else {
      found_.claimed.push_back(path.parent_path().filename().string() + "/" + path.stem().string());
      problem += "\n改好之前，不提供“" + found_.claimed.back() + "”这一版表样。";
    }
    found_.problems.push_back(std::move(problem));
  }

  void keep_all_below(const fs::path& folder, std::string problem) {
    const std::string start = folder.string() + "/";
    for (const OfferedForm& former : before_.offered()) {
      if (former.path.compare(0, start.size(), start) == 0) found_.offered.push_back(former);
    }
    found_.problems.push_back(std::move(problem));
  }

  std::string folder_;
  const FormSet& before_;
  FoundForms found_;
  std::size_t files_ = 0;
  std::size_t bytes_ = 0;
};

/// Of a file among the kept definitions that no digest names: where it belongs.
std::string complain_of_name(const std::string& folder, const std::string& path) {
  std::string place = "<编号>/<版次>";
  const auto bytes = read_file(path, form::max_definition_bytes);
  if (bytes && bytes.value()) {
    if (const auto loaded = form::load(*bytes.value())) {
      place = loaded.value().id + "/" + loaded.value().edition;
    }
  }
  return path + " 没有读取：自定义表样请放到 " + folder + "/" + place + ".json。";
}

}  // namespace

FoundForms read_own_forms(const std::string& folder, const FormSet& before) {
  OwnForms own(folder, before);
  own.read();
  return own.take();
}

FoundForms read_installed_forms(const std::string& folder, const FormSet& before) {
  FoundForms found;
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (entry->path().extension() == ".json" && entry->is_regular_file(ignored))
      paths.push_back(entry->path().string());
  }
  if (error) {
    found.problems.push_back(describe(FileError{"读取文件夹", folder, error.value(), {}}));
    std::copy_if(before.offered().begin(), before.offered().end(), std::back_inserter(found.offered),
                 [](const OfferedForm& former) { return former.origin == FormOrigin::installed; });
    return found;
  }
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths) {
    auto read = read_definition(path, before);
    if (read) {
      found.offered.push_back({path, FormOrigin::installed, std::move(read).value()});
      continue;
    }
    if (const OfferedForm* const former = before.at_path(path)) found.offered.push_back(*former);
    found.problems.push_back(read.error());
  }
  return found;
}

KeptForms read_kept_forms(const std::string& folder, const FormSet& before) {
  KeptForms kept;
  const auto entries = entries_of(folder);
  if (!entries) {
    kept.forms = before.kept();
    kept.problems.push_back(entries.error());
    return kept;
  }
  for (const fs::path& entry : entries.value()) {
    if (is_folder(entry) || !looks_like_definition(entry.filename())) continue;
    const std::string digest = entry.stem();
    if (!is_digest(digest) || entry.extension() != ".json") {
      kept.problems.push_back(complain_of_name(folder, entry));
      continue;
    }
    auto known = before.share(digest);
    if (known != nullptr) {
      kept.forms.push_back(std::move(known));
      continue;
    }
    auto read = read_definition(entry, before);
    if (!read) {
      kept.problems.push_back(read.error());
    } else if (read.value()->form.digest != digest) {
      // What a report was made with is found by its digest, so a file that was changed is another definition.
      kept.problems.push_back("表样“" + entry.string() +
                              "”的内容与文件名中的摘要不符，文件被改动过或已损坏，请从备份恢复。");
    } else {
      kept.forms.push_back(std::move(read).value());
    }
  }
  return kept;
}

}  // namespace tianbao::store
