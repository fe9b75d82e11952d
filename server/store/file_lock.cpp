#include "server/store/file_lock.h"

#include <cerrno>
#include <chrono>
#include <string>
#include <string_view>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace tianbao::store {

namespace {

constexpr int retry_interval_ms = 20;

/// Who holds it wrote its process id into the file, for the person who looks for it.
FileError taken_by_another(const std::string& path, int descriptor) {
  char text[32] = {};
  const ssize_t count = ::pread(descriptor, text, sizeof(text) - 1, 0);
  const std::string_view holder(text, count > 0 ? static_cast<std::size_t>(count) : 0);
  std::string detail = "另一个 tianbao 进程";
  if (!holder.empty()) detail += "（进程号 " + std::string(holder.substr(0, holder.find('\n'))) + "）";
  return {"锁定", path, 0, detail + "正在写这个数据文件夹"};
}

}  // namespace

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<FileLock, FileError> FileLock::take(const std::string& path) {
  return wait(path, 0);
}

Result<FileLock, FileError> FileLock::wait(const std::string& path, int patience_ms) {
  FileLock lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0640));
  if (lock.descriptor_ < 0) return FileError{"打开", path, errno, {}};
  int waited_ms = 0;
  while (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return FileError{"锁定", path, errno, {}};
    if (waited_ms >= patience_ms) return taken_by_another(path, lock.descriptor_);
    std::this_thread::sleep_for(std::chrono::milliseconds(retry_interval_ms));
    waited_ms += retry_interval_ms;
  }
  // Only a help for the message above: the lock holds whether or not this can be written.
  const std::string holder = std::to_string(::getpid()) + "\n";
  if (::ftruncate(lock.descriptor_, 0) == 0) {
    [[maybe_unused]] const ssize_t written = ::pwrite(lock.descriptor_, holder.data(), holder.size(), 0);
  }
  return lock;
}

}  // namespace tianbao::store
