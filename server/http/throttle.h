#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

#include "server/store/moment.h"

namespace tianbao::http {

/// How a key is slowed: a leaky bucket. So many failures may come together; each is forgotten after so long,
/// one after the other, and makes room for the next.
struct ThrottlePolicy {
  int free_failures = 5;
  int seconds_per_failure = 20;
  std::size_t max_keys = 4096;  // beyond it the key with the fewest failures is forgotten
};

/// Slows repeated failures per key: in any time span at most free_failures, and one more per
/// seconds_per_failure of it. Whoever mistypes now and then is never slowed, and who alone
/// uses a key waits no longer than seconds_per_failure. Safe to use from many threads.
class Throttle {
 public:
  explicit Throttle(ThrottlePolicy policy) : policy_(policy) {}

  /// Whether an attempt may be made now: 0, or the seconds to wait. An attempt that may be made counts as
  /// failed until succeeded() or withdraw() is called, so that many at the same moment cannot slip through
  /// together.
  int attempt(const std::string& key, store::UnixSeconds now);

  /// Forgets all of the key's failures.
  void succeeded(const std::string& key);

  /// Takes back one attempt: it was no failure, or was not judged.
  void withdraw(const std::string& key);

  std::size_t count() const;

 private:
  void make_room();

  ThrottlePolicy policy_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, store::UnixSeconds> empty_at_;  // when all failures of a key are forgotten
};

}  // namespace tianbao::http
