#include "tests/fuzz/target.h"

#include <ctime>

#include "tests/fuzz/property.h"

namespace {

/// The worst expression takes every step there is (max_evaluation_steps), which under the sanitizers is a few
/// seconds, and ten in matches() of the largest pattern. libFuzzer's own limit is of the time on the wall, in
/// which a busy machine may have done nothing at all.
constexpr std::clock_t max_seconds = 30;

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::clock_t start = std::clock();
  tianbao::fuzz::examine(data, size);
  tianbao::fuzz::promise((std::clock() - start) / CLOCKS_PER_SEC < max_seconds, "no input takes long");
  return 0;
}
