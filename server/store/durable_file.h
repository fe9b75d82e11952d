#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "shared/result.h"

namespace tianbao::store {

/// Why a file could not be read or written: what was being done, to which file, and the system's reason.
struct FileError {
  std::string action;  // Chinese: 写入, 改名 …
  std::string path;
  int number = 0;  // errno; 0 where the file itself is at fault (too large, not what was expected)
  std::string detail;
};

/// One Chinese sentence.
std::string describe(const FileError& error);

/// The moments between which a crash may fall, in the order in which write_durably comes to them.
enum class WriteStep { create, write, sync, close, rename, sync_directory };

/// Called before each step; an errno that it returns is taken as that step's failure. This is how tests stop
/// a write, or the whole process, between any two instructions that reach the disk.
using WriteHook = int (*)(WriteStep step, void* context);

struct WriteOptions {
  WriteHook hook = nullptr;
  void* hook_context = nullptr;
  std::size_t chunk_bytes = std::size_t{1} << 20;  // most that one write() is asked to take
};

/// Puts `bytes` at `path`, replacing what stood there. A crash at any instruction, power loss included,
/// leaves the old content or the new, never a mixture: a temporary file beside it is written and synced,
/// renamed over `path`, and the folder is synced. When it returns, the new content is on the disk. On an
/// error before the rename the old content stands; on one behind it either may survive a power loss.
std::optional<FileError> write_durably(const std::string& path, std::string_view bytes,
                                       const WriteOptions& options = {});

/// Makes sure that a file found on disk is there to stay: an earlier process may have died between its rename
/// and the folder's sync, and what is about to be acknowledged must survive power loss.
std::optional<FileError> sync_file(const std::string& path);

/// Removes the file, if it is there, and syncs the folder.
std::optional<FileError> remove_durably(const std::string& path);

/// Makes the folder `path` below the existing folder `root`, and every folder between; each new entry is
/// synced.
std::optional<FileError> make_folders(const std::string& root, std::string_view path);

/// Makes the folder and every one above it that is missing, in the same way.
std::optional<FileError> make_folders(const std::string& path);

/// The whole file; nullopt when there is none.
Result<std::optional<std::string>, FileError> read_file(const std::string& path, std::size_t max_bytes);

/// Whether a file name is that of a temporary file, left over by a crash when no write is under way.
bool is_temporary_name(std::string_view name);

/// Removes temporary files in `folder` and below; links are not followed. Returns how many there were.
std::size_t remove_temporary_files(const std::string& folder);

}  // namespace tianbao::store
