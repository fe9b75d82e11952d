#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

namespace tianbao::bench {

/// How long one run takes, in picoseconds, after a warm-up: the median over batches, which shrugs off what
/// else the machine does.
template <typename Run>
std::int64_t median_ps(Run run) {
  using Clock = std::chrono::steady_clock;
  using Picoseconds = std::chrono::duration<std::int64_t, std::pico>;
  constexpr std::chrono::milliseconds warm_up{150};
  constexpr std::chrono::milliseconds measured{300};
  constexpr std::int64_t batches = 60;

  std::int64_t runs = 0;
  const Clock::time_point start = Clock::now();
  for (; Clock::now() - start < warm_up; ++runs) run();
  const std::int64_t runs_per_batch = std::max<std::int64_t>(1, runs * (measured / warm_up) / batches);
  std::vector<std::int64_t> times_ps;
  const Clock::time_point end = Clock::now() + measured;
  while (Clock::now() < end) {
    const Clock::time_point before = Clock::now();
    for (std::int64_t i = 0; i < runs_per_batch; ++i) run();
    times_ps.push_back(Picoseconds(Clock::now() - before).count() / runs_per_batch);
  }
  const auto middle = times_ps.begin() + static_cast<std::ptrdiff_t>(times_ps.size() / 2);
  std::nth_element(times_ps.begin(), middle, times_ps.end());
  return *middle;
}

}  // namespace tianbao::bench
