#include "server/store/data_folder.h"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "server/store/names.h"
#include "shared/json/parse.h"
#include "shared/json/value.h"
#include "shared/json/write.h"

namespace tianbao::store {

namespace {

constexpr std::size_t max_format_bytes = 4096;
constexpr int register_patience_ms = 5000;
constexpr std::string_view format_name = "format.json";

/// A folder may be made a data folder when there is nothing in it but what a crash in here leaves behind.
bool is_unused(const std::string& path) {
  std::error_code error;
  for (std::filesystem::directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error)) {
    if (!is_temporary_name(entry->path().filename().native())) return false;
  }
  return !error;
}

std::optional<FileError> check_format(const std::string& path, std::string_view bytes) {
  const auto parsed = json::parse(bytes);
  const json::Value* const format = parsed ? parsed.value().find("format") : nullptr;
  const std::string* const name = format != nullptr ? format->as_string() : nullptr;
  if (name == nullptr) return FileError{"读取", path, 0, "不是填报数据文件夹的格式说明"};
  if (*name != data_format) {
    return FileError{
        "打开", path, 0,
        "数据格式是“" + *name + "”，本程序只认识“" + std::string(data_format) + "”，请使用相应版本的程序"};
  }
  return std::nullopt;
}

std::optional<FileError> make_new(const std::string& path) {
  if (auto failed = make_folders(path)) return failed;
  std::error_code error;
  if (!std::filesystem::is_directory(path, error)) return FileError{"打开", path, 0, "这不是文件夹"};
  if (!is_unused(path)) {
    return FileError{"打开", path, 0,
                     "文件夹里有别的文件，却没有 " + std::string(format_name) +
                         "，不是填报的数据文件夹；请另选一个空文件夹"};
  }
  for (const char* const folder : {"sites", "forms"}) {
    if (auto failed = make_folders(path, folder)) return failed;
  }
  json::Object format;
  format.push_back({"format", json::Value(data_format)});
  // Last, so that a folder with a format is complete. A second process that comes this far at the same moment
  // writes the same bytes.
  return write_durably(path + "/" + std::string(format_name),
                       json::to_indented(json::Value(std::move(format))));
}

}  // namespace

Result<DataFolder, FileError> DataFolder::open(std::string path, WhenMissing when_missing) {
  if (path.empty()) return FileError{"打开", path, 0, "没有写出数据文件夹的名称"};
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  const std::string format_path = path + "/" + std::string(format_name);
  const auto bytes = read_file(format_path, max_format_bytes);
  if (!bytes) return bytes.error();
  if (bytes.value().has_value()) {
    if (auto error = check_format(format_path, *bytes.value())) return *error;
    return DataFolder(std::move(path));
  }
  if (when_missing == WhenMissing::refuse) {
    return FileError{"打开", path, 0, "没有这个文件夹，或它不是填报的数据文件夹；请用 --data 指出"};
  }
  if (auto error = make_new(path)) return *error;
  return DataFolder(std::move(path));
}

Result<FileLock, FileError> DataFolder::lock_reports() const {
  auto lock = FileLock::take(path_ + "/reports.lock");
  if (!lock) return lock;
  // A temporary site.json may be under way in another process: nothing is swept without its lock.
  const auto register_lock = lock_register();
  if (!register_lock) return register_lock.error();
  remove_temporary_files(path_);
  return lock;
}

Result<FileLock, FileError> DataFolder::lock_register() const {
  return FileLock::wait(path_ + "/register.lock", register_patience_ms);
}

std::string DataFolder::site_folder(std::string_view code) const {
  return path_ + "/sites/" + std::string(code);
}

std::string DataFolder::site_file(std::string_view code) const {
  return site_folder(code) + "/site.json";
}

std::string DataFolder::report_folder(std::string_view code, std::string_view form,
                                      std::string_view period) const {
  return site_folder(code) + "/" + std::string(form) + "/" + std::string(period);
}

std::string DataFolder::forms_folder() const {
  return path_ + "/forms";
}

}  // namespace tianbao::store
