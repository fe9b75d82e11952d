#include "server/http/connection_shares.h"

#include <utility>

#include "server/http/address.h"
#include "server/http/limits.h"

namespace tianbao::http {

ConnectionShares::Place::Place(ConnectionShares& shares, std::string address)
    : shares_(shares), address_(std::move(address)), is_taken_(address_.empty() || shares_.add(address_)) {}

ConnectionShares::Place::~Place() {
  if (is_taken_ && !address_.empty()) shares_.remove(address_);
}

bool ConnectionShares::Place::is_scarce() const {
  return !address_.empty() && shares_.count(address_) > max_connections_per_address * 3 / 4;
}

ConnectionShares::Place ConnectionShares::take(const std::string& remote_address) {
  return Place(*this, is_this_machine(remote_address) ? std::string() : address_key(remote_address));
}

bool ConnectionShares::add(const std::string& address) {
  const std::lock_guard<std::mutex> guard(mutex_);
  std::size_t& count = counts_[address];
  if (count >= max_connections_per_address) return false;
  ++count;
  return true;
}

void ConnectionShares::remove(const std::string& address) {
  const std::lock_guard<std::mutex> guard(mutex_);
  const auto found = counts_.find(address);
  if (--found->second == 0) counts_.erase(found);
}

std::size_t ConnectionShares::count(const std::string& address) const {
  const std::lock_guard<std::mutex> guard(mutex_);
  const auto found = counts_.find(address);
  return found == counts_.end() ? 0 : found->second;
}

}  // namespace tianbao::http
