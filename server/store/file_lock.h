#pragma once

#include <string>
#include <utility>

#include "server/store/durable_file.h"
#include "shared/result.h"

namespace tianbao::store {

/// An advisory lock (flock) on a file, held until destruction. The system releases it when the process ends,
/// however it ends, so no stale lock can remain.
class FileLock {
 public:
  FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FileLock& operator=(FileLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
  }
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock();

  /// Fails at once, naming the process that holds it, when the lock is taken.
  static Result<FileLock, FileError> take(const std::string& path);
  /// As take, but waits up to `patience_ms` for the other to finish.
  static Result<FileLock, FileError> wait(const std::string& path, int patience_ms);

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}

  int descriptor_ = -1;
};

}  // namespace tianbao::store
