#include "server/http/throttle.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace tianbao::http {

int Throttle::attempt(const std::string& key, store::UnixSeconds now) {
  const std::lock_guard<std::mutex> guard(mutex_);
  const bool is_new = records_.find(key) == records_.end();
  if (is_new && records_.size() >= policy_.max_keys) make_room();
  Record& record = records_[key];
  if (now - record.last_failure > policy_.forget_after_seconds) record = {};
  if (record.blocked_until > now) return static_cast<int>(record.blocked_until - now);
  ++record.failures;
  record.last_failure = now;
  if (const int beyond = record.failures - policy_.free_failures; beyond >= 0) {
    const int doubled = beyond < 16 ? 1 << beyond : policy_.longest_wait_seconds;
    record.blocked_until = now + std::min(doubled, policy_.longest_wait_seconds);
  }
  return 0;
}

void Throttle::succeeded(const std::string& key) {
  const std::lock_guard<std::mutex> guard(mutex_);
  records_.erase(key);
}

void Throttle::withdraw(const std::string& key) {
  const std::lock_guard<std::mutex> guard(mutex_);
  const auto found = records_.find(key);
  if (found == records_.end()) return;
  found->second.failures = std::max(0, found->second.failures - 1);
  found->second.blocked_until = 0;
}

std::size_t Throttle::count() const {
  const std::lock_guard<std::mutex> guard(mutex_);
  return records_.size();
}

void Throttle::make_room() {
  records_.erase(std::min_element(records_.begin(), records_.end(), [](const auto& left, const auto& right) {
    return left.second.last_failure < right.second.last_failure;
  }));
}

std::string address_key(const std::string& address) {
  in6_addr parsed = {};
  if (::inet_pton(AF_INET6, address.c_str(), &parsed) != 1 || IN6_IS_ADDR_V4MAPPED(&parsed)) return address;
  std::fill(std::begin(parsed.s6_addr) + 8, std::end(parsed.s6_addr), std::uint8_t{0});
  std::array<char, INET6_ADDRSTRLEN> text = {};
  ::inet_ntop(AF_INET6, &parsed, text.data(), text.size());
  return std::string(text.data()) + "/64";
}

}  // namespace tianbao::http
