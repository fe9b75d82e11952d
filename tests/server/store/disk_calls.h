#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tianbao::testing {

/// A system call on which durability rests, as the kernel was asked for it.
struct DiskCall {
  enum class Kind { sync, rename };

  Kind kind = Kind::sync;
  std::string path;        // of the file or folder synced; of the new name
  std::string bytes = {};  // what a file that was synced held at that moment; "" for a folder

  friend bool operator==(const DiskCall&, const DiskCall&) = default;
};

/// The calls that this process makes while one of these lives. The test program has its own fsync and rename,
/// which note the call and pass it on: nothing in the product knows of it, so leaving out a call shows.
class DiskCalls {
 public:
  DiskCalls();
  DiskCalls(const DiskCalls&) = delete;
  DiskCalls& operator=(const DiskCalls&) = delete;
  ~DiskCalls();

  const std::vector<DiskCall>& all() const { return calls_; }
  /// The paths that were synced, in order.
  std::vector<std::string> synced() const;

  void note(DiskCall call) { calls_.push_back(std::move(call)); }

 private:
  std::vector<DiskCall> calls_;
};

}  // namespace tianbao::testing
