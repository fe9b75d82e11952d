#include "tests/server/store/disk_calls.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tests/server/store/temporary_folder.h"

namespace tianbao::testing {

namespace {

DiskCalls* watching = nullptr;

}  // namespace

DiskCalls::DiskCalls() {
  REQUIRE(watching == nullptr);
  watching = this;
}

DiskCalls::~DiskCalls() {
  watching = nullptr;
}

std::vector<std::string> DiskCalls::synced() const {
  std::vector<std::string> paths;
  for (const DiskCall& call : calls_) {
    if (call.kind == DiskCall::Kind::sync) paths.push_back(call.path);
  }
  return paths;
}

}  // namespace tianbao::testing

// In place of the C library's. The product is linked statically into this program, so its calls come here.

extern "C" int fsync(int descriptor) {
  using namespace tianbao::testing;
  if (watching != nullptr) {
    const std::string path =
        std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(descriptor)).string();
    const bool is_file = std::filesystem::is_regular_file(path);
    watching->note({DiskCall::Kind::sync, path, is_file ? read_text(path) : std::string()});
  }
  return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

extern "C" int rename(const char* from, const char* to) noexcept {
  using namespace tianbao::testing;
  if (watching != nullptr) watching->note({DiskCall::Kind::rename, to});
  return static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0));
}
