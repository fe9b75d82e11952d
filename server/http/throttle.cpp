#include "server/http/throttle.h"

#include <algorithm>

namespace tianbao::http {

int Throttle::attempt(const std::string& key, store::UnixSeconds now) {
  const store::UnixSeconds full_seconds =
      store::UnixSeconds{policy_.free_failures} * policy_.seconds_per_failure;
  const std::lock_guard<std::mutex> guard(mutex_);
  auto found = empty_at_.find(key);
  if (found == empty_at_.end()) {
    if (empty_at_.size() >= policy_.max_keys) make_room();
    found = empty_at_.emplace(key, now).first;
  }
  store::UnixSeconds& empty_at = found->second;
  // Never fuller than full, even when the clock was set back.
  empty_at = std::clamp(empty_at, now, now + full_seconds);
  const store::UnixSeconds beyond = empty_at + policy_.seconds_per_failure - (now + full_seconds);
  if (beyond > 0) return static_cast<int>(beyond);
  empty_at += policy_.seconds_per_failure;
  return 0;
}

void Throttle::succeeded(const std::string& key) {
  const std::lock_guard<std::mutex> guard(mutex_);
  empty_at_.erase(key);
}

void Throttle::withdraw(const std::string& key) {
  const std::lock_guard<std::mutex> guard(mutex_);
  if (const auto found = empty_at_.find(key); found != empty_at_.end()) {
    found->second -= policy_.seconds_per_failure;
  }
}

std::size_t Throttle::count() const {
  const std::lock_guard<std::mutex> guard(mutex_);
  return empty_at_.size();
}

void Throttle::make_room() {
  empty_at_.erase(
      std::min_element(empty_at_.begin(), empty_at_.end(),
                       [](const auto& left, const auto& right) { return left.second < right.second; }));
}

}  // namespace tianbao::http
