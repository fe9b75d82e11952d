#include "server/http/service.h"

#include "server/http/limits.h"

namespace tianbao::http {

HashGate::Pass::~Pass() {
  if (gate_ != nullptr) gate_->leave();
}

HashGate::Pass HashGate::enter() {
  return Pass(try_enter() ? this : nullptr);
}

bool HashGate::try_enter() {
  std::unique_lock<std::mutex> lock(mutex_);
  if (hashing_ >= max_concurrent_hashes) {
    if (waiting_ >= max_waiting_hashes) return false;
    ++waiting_;
    freed_.wait(lock, [this] { return hashing_ < max_concurrent_hashes; });
    --waiting_;
  }
  ++hashing_;
  return true;
}

void HashGate::leave() {
  {
    const std::lock_guard<std::mutex> guard(mutex_);
    --hashing_;
  }
  freed_.notify_one();
}

}  // namespace tianbao::http
