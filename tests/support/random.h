#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace tianbao::testing {

/// SplitMix64 (Steele, Lea, Flood 2014): the standard library's distributions differ from one library to the
/// next.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15U;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31);
  }

  std::size_t below(std::size_t end) { return static_cast<std::size_t>(next() % end); }

  bool one_in(std::size_t chances) { return below(chances) == 0; }

  template <typename Items>
  const auto& pick(const Items& items) {
    return items[below(std::size(items))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace tianbao::testing
