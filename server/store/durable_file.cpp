#include "server/store/durable_file.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/store/system_reason.h"

namespace tianbao::store {

namespace {

constexpr std::string_view temporary_suffix = ".tmp";

// Reports are the office's business, not that of every account on the machine.
constexpr mode_t file_mode = 0640;
constexpr mode_t folder_mode = 0750;

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  bool ok() const { return number_ >= 0; }
  int number() const { return number_; }

  /// close() reports the write errors that the system held back (NFS, quotas).
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_ = -1;
};

FileError failure(std::string action, const std::string& path, int number) {
  return {std::move(action), path, number, {}};
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

int open_retrying(const char* path, int flags, mode_t mode = 0) {
  int number = -1;
  do {
    number = ::open(path, flags | O_CLOEXEC, mode);
  } while (number < 0 && errno == EINTR);
  return number;
}

bool sync_folder(const std::string& folder) {
  const Descriptor descriptor(open_retrying(folder.c_str(), O_RDONLY | O_DIRECTORY));
  return descriptor.ok() && ::fsync(descriptor.number()) == 0;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

/// Asks the hook, then does the step; errno says why it returned false.
template <typename Action>
bool step(const WriteOptions& options, WriteStep which, Action action) {
  if (options.hook != nullptr) {
    if (const int refused = options.hook(which, options.hook_context); refused != 0) {
      errno = refused;
      return false;
    }
  }
  return action();
}

std::optional<FileError> fill_temporary(const std::string& temporary, std::string_view bytes,
                                        const WriteOptions& options) {
  int number = -1;
  if (!step(options, WriteStep::create, [&] {
        // A leftover of the same name is of no use to anybody: the single writer is here.
        number = open_retrying(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, file_mode);
        return number >= 0;
      })) {
    return failure("新建", temporary, errno);
  }
  Descriptor descriptor(number);
  while (!bytes.empty()) {
    const std::string_view chunk = bytes.substr(0, options.chunk_bytes);
    if (!step(options, WriteStep::write, [&] { return write_all(descriptor.number(), chunk); })) {
      return failure("写入", temporary, errno);
    }
    bytes.remove_prefix(chunk.size());
  }
  if (!step(options, WriteStep::sync, [&] { return ::fsync(descriptor.number()) == 0; })) {
    return failure("同步到磁盘", temporary, errno);
  }
  if (!step(options, WriteStep::close, [&] { return descriptor.close(); })) {
    return failure("关闭", temporary, errno);
  }
  return std::nullopt;
}

}  // namespace

std::string describe(const FileError& error) {
  std::string text = error.action + "“" + error.path + "”失败：";
  if (error.number != 0) text += system_reason(error.number);
  if (error.number != 0 && !error.detail.empty()) text += "；";
  text += error.detail;
  constexpr std::string_view full_stop = "。";
  const bool has_ended =
      text.size() >= full_stop.size() && text.substr(text.size() - full_stop.size()) == full_stop;
  return has_ended ? text : text + std::string(full_stop);
}

std::optional<FileError> write_durably(const std::string& path, std::string_view bytes,
                                       const WriteOptions& options) {
  const std::string temporary = path + std::string(temporary_suffix);
  if (auto error = fill_temporary(temporary, bytes, options)) {
    ::unlink(temporary.c_str());
    return error;
  }
  if (!step(options, WriteStep::rename, [&] { return ::rename(temporary.c_str(), path.c_str()) == 0; })) {
    auto error = failure("改名为", path, errno);
    ::unlink(temporary.c_str());
    return error;
  }
  if (!step(options, WriteStep::sync_directory, [&] { return sync_folder(folder_of(path)); })) {
    return failure("同步文件夹", folder_of(path), errno);
  }
  return std::nullopt;
}

std::optional<FileError> sync_file(const std::string& path) {
  const Descriptor descriptor(open_retrying(path.c_str(), O_RDONLY | O_NOFOLLOW));
  if (!descriptor.ok()) return failure("打开", path, errno);
  if (::fsync(descriptor.number()) != 0) return failure("同步到磁盘", path, errno);
  if (!sync_folder(folder_of(path))) return failure("同步文件夹", folder_of(path), errno);
  return std::nullopt;
}

std::optional<FileError> remove_durably(const std::string& path) {
  if (::unlink(path.c_str()) != 0) {
    if (errno == ENOENT) return std::nullopt;
    return failure("删除", path, errno);
  }
  if (!sync_folder(folder_of(path))) return failure("同步文件夹", folder_of(path), errno);
  return std::nullopt;
}

std::optional<FileError> make_folders(const std::string& root, std::string_view path) {
  std::string made = root;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    made += '/';
    made += path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    const bool was_there = ::mkdir(made.c_str(), folder_mode) != 0;
    if (was_there && errno != EEXIST) return failure("新建文件夹", made, errno);
    // Also when it was there: the process that made it may have died before its own sync. An entry in a
    // folder that is closed to us is none of ours.
    const std::string parent = folder_of(made);
    if (!sync_folder(parent) && !(was_there && errno == EACCES)) return failure("同步文件夹", parent, errno);
  }
  return std::nullopt;
}

std::optional<FileError> make_folders(const std::string& path) {
  const std::string whole = std::filesystem::absolute(path).native();
  std::error_code error;
  std::string existing = whole;
  while (!existing.empty() && !std::filesystem::exists(existing, error)) {
    existing.resize(existing.rfind('/'));
  }
  // The last one that is there may be what a process made that died before its sync.
  const std::string root = existing.substr(0, existing.empty() ? 0 : existing.rfind('/'));
  return make_folders(root, std::string_view(whole).substr(root.size() + 1));
}

Result<std::optional<std::string>, FileError> read_file(const std::string& path, std::size_t max_bytes) {
  const Descriptor descriptor(open_retrying(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK));
  if (!descriptor.ok()) {
    if (errno == ENOENT || errno == ENOTDIR) return std::optional<std::string>();
    return failure("打开", path, errno);
  }
  struct stat status = {};
  if (::fstat(descriptor.number(), &status) != 0) return failure("读取", path, errno);
  if (!S_ISREG(status.st_mode)) return FileError{"读取", path, 0, "不是普通文件"};
  if (static_cast<std::size_t>(status.st_size) > max_bytes) {
    return FileError{"读取", path, 0, "超过上限 " + std::to_string(max_bytes) + " 字节"};
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t count = ::read(descriptor.number(), bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure("读取", path, errno);
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
  }
  bytes.resize(filled);
  return std::optional<std::string>(std::move(bytes));
}

bool is_temporary_name(std::string_view name) {
  return name.size() > temporary_suffix.size() &&
         name.substr(name.size() - temporary_suffix.size()) == temporary_suffix;
}

std::size_t remove_temporary_files(const std::string& folder) {
  std::vector<std::filesystem::path> leftovers;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (entry->symlink_status(ignored).type() == std::filesystem::file_type::regular &&
        is_temporary_name(entry->path().filename().native())) {
      leftovers.push_back(entry->path());
    }
  }
  for (const auto& path : leftovers) ::unlink(path.c_str());
  return leftovers.size();
}

}  // namespace tianbao::store
