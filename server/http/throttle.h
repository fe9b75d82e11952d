#pragma once

#include <cstddef>
#include <mutex>
#include <string>
#include <unordered_map>

#include "server/store/moment.h"

namespace tianbao::http {

/// How a key is slowed: after so many failures in a row each further one doubles the wait, up to a longest.
struct ThrottlePolicy {
  int free_failures = 5;
  int longest_wait_seconds = 60;
  int forget_after_seconds = 15 * 60;  // without a failure
  std::size_t max_keys = 4096;         // beyond it the key that failed longest ago is forgotten
};

/// Slows repeated failures per key. Safe to use from many threads.
class Throttle {
 public:
  explicit Throttle(ThrottlePolicy policy) : policy_(policy) {}

  /// Whether an attempt may be made now: 0, or the seconds to wait. An attempt that may be made counts as
  /// failed until succeeded() is called, so that many at the same moment cannot slip through together.
  int attempt(const std::string& key, store::UnixSeconds now);

  void succeeded(const std::string& key);

  /// Takes back one attempt: it was not judged.
  void withdraw(const std::string& key);

  std::size_t count() const;

 private:
  struct Record {
    int failures = 0;
    store::UnixSeconds last_failure = 0;
    store::UnixSeconds blocked_until = 0;
  };

  void make_room();

  ThrottlePolicy policy_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Record> records_;
};

/// What counts as one address: IPv4 as it is, of IPv6 the first 64 bits, which one subscriber has to himself.
std::string address_key(const std::string& address);

}  // namespace tianbao::http
